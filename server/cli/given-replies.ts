import { addDays, dayNumber, isoDate, near, REPLIES, type ReplyName } from "../core/index.ts";

/** A reply that was given on the command line: on which business day, and the date it names, where it names one. */
export type Given = { readonly day: number; readonly reply: ReplyName; readonly named: string | undefined };

export type Wrong = { readonly what: string; readonly todo: string };

/** Business days that are played at most: ten years of them. */
const LAST_DAY = 2600;

/** Reads `day-8=not-now` or `day-8=not-now@2027-06-01`. */
export function givenReplies(written: string): Given | Wrong {
  const [, dayWritten, reply = "", named] = /^(?:day)?-?(\d+)=([^@]*)(?:@(.*))?$/.exec(written.trim()) ?? [];
  if (dayWritten === undefined) return { what: `“${written}” is no day and reply.`, todo: "Write them as in --reply day-8=not-now." };
  const day = Number(dayWritten);
  if (day < 1 || day > LAST_DAY)
    return { what: `Day ${dayWritten} is no day of a cadence.`, todo: `Write a business day from 1 to ${LAST_DAY}.` };
  const name = REPLIES.find((one) => one === reply);
  if (name === undefined || name === "silence") {
    const nearest = name === "silence" ? undefined : near(reply, REPLIES);
    const silent =
      name === "silence"
        ? "Silence is what happens without a --reply."
        : `“${reply}” is no reply${nearest ? `; did you mean ${nearest}?` : "."}`;
    return { what: silent, todo: `Use one of ${REPLIES.filter((one) => one !== "silence").join(", ")}.` };
  }
  if (named !== undefined && !isDate(named))
    return { what: `“${named}” is no date.`, todo: `Write year-month-day, as in day-${day}=${reply}@2027-06-01.` };
  return { day, reply: name, named };
}

/** What is wrong with the date on which it shall begin. */
export const wrongStart = (start: string | undefined): readonly Wrong[] =>
  start === undefined || isDate(start) ? [] : [{ what: `“${start}” is no date.`, todo: "Write year-month-day, as in --start 2027-03-31." }];

const isDate = (written: string) =>
  /^(?:19|20|21)\d\d-\d\d-\d\d$/.test(written) && addDays(written, 0) === written && isoDate(dayNumber(written)) === written;
