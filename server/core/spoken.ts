import type { Branch, Channel, ReplyName } from "./model.ts";

/** What a rep calls each channel. */
export const channelNames: Readonly<Record<Channel, string>> = {
  call: "Call",
  voicemail: "Voicemail",
  email: "Email",
  linkedin: "LinkedIn",
  sms: "Text",
  video: "Video",
  post: "Post",
  event: "Event",
};

/** One contact through each channel, as part of a sentence. */
export const contactNames: Readonly<Record<Channel, string>> = {
  call: "a call",
  voicemail: "a voicemail",
  email: "an email",
  linkedin: "a LinkedIn message",
  sms: "a text message",
  video: "a video",
  post: "a letter",
  event: "an invitation",
};

/** What the rep hears, in the rep's words. */
export const replyNames: Readonly<Record<ReplyName, string>> = {
  interested: "They are interested",
  "meeting-booked": "A meeting is booked",
  "not-now": "Not now, later",
  "reflex-no": "“Not interested”, at once",
  no: "A considered no",
  "opt-out": "Stop, take me off",
  silence: "Silence to the end",
  "wrong-person": "Wrong person",
  referral: "They name someone else",
  "out-of-office": "Out of office",
  bounce: "The address is dead",
};

/** How a branch ends, as an instruction. */
export const outcomeNames: Readonly<Record<Branch["outcome"], string>> = {
  stop: "Stop",
  suppress: "Stop for good",
  "hand-over": "Over to a person",
  resume: "Carry on",
  return: "Come back later",
};
