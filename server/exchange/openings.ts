import { bare, CHANNEL, FENCE, fences, headingIn, isBold, isRule, next, says } from "./marks.ts";
import { LONGEST, pauseIn, saidIn } from "./said-when.ts";
import { COUNTED, countsInDigits, NEXT_DAY } from "./waits.ts";
import { WEEKDAY } from "./weekdays.ts";

const WEEKLY = /^week\s*#?\d{1,3}\b\s*[,:;/–—-]?\s*/i;
const DAILY = /^(?:business |working )?day\s*[#+]?\s*\d{1,4}\b/i;
/** `Monday: Email`, where nothing but a channel follows: “Tuesday: call at 10” offers a time. */
const ON_WEEKDAY = new RegExp(`^(?:on )?${WEEKDAY}\\s*[,;:(/–—-]*\\s*`, "i");
const STEP = /^(?:step|touch|touchpoint)\s*#?\d{1,4}\b/i;
const COUNT = new RegExp(`^(?:${CHANNEL})\\s*#?\\d{1,4}\\b`, "i");
const LABELLED = new RegExp(`^(?:${CHANNEL})\\s*[(:–—-]`, "i");
/** A channel that stands alone, as in `Final email` or `LinkedIn message`. */
const ALONE = new RegExp(
  `^(?:(?:first|second|third|fourth|final|last|intro|follow[ -]?up|break[ -]?up|cold|manual|automatic|automated)\\s+)?(?:${CHANNEL})(?:\\s+(?:message|touch|request|note|invite|invitation|task|step))?$`,
  "i",
);
const COUNT_FIRST = new RegExp(`^(?:${COUNTED}|${NEXT_DAY}\\b)`, "i");
/** A heading whose last word is a channel, as `The goodbye email`, and that is not about something. */
const LAST = new RegExp(
  `^(?:(?!(?:about|rules?|for|on|by|our|your|this|per|why|how|when|no|before|after)\\b)[\\w’'-]+\\s+){0,3}(?:${CHANNEL})$`,
  "i",
);
const NAMED = new RegExp(`\\b(?:${CHANNEL})\\b`, "i");
/** An address, a page, a handle or a number: how to reach somebody, and no step. */
const CONTACT =
  /^[^:–—\d+@]*?(?::|\s[–—-]|\s)\s*(?:(?:(?:mailto:|tel:)?[^\s@]+@\S+\.\w+|@[\w.]+|https?:\/\/|\/\w).*|(?:(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?|[+(]?\d[\d\s()./-]{5,})(?:\s*(?:[|,;(·•]|ext|or\b).*)?)$/i;

/** A line that may open a step, or a week of them. */
type Opening = {
  readonly line: number;
  /** Without the marks around it. */
  readonly words: string;
  readonly form: "heading" | "bold" | "item" | "plain";
  /** How deep a heading is; deeper than any for other lines. */
  readonly level: number;
  /** What it begins with: a week alone, a day, a count of steps or of messages, or a channel. */
  readonly lead: "week" | "day" | "step" | "count" | "channel" | "alone";
  /** Whether it says how somebody is reached. */
  readonly channel: boolean;
};

/** What a line could open, were it alone in the world. */
function openingIn(line: string, at: number): Opening | undefined {
  const heading = headingIn(line);
  const unmarked = line.replace(/^\s{0,3}(?:#{1,6}\s+|[-*+]\s+)?/, "");
  const numbered = /^\s*\d{1,2}[.)]\s+/.exec(unmarked)?.[0] ?? "";
  const written = unmarked.slice(numbered.length);
  const words = countsInDigits(bare(written));
  if (words.length === 0 || words.length > LONGEST || CONTACT.test(words)) return undefined;
  const form = heading ? "heading" : isBold(written) ? "bold" : numbered ? "item" : "plain";
  const strong = form === "heading" || form === "bold";
  if (!strong && (words.length > 80 || /[.!?]$/.test(words))) return undefined;
  const [weekly = ""] = WEEKLY.exec(words) ?? [];
  const rest = words.slice(weekly.length);
  const said = saidIn(words);
  const untimed = (said?.rest ?? "").replace(/^[\s,;:()–—-]+|[\s,;:()–—-]+$/g, "");
  const waits = said !== undefined && Object.hasOwn(said.when, "after");
  const lead =
    leadOf(rest, weekly !== "", strong, waits) ??
    (said && ALONE.test(untimed) ? "channel" : heading && LAST.test(said ? untimed : words) ? "alone" : undefined);
  if (lead === undefined || (!strong && !separated(rest, lead))) return undefined;
  const found = { line: at, words, level: heading?.level ?? 7, channel: NAMED.test(rest), form } as const;
  // A numbered item is a step that counts itself.
  return { ...found, lead: numbered && (lead === "channel" || lead === "alone") ? "step" : lead };
}

function leadOf(rest: string, weekly: boolean, strong: boolean, waits: boolean): Opening["lead"] | undefined {
  if (DAILY.test(rest)) return "day";
  const onWeekday = ON_WEEKDAY.exec(rest)?.[0];
  if (onWeekday !== undefined) {
    const what = rest.slice(onWeekday.length);
    if (ALONE.test(what) || COUNT.test(what) || LABELLED.test(what)) return "day";
  }
  if (weekly && rest === "") return "week";
  if (weekly && (ALONE.test(rest) || COUNT.test(rest) || LABELLED.test(rest))) return "day";
  if (weekly && strong) return "week";
  if (STEP.test(rest)) return "step";
  if (COUNT.test(rest)) return "count";
  if (LABELLED.test(rest)) return "channel";
  if (ALONE.test(rest)) return "alone";
  // `3 days later: Email`, and a heading that has its day further behind.
  if (NAMED.test(rest) && waits && COUNT_FIRST.test(rest)) return "day";
  return strong && /\bday\s*#?\d{1,4}\b/i.test(rest) ? "day" : undefined;
}

/** Whether a line goes on as one that opens a step does, and not like the sentence “Day 3 was great”. */
function separated(rest: string, lead: Opening["lead"]): boolean {
  if ((lead !== "day" && lead !== "step" && lead !== "count") || ON_WEEKDAY.test(rest)) return true;
  const [, behind = ""] = /^\+?[^\d]*\d{1,4}\b(.*)$/.exec(rest) ?? [];
  return (
    behind.trim() === "" ||
    /^\s*[(:;,.|·/–—-]|^\s+\p{Lu}/u.test(behind) ||
    NAMED.test(behind) ||
    (saidIn(rest) !== undefined && !/^day/i.test(rest))
  );
}

/** The lines of a document, which of them open something, and which of the others could have been meant to. */
export type Opened = {
  readonly fenced: readonly boolean[];
  readonly openings: ReadonlyMap<number, Opening>;
  /** What one would call the way in which the steps open, where some lines were left out for it. */
  readonly style: string;
  readonly others: readonly Opening[];
};

/** Decides by a document's own way of opening its steps what opens one: headings, or bold lines, or days, or counts. */
export function openingsIn(lines: readonly string[]): Opened {
  const fenced = fences(lines);
  const first = lines.findIndex((line) => line.trim() !== "");
  const all = lines.flatMap((line, i) => (fenced[i] || isBlockLabel(lines, i) ? [] : (openingIn(line, i) ?? [])));
  // A title may sound like a step; it is none where the steps open below it.
  const below = all.filter(({ line, lead }) => line > first && lead !== "week");
  const titled =
    headingIn(lines[first] ?? "")?.level === 1 &&
    !below.some(({ level }) => level === 1) &&
    (below.length >= 2 || below.some(({ form }) => form === "heading"));
  const numbered = all.some(({ lead, words }) => lead === "day" && !isOnWeekday(words));
  const found = all.filter(
    (one) =>
      !(titled && one.line === first) &&
      !isTiming(one, all) &&
      // Where days have numbers, a line such as `Thursday: call` is an offer in a message.
      !(numbered && (one.form === "plain" || one.form === "item") && isOnWeekday(one.words)),
  );
  const at = new Set(found.map(({ line }) => line));
  const paragraph = ({ line }: Opening) =>
    line === 0 ||
    lines[line - 1]?.trim() === "" ||
    at.has(line - 1) ||
    isRule(lines[line - 1] ?? "") ||
    pauseIn(lines[line - 1] ?? "") !== undefined;
  const [style, opens] = styleOf(found, lines, paragraph);
  const openings = new Map<number, Opening>();
  for (const one of found) {
    if (opens(one) || (one.lead === "week" && nextOpens(one, found, lines, opens))) openings.set(one.line, one);
  }
  const usual = [...openings.values()].filter(({ channel }) => channel).length;
  for (const one of [...openings.values()]) {
    // Where steps name their channel, a line such as `Day 1 - Monday workshop` is words, unless labels follow it.
    const bareDay = one.words.replace(/^(?:business |working )?(?:day|step|touch|touchpoint)\s*#?\d+\W*/i, "") === "";
    if (one.form === "plain" && one.lead !== "week" && !one.channel && !bareDay && usual >= 2 && !labelFollows(lines, one.line))
      openings.delete(one.line);
  }
  return {
    fenced,
    openings,
    style,
    others: found.filter(({ line, lead, form }) => !openings.has(line) && lead !== "week" && (lead !== "alone" || form !== "plain")),
  };
}

function styleOf(
  found: readonly Opening[],
  lines: readonly string[],
  paragraph: (one: Opening) => boolean,
): readonly [string, (one: Opening) => boolean] {
  const steps = found.filter(({ lead }) => lead !== "week");
  const of = (test: (one: Opening) => boolean) => steps.filter(test).length;
  const loose = ({ form, lead }: Opening) => (form === "plain" || form === "item") && lead === "day";
  if (of(({ form }) => form === "heading") >= 2) return ["by headings", ({ form }) => form === "heading"];
  const bold = of(({ form }) => form === "bold");
  if (bold >= 2 && bold >= of(loose)) return ["by bold lines", ({ form }) => form === "bold" || form === "heading"];
  const waited = ({ line }: Opening) => pauseIn(lines.slice(0, line).findLast(says) ?? "")?.when !== undefined;
  const dated = (one: Opening) =>
    one.lead === "day" || (one.lead !== "week" && paragraph(one) && (saidIn(one.words) !== undefined || waited(one)));
  if (of(({ lead }) => lead === "day") >= 2) {
    // Days alone on their lines have their steps below them.
    const days = found.filter(({ lead, words }) => lead === "day" && /^(?:business |working )?day\s*#?\d+$/i.test(words));
    const below = new Set(days.map(({ line }) => next(lines, line)));
    const under = new Set(steps.flatMap(({ line }) => (below.has(line) ? [line] : [])));
    const several = ({ lead }: Opening) => under.size >= 2 && lead !== "week" && lead !== "step";
    return ["by days", (one) => dated(one) || under.has(one.line) || (several(one) && paragraph(one))];
  }
  const counts = of(({ lead }) => lead === "count");
  const numbers = of(({ lead }) => lead === "step");
  const rest = (one: Opening) => (one.lead === "channel" || one.lead === "alone") && paragraph(one);
  if (counts >= 2 && counts >= numbers) return ["by counts", (one) => one.lead === "count" || dated(one) || rest(one)];
  if (numbers >= 2) return ["by counts", (one) => one.lead === "step" || dated(one) || (one.lead === "count" && paragraph(one))];
  const strong = steps.some(({ form }) => form === "heading" || form === "bold");
  return strong
    ? ["by headings", (one) => one.form === "heading" || one.form === "bold" || (dated(one) && paragraph(one))]
    : ["by lines of their own", (one) => one.lead !== "week" && (paragraph(one) || (one.lead !== "channel" && one.lead !== "alone"))];
}

const isOnWeekday = (words: string) => ON_WEEKDAY.test(words.replace(WEEKLY, ""));

/** `Day 4` below the line that opens a step says when the step comes, and opens none. */
const isTiming = ({ line, lead, form, words }: Opening, all: readonly Opening[]) =>
  lead === "day" &&
  form === "plain" &&
  saidIn(words)?.rest.trim() === "" &&
  all.some((one) => one.line === line - 1 && one.lead !== "week" && !saidIn(one.words)) &&
  !all.some((one) => one.line === line + 1);

/** A week opens where it is a heading, or where a step opens below it. */
function nextOpens(
  { line, form }: Opening,
  found: readonly Opening[],
  lines: readonly string[],
  opens: (one: Opening) => boolean,
): boolean {
  if (form === "heading" || form === "bold") return true;
  const below = found.find((one) => one.line === next(lines, line));
  return below !== undefined && opens(below);
}

const labelFollows = (lines: readonly string[], line: number) =>
  /^\s*\*{0,2}(?:subject|subject line|channel|type|body|message)\s*\*{0,2}\s*:/i.test(lines[next(lines, line)] ?? "");

/** `**Voicemail**` above a fence says what stands in it. */
const isBlockLabel = (lines: readonly string[], line: number) => isBold(lines[line] ?? "") && FENCE.test(lines[next(lines, line)] ?? "");
