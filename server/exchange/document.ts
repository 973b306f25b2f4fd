import { CannotRead, type Kept, type RawSequence, type RawStep } from "./sequence.ts";

const CHANNEL = "e-?mail|call|phone(?: call)?|voice ?mail|linked ?in(?: \\w+)?|sms|text(?: message)?|video|letter|post|event";
/** A line that begins a step, such as `## Day 3 – Email`, `Email 2 (Day 5)` or `Step 4: Call - Day 9`. */
const DAY = /\bday\s*(\d{1,4})\b/i;
const OPENS = new RegExp(
  `^(?:week\\s*\\d{1,3}\\s*[,:;/–—-]?\\s*)?(?:(?:step|touch|touchpoint|email|call|day)\\s*#?\\d{1,4}\\b|(?:${CHANNEL})\\s*#?\\d{0,3}\\s*[(:–—-]|(?:${CHANNEL})\\s*#?\\d{1,3}\\s*$)`,
  "i",
);
const LABEL =
  /^\s*\*{0,2}(subject|subject line|channel|type|mode|thread|reason|value|ask|kind|asset|words from|pairs with|negative option|guidance|notes?)\s*\*{0,2}\s*:\s*\*{0,2}\s*(.*)$/i;
/** A line that only says that the words follow, or that begins them. */
const WORDS =
  /^\s*\*{0,2}(body|message|copy|text|content|script|talk track|connection (?:note|message|request))\s*\*{0,2}\s*:\s*\*{0,2}\s*(.*)$/i;
const VOICEMAIL = /^\s*\*{0,2}voice ?mail(?: script)?\s*\*{0,2}\s*:\s*\*{0,2}\s*(.*)$/i;
const FENCE = /^\s*(`{3,}|~{3,})/;

/** Whether a text is a document with steps in it. */
export const isDocument = (text: string): boolean => text.split(/\r?\n/).some((line) => begins(line) !== undefined);

/** A line without the marks of Markdown around it, where it begins a step. */
function begins(line: string): string | undefined {
  const heading = /^\s{0,3}#{1,6}\s+/.test(line);
  const plain = line
    .replace(/^\s{0,3}(?:#{1,6}\s+|[-*]\s+)?/, "")
    .replace(/\*\*|__/g, "")
    .replace(/\s*:?\s*$/, "")
    .trim();
  if (plain.length === 0 || plain.length > 120) return undefined;
  if (OPENS.test(plain) && (heading || plain.length <= 80) && !/[.!?]$/.test(plain)) return plain;
  return heading && DAY.test(plain) ? plain : undefined;
}

type Part = { readonly heading: string; readonly lines: string[] };

/** Reads a document in which each step has a heading, its words below it, and what it is in lines such as `Subject: …`. */
export function openDocument(text: string, name: string): RawSequence {
  const before: string[] = [];
  const parts: Part[] = [];
  let fence: string | undefined;
  const lines = text.split(/\r?\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== "");
  // A title may sound like a step; it is none where the steps have headings of their own below it.
  const titled =
    /^\s{0,3}#\s/.test(lines[first] ?? "") && lines.some((line) => /^\s{0,3}#{2,6}\s/.test(line) && begins(line) !== undefined);
  for (const [i, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (mark && (fence === undefined || line.trim() === fence)) fence = fence === undefined ? mark : undefined;
    const heading = fence === undefined && !(titled && i === first) ? begins(line) : undefined;
    if (heading !== undefined) {
      // A day on a line of its own, and what comes on it below.
      const above = parts.at(-1);
      const dayAlone = above && /^day\s*#?\d+$/i.test(above.heading) && above.lines.every((one) => one.trim() === "") && !DAY.test(heading);
      if (dayAlone) parts.pop();
      parts.push({ heading: dayAlone ? `${above.heading}: ${heading}` : heading, lines: [] });
    } else (parts.at(-1)?.lines ?? before).push(line);
  }
  if (parts.length === 0)
    throw new CannotRead(
      "No step can be told apart in this text.",
      "Put a line such as “Day 1: Email” above the words of each step, and “Subject: …” where there is one.",
    );
  const title = before.find((line) => /^\s{0,3}#\s+\S/.test(line)) ?? before.find((line) => line.trim() !== "" && line.length < 100);
  const intro = before
    .filter((line) => line !== title)
    .join("\n")
    .trim();
  const business = /business days?/i.test(before.join("\n"));
  return {
    title: title?.replace(/^\s{0,3}#+\s+/, "").trim() ?? name,
    days: business ? "business" : "calendar",
    steps: parts.map(stepOf),
    kept: intro === "" ? [] : [{ name: "before the first step", value: intro }],
    notes: [],
  };
}

/** Labels that say what the touch is, in the format's own words. */
const FIELDS: Readonly<Record<string, string>> = {
  reason: "reason",
  value: "value",
  ask: "ask",
  kind: "kind",
  asset: "asset",
  "words from": "words-from",
  "pairs with": "pairs-with",
  "negative option": "negative-option",
};

function stepOf({ heading, lines }: Part): RawStep {
  const said = new Map<string, string>();
  const blocks: { readonly label: string; readonly lines: string[] }[] = [];
  const words: string[] = [];
  const left: string[] = [];
  let free = words;
  let fence: string | undefined;
  let label = "";
  const [channel] = new RegExp(`\\b(?:${CHANNEL})\\b`, "i").exec(heading) ?? [];
  const called = /^(?:call|phone)/i.test(said.get("channel") ?? channel ?? "");
  for (const line of lines) {
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
    if (name) said.set(name.toLowerCase(), value.trim());
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
  const day = DAY.exec(heading)?.[1];
  const named = heading.split(" · ").slice(2).join(" · ").trim();
  const kept: Kept[] = fenced !== undefined && loose !== "" ? [{ name: "beside the words", value: loose }] : [];
  const title = named || (channel === undefined ? heading : undefined);
  return {
    type: said.get("channel") ?? said.get("type") ?? channel ?? (said.has("subject") ? "email" : "task"),
    name: title,
    subject: said.get("subject") ?? said.get("subject line"),
    body: fenced ?? loose,
    // Labelled and fenced as our own pages are, the words stand there as they are.
    plain: fenced !== undefined && of("") === undefined,
    ...(of("message") === undefined ? {} : { spoken: false }),
    guidance: of("guidance") ?? said.get("guidance") ?? said.get("notes") ?? said.get("note"),
    reply: said.get("thread") === "reply",
    automatic: said.get("mode") === "automatic",
    ...(day === undefined ? {} : { at: { day: Number(day) } }),
    fields: {
      ...Object.fromEntries([...said].flatMap(([name, value]) => (FIELDS[name] && value ? [[FIELDS[name], value]] : []))),
      ...(voicemail === undefined ? {} : { voicemail }),
      ...(of("message") !== undefined && of("script") !== undefined ? { script: of("script") as string } : {}),
    },
    kept:
      named || title || /^(?:day|step|touch|touchpoint)?\s*#?\d*\W*$/i.test(heading.replace(DAY, "").replace(channel ?? "", ""))
        ? kept
        : [...kept, { name: "heading", value: heading }],
  };
}
