import { toBusiness } from "./days.ts";
import { CHANNEL } from "./marks.ts";
import type { DayCount, RawStep } from "./sequence.ts";
import { COUNTED, countsBusinessDays, countsInDigits, NEXT_DAY, waitIn } from "./waits.ts";
import { WEEKDAY, weekdayOf } from "./weekdays.ts";

/**
 * When a step comes, as a line of a document says it. `of` names the step it is counted from, where that is not the one before; a weekday is
 * that of its week, or else the next one there is.
 */
export type When =
  | { readonly day: number; readonly week?: number | undefined }
  | { readonly week: number }
  | { readonly weekday: number; readonly week?: number | undefined }
  | { readonly plus: number }
  | { readonly after: number; readonly of?: string | undefined; readonly weeks: boolean };

/** What a line says of when, and the line without it. */
export type Said = { readonly when: When; readonly rest: string; readonly business: boolean };

/** Not the beginning of `Day 3-5`, which nobody can put on a day. */
const WHOLE = String.raw`\b(?!\s*(?:[-–—/&]|to|or|and)\s*\d+\b(?!:\d))`;
const DAY = new RegExp(String.raw`\b(?:business |working )?day\s*#?(\d{1,4})${WHOLE}`, "i");
const WEEK = new RegExp(String.raw`\bweek\s*#?(\d{1,3})${WHOLE}`, "i");
/** `Monday: Email`, `Week 2, Tuesday: Call`: what a line begins with, and not something that it is about. */
const ON_WEEKDAY = new RegExp(String.raw`^[\s,;:(/–—-]*(?:on )?(${WEEKDAY})(?=\s*(?:$|[,;:()–—-])|\s+(?:${CHANNEL})\b)`, "i");
const PLUS = /\bday\s*\+\s*(\d{1,4})\b/i;
/** What a line begins with before it says when: `Email 2`, `Step 4`, `LinkedIn`. */
const LEAD = /^\s*(?:[a-z-]+\s+)?(?:#?\d{1,3}\b)?\s*(?:,|\bis\b)?\s*/i;
/** Words before a wait that do not turn it into something else, as “within” does. */
const NAME = new RegExp(
  String.raw`^\s*(?:(?!(?:not|before|within|every|for|under|than|top|last|next)\b)[a-z-]+\s+){1,4}(?=${COUNTED})`,
  "i",
);
/** Whether a wait is of weeks, which have as many business days as weekdays. */
const WEEKS = /(?:\d|\b)w(?:ks?|eeks?)?\b|fortnight/i;
const SHORT = /\b(?:\d+\s*)?(?:h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)\b/i;
const LATER = /\b(?:later|after|wait|in)\b|\+/i;
const BEFORE = /^(?:the )?(?:previous|last|prior|preceding)\b|^(?:that|this|it)$/i;

/** Characters of a line that says when a step comes. */
export const LONGEST = 120;

/** A wait that words say from beginning to end, such as `3 days later`, `send immediately` or `2 days after Email 1`. */
function waitOf(words: string): Extract<When, { after: number }> | undefined {
  const bare = words.trim().replace(/^(?:then\s+)?(?:send|sent|goes out|do)\s+(?:it\s+|this\s+)?/i, "");
  const [, length = bare, from] =
    /^(.+?)\s+(?:after|from|following)\s+(.*\p{L}.*)$/iu.exec(bare) ?? /^(same day) as (.+)$/i.exec(bare) ?? [];
  const after = waitIn(length);
  if (after === undefined || !/[a-z]/i.test(length)) return undefined;
  // `Call (15 minutes)` says how long it is.
  if (SHORT.test(length) && !/\d\s*[dw]/i.test(length) && from === undefined && !LATER.test(bare)) return undefined;
  return {
    after,
    of: from === undefined || BEFORE.test(from) ? undefined : from.trim(),
    weeks: WEEKS.test(length) && !countsBusinessDays(length),
  };
}

/** What a heading says of when its step comes. Undefined where it says nothing, or nothing that is understood as a whole. */
export function saidIn(written: string): Said | undefined {
  const heading = countsInDigits(written);
  const business = countsBusinessDays(heading);
  const without = (...found: readonly (string | undefined)[]) => found.reduce<string>((left, one) => left.replace(one ?? "", " "), heading);
  const [plus, count] = PLUS.exec(heading) ?? [];
  if (plus) return { when: { plus: Number(count) }, rest: without(plus), business };
  const [day, ofDay] = DAY.exec(heading) ?? [];
  const [week, ofWeek] = WEEK.exec(heading) ?? [];
  const weekly = ofWeek === undefined ? undefined : Number(ofWeek);
  if (ofDay !== undefined) return { when: { day: Number(ofDay), week: weekly }, rest: without(day, week), business };
  const [, weekday] = ON_WEEKDAY.exec(without(week)) ?? [];
  if (weekday !== undefined) return { when: { weekday: weekdayOf(weekday), week: weekly }, rest: without(week, weekday), business };
  if (weekly !== undefined) return { when: { week: weekly }, rest: without(week), business };
  const found = heading.split(/[();:|·–—]|\s-+\s/).flatMap((part) => {
    // Without its lead, and without a name before a comma; `1 day, 12 hours` stays whole.
    const tries = [
      part,
      part.replace(NAME, ""),
      part.replace(LEAD, ""),
      part.replace(/^\s*[a-z-]+\s*(?:#?\d{1,3}\b)?\s*,/i, ""),
      part.replace(/^[^\d,]*,/, ""),
    ];
    const words = tries.find((one) => waitOf(one) !== undefined);
    const when = words === undefined ? undefined : waitOf(words);
    return when && words !== undefined ? [{ when, words }] : [];
  });
  const [only] = found;
  return only && found.length === 1 ? { when: only.when, rest: without(only.words.trim()), business } : undefined;
}

/** What a label such as `Timing: Day 4`, `Day: 4` or `Delay: 2` says of when. */
export function labelled(label: string, value: string): When | undefined {
  const day = /^(?:(?:business |working )?day\s*)?#?(\d{1,4})$/i.exec(value.trim())?.[1];
  if (day !== undefined && (/day/i.test(label) || /day/i.test(value))) return { day: Number(day) };
  if (/^(?:delay|wait|interval)/i.test(label)) {
    const after = waitIn(value);
    return after === undefined ? waitOf(value) : { after, weeks: WEEKS.test(value) };
  }
  const said = saidIn(value);
  return said && said.rest.replace(/[^\p{L}\p{N}]/gu, "") === "" ? said.when : waitOf(value);
}

/** What a line begins with that is nothing but a wait, and what one is from beginning to end that spells its number. */
const PAUSE = /^(?:then\s+)?(?:wait|delay|pause)\b|^\+\s*\d|^(?:after )?\d.*\b(?:later|after|days?|weeks?|fortnights?)$|^after \d/i;
const SPELT_PAUSE = new RegExp(`^(?:after (?:the )?${COUNTED}|${COUNTED} (?:later|after)|${NEXT_DAY})$`, "i");

/** A wait on a line of its own, and its length where that is understood. */
export type Pause = { readonly words: string; readonly when: Extract<When, { after: number }> | undefined };

/** A line that is nothing but a wait between two steps: `Wait 3 days`, `**Wait 1 week**`, `3 days later`. */
export function pauseIn(line: string): Pause | undefined {
  if (line.length > LONGEST) return undefined;
  const words = line
    .replace(/[*_#>→↓⏳⏱⌛|[\]()]/gu, " ")
    .replace(/^\s*-+\s|\s*[.:]?\s*$/g, "")
    .trim();
  if (words.length > 60 || !(PAUSE.test(words) || SPELT_PAUSE.test(words))) return undefined;
  return {
    words,
    when: waitOf(
      words.replace(/^(?:then\s+)?(?:wait|delay|pause)\b\s*(?:for\b)?\s*:?\s*(?=.*(?:\d|\b(?:days?|weeks?|fortnights?)\b))/i, "wait "),
    ),
  };
}

/** A step of a document before its day is known. */
export type Timed = {
  readonly heading: string;
  readonly when: When | undefined;
  /** What lines above it say that are nothing but waits. */
  readonly pauses: readonly Pause["when"][];
  /** The week of a line above it, on the first step below that line `fresh`. */
  readonly week: number | undefined;
  readonly fresh: boolean;
};

/** Where each step stands. Undefined where nothing says it. */
export function placed(steps: readonly Timed[], days: DayCount): readonly RawStep["at"][] {
  const length = days === "business" ? 5 : 7;
  const whens = steps.map(({ when, week }) => (when && ("day" in when || "weekday" in when) ? { ...when, week: when.week ?? week } : when));
  // `Week 2, Day 8` counts its days from the start; `Week 2, Day 1` from the Monday of its week.
  const later = whens.flatMap((when) => (when && "day" in when && (when.week ?? 1) > 1 ? [[when.week ?? 1, when.day] as const] : []));
  const through = [5, 7].some((size) => later.every(([week, day]) => day > size * (week - 1) && day <= size * week));
  const zero = whens.some((when) => when && "day" in when && when.day === 0) ? 1 : 0;
  const fromStart = countsFromStart(whens);
  const counted = ({ after, weeks }: { readonly after: number; readonly weeks: boolean }) =>
    days === "business" && weeks ? toBusiness(after) : after;
  const known: number[] = [];
  let now = 0;
  return steps.map(({ pauses, week, fresh }, i) => {
    const when = whens[i];
    const pause = pauses.flatMap((one) => (one ? [counted(one)] : []));
    const at = (day: number) => {
      now = day;
      return { day: day + 1 };
    };
    const placing = (): RawStep["at"] => {
      if (when && "day" in when) return at(when.day + zero - 1 + (through || when.day > 7 ? 0 : length * ((when.week ?? 1) - 1)));
      if (when && "weekday" in when) {
        if (when.week !== undefined) return at(length * (when.week - 1) + when.weekday - 1);
        // The next one there is; of the first, the week begins on the Monday before.
        const wait = (when.weekday - 1 - (now % length) + length) % length;
        return at(now + (wait === 0 && i > 0 ? length : wait));
      }
      if (when && "week" in when) return at(length * (when.week - 1));
      if (when && "plus" in when) return at(fromStart ? when.plus : now + when.plus);
      if (when?.of !== undefined) {
        const from = steps.findLastIndex(({ heading }, n) => n < i && named(heading, when.of ?? ""));
        return from < 0 ? undefined : at((known[from] ?? 0) + counted(when));
      }
      if (when) return at(now + counted(when));
      if (pause.length > 0) return at(now + pause.reduce((sum, one) => sum + one, 0));
      return fresh && week !== undefined ? at(length * (week - 1)) : undefined;
    };
    const found = placing();
    known.push(now);
    return found;
  });
}

/** Whether `Day +3` counts from the first step: each is later than the one before. Undefined `when`s and others do not matter. */
export function countsFromStart(whens: readonly (When | undefined)[]): boolean {
  const pluses = whens.flatMap((when) => (when && "plus" in when ? [when.plus] : []));
  return pluses.every((plus, i) => i === 0 || plus > (pluses[i - 1] ?? 0));
}

const letters = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
const named = (heading: string, name: string) => letters(heading).includes(letters(name.replace(/^the\s+/i, "")));
