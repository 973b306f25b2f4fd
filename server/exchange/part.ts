import { CHANNEL, FENCE } from "./marks.ts";
import { LONGEST, labelled, type Pause, pauseIn, type Said, saidIn, type When } from "./said-when.ts";
import type { Kept, RawStep } from "./sequence.ts";
import { countsBusinessDays } from "./waits.ts";

/** What a document says of one step: the line that opens it, and the lines below. */
export type Part = {
  readonly heading: string;
  /** What the heading says of when, also where it shares its day with the step before. */
  readonly said: Said | undefined;
  /** Whether the heading says when and nothing else. */
  readonly alone: boolean;
  readonly level: number;
  /** Waits on lines of their own above it. */
  readonly pauses: readonly Pause[];
  readonly week: number | undefined;
  readonly fresh: boolean;
  readonly lines: string[];
  /** What is said to the rep, below a heading of its own. */
  readonly asides: string[];
};

const LABEL =
  /^\s*\*{0,2}(subject|subject line|channel|type|mode|thread|reason|value|ask|kind|asset|words from|pairs with|negative option|guidance|notes?)\s*\*{0,2}\s*:\s*\*{0,2}\s*(.*)$/i;
/** A line that says when the step comes. */
const TIMING =
  /^\s*\*{0,2}(day|send day|timing|when|delay|wait|wait time|send|send on|schedule|interval)\s*\*{0,2}\s*:\s*\*{0,2}\s*(\S.*)$/i;
/** A label that is not known here, if it stands among others that are. */
const STRANGE = /^\s*\*{0,2}(\p{Lu}[\p{L} /-]{1,30}?)\s*\*{0,2}\s*:\s*\*{0,2}\s*(\S.*)$/u;
/** A line that only says that the words follow, or that begins them. */
const WORDS =
  /^\s*\*{0,2}(body|message|copy|text|content|script|talk track|connection (?:note|message|request))\s*\*{0,2}\s*:\s*\*{0,2}\s*(.*)$/i;
const VOICEMAIL = /^\s*\*{0,2}voice ?mail(?: script)?\s*\*{0,2}\s*:\s*\*{0,2}\s*(.*)$/i;

/** Labels that say what the touch is, in the format's own words. */
const FIELDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    reason: "reason",
    value: "value",
    ask: "ask",
    kind: "kind",
    asset: "asset",
    "words from": "words-from",
    "pairs with": "pairs-with",
    "negative option": "negative-option",
  }),
);

/** The line on which the labels at the top of a step end: the last known one above which nothing else stands. */
function labelsEnd(lines: readonly string[]): number {
  let last = -1;
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "") continue;
    if (WORDS.test(line)) return i;
    if (LABEL.test(line) || timingIn(line, last === i - 1) !== undefined) last = i;
    else if (!STRANGE.test(line)) break;
  }
  return last;
}

/** A label that says when, where it is understood; also `Day 4` or `Wait 3 days` without one, where it stands `bare` among labels. */
function timingIn(line: string, bare: boolean): { readonly when: When; readonly value: string } | undefined {
  if (line.length > LONGEST) return undefined;
  const [, label, written = ""] = TIMING.exec(line) ?? [];
  const value = written.replace(/\*+\s*$/, "").trim();
  if (label === undefined && (!bare || !/\d|immediately|right away|same day/i.test(line))) return undefined;
  const alone = label === undefined ? saidIn(line.replace(/\*\*|__/g, "")) : undefined;
  const when = label !== undefined ? labelled(label, value) : alone && !/[\p{L}\p{N}]/u.test(alone.rest) ? alone.when : pauseIn(line)?.when;
  return when && { when, value: label === undefined ? line : value };
}

/** A part as a step, and what its labels say of when. */
export function stepOf(part: Part): { readonly step: RawStep; readonly when: When | undefined; readonly business: boolean } {
  const { heading, lines } = part;
  const said = new Map<string, string>();
  const blocks: { readonly label: string; readonly lines: string[] }[] = [];
  const words: string[] = [];
  const left: string[] = [];
  let free = words;
  let fence: string | undefined;
  let label = "";
  const strange: Kept[] = [];
  const end = labelsEnd(lines);
  const timeless = part.said?.rest ?? heading;
  let timing: ReturnType<typeof timingIn>;
  const [channel] = new RegExp(`\\b(?:${CHANNEL})\\b`, "i").exec(timeless) ?? [];
  const called = /^(?:call|phone)/i.test(said.get("channel") ?? channel ?? "");
  for (const [i, line] of trimmed(lines).entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (line.trim() === fence) fence = undefined;
      else blocks.at(-1)?.lines.push(line);
      continue;
    }
    if (mark) {
      fence = mark;
      blocks.push({ label, lines: [] });
      continue;
    }
    const begun = words.some((one) => one.trim() !== "");
    const [, name, value = ""] = begun ? [] : (LABEL.exec(line) ?? []);
    const [, begins, first = ""] = begun && free === words ? [] : (WORDS.exec(line) ?? []);
    const [, message] = called ? (VOICEMAIL.exec(line) ?? []) : [];
    const block = /^\s*\*\*(Script|Voicemail|Message|Guidance)\*\*\s*$/.exec(line)?.[1];
    const time = begun || i > end ? undefined : timingIn(line, true);
    const [, other, told = ""] = i < end && !begun && !time && !name && !begins ? (STRANGE.exec(line) ?? []) : [];
    if (time && timing === undefined) timing = time;
    else if (time) strange.push({ name: "when", value: line.trim() });
    else if (other) strange.push({ name: other, value: told.trim() });
    else if (name) said.set(name.toLowerCase(), value.trim());
    else if (block) label = block.toLowerCase();
    else if (message !== undefined) {
      free = left;
      free.push(message);
    } else if (begins) {
      free = words;
      free.push(first);
    } else free.push(line);
  }
  const of = (wanted: string) => blocks.filter((block) => block.label === wanted).map((block) => block.lines.join("\n"))[0];
  const fenced = of("message") ?? of("script") ?? of("");
  const loose = words.join("\n").trim();
  const voicemail = of("voicemail") ?? (left.join("\n").trim() || undefined);
  const named = heading.split(" · ").slice(2).join(" · ").trim();
  const kept: Kept[] = [
    ...strange,
    // Where a label says when, the heading may have said something else.
    ...(timing && part.said && part.said.rest !== heading ? [{ name: "heading", value: heading }] : []),
    // A wait that is not understood, or that its own heading or label overrules.
    ...part.pauses.flatMap(({ words, when }) =>
      when === undefined || part.said !== undefined || timing ? [{ name: "wait", value: words }] : [],
    ),
    ...(fenced !== undefined && loose !== "" ? [{ name: "beside the words", value: loose }] : []),
  ];
  const title = named || (channel === undefined ? heading : undefined);
  const asides = part.asides.join("\n").trim() || undefined;
  const guidance = [of("guidance") ?? said.get("guidance") ?? said.get("notes") ?? said.get("note"), asides].filter(Boolean).join("\n\n");
  const step: RawStep = {
    type: said.get("channel") ?? said.get("type") ?? channel ?? (said.has("subject") ? "email" : "task"),
    name: title,
    subject: said.get("subject") ?? said.get("subject line"),
    body: fenced ?? loose,
    // Labelled and fenced as our own pages are, the words stand there as they are.
    plain: fenced !== undefined && of("") === undefined,
    ...(of("message") === undefined ? {} : { spoken: false }),
    guidance: guidance || undefined,
    reply: said.get("thread") === "reply",
    automatic: said.get("mode") === "automatic",
    fields: {
      ...Object.fromEntries([...said].flatMap(([name, value]) => (FIELDS.has(name) && value ? [[FIELDS.get(name), value]] : []))),
      ...(voicemail === undefined ? {} : { voicemail }),
      ...(of("message") !== undefined && of("script") !== undefined ? { script: of("script") as string } : {}),
    },
    kept:
      named || title || /^(?:day|step|touch|touchpoint)?\s*#?\d*\W*$/i.test(timeless.replace(channel ?? "", ""))
        ? kept
        : [...kept, { name: "heading", value: heading }],
  };
  return { step, when: timing?.when, business: countsBusinessDays(timing?.value ?? "") };
}

/** Lines without a rule or empty lines at their end: a rule between two steps is nobody's words. */
function trimmed(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return lines.slice(0, last + 1);
}
