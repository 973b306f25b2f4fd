/** How a touch can reach the prospect. */
export const channelMeanings = {
  call: "a telephone call",
  voicemail: "a message left on voicemail without a call answered",
  email: "an email",
  linkedin: "a LinkedIn message or invitation",
  sms: "a text message",
  video: "a short recorded video",
  post: "a letter or parcel",
  event: "an invitation to an event",
} as const;
export type ChannelName = keyof typeof channelMeanings;

/** Every channel a touch can use. */
export const CHANNELS = Object.keys(channelMeanings) as ChannelName[];
