import type { Remark } from "../finding.ts";
import { type Branch, type Channel, onPart, pathOf, type ReplyName } from "../model.ts";
import type { Place } from "../text/locate.ts";
import { listed } from "../wording.ts";
import type { Event } from "./run.ts";

/** What a person does with each reply, after a day or at the start of a sentence. */
const DOES: Readonly<Record<ReplyName, string>> = {
  interested: "they are interested",
  "meeting-booked": "they agree on a time to talk",
  "not-now": "they say “not now”",
  "reflex-no": "they say no at once",
  no: "they say no",
  "opt-out": "they opt out",
  silence: "nobody answers",
  "wrong-person": "they say somebody else decides this",
  referral: "they name somebody else",
  "out-of-office": "an automatic answer says they are away",
  bounce: "the address turns out not to exist",
};

/** What reaches a person on each channel. */
const MEANS: Readonly<Record<Channel, string>> = {
  call: "call",
  voicemail: "voicemail",
  email: "email",
  linkedin: "LinkedIn message",
  sms: "text message",
  video: "video",
  post: "letter",
  event: "invitation",
};

/** A run as sentences that can be read aloud: what we send, and what they do, day by day. */
export const storyOf = (run: readonly Event[], end?: string): string => [...toldOf(run), ...(end ? [end] : [])].join(" ");

/** A run, a sentence for each event. */
export const toldOf = (run: readonly Event[]): readonly string[] => run.map((_, i) => sentence(run, i));

/** The steps of a run, each with its place in the playbook. */
export const stepsOf = (run: readonly Event[]): NonNullable<Remark["related"]> =>
  run.map((event, i) => ({
    at: event.kind === "moment" ? onPart(event.moment.touches[0]) : onReply(event.line.branch),
    message: sentence(run, i),
  }));

/** Where the playbook says what it does on a reply: the reply's key, also where one word is all it says. */
const onReply = ({ reply, part }: Branch): Place => {
  const path = pathOf(part);
  return { path: path.at(-1) === reply ? path : [...path, reply], on: "key" };
};

/** A run's story and its steps, for a remark. A run in which nobody answers is the text itself, read from above. */
export const told = (run: readonly Event[], end?: string): Pick<Remark, "story" | "related"> =>
  end !== undefined || run.some(({ kind }) => kind === "reply") ? { story: storyOf(run, end), related: stepsOf(run) } : {};

function sentence(run: readonly Event[], at: number): string {
  const event = run[at];
  if (!event) return "";
  const before = run[at - 1];
  const sameDay = before?.day === event.day;
  if (event.kind === "reply") {
    const { reply } = event.line.branch;
    return sameDay ? sayReply(reply) : `Day ${event.day}: ${DOES[reply]}.`;
  }
  const touches = listed(event.moment.touches.map(({ channel, id }) => `${MEANS[channel]} “${id}”`));
  const goesOn =
    !event.line.branch && run.slice(0, at).some(({ line }) => line.branch) && before?.line.branch ? "the main line goes on, " : "";
  return `Day ${event.day}: ${goesOn}${touches}.`;
}

/** A reply as a sentence of its own. */
export const sayReply = (reply: ReplyName): string => `${DOES[reply].charAt(0).toUpperCase()}${DOES[reply].slice(1)}.`;
