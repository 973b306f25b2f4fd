import { Document, isMap, isSeq } from "yaml";
import { ASKS, blanks, gap, wordCount } from "../core/index.ts";
import { ours } from "./blanks.ts";
import { tidy } from "./html.ts";
import type { Kept, Sequence, Step } from "./sequence.ts";

/** Names of blanks that everybody fills the same way, with an example for the handbook. */
const EXAMPLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    first_name: "Priya",
    last_name: "Raman",
    name: "Priya Raman",
    company: "Harbor Foods",
    job_title: "Head of operations",
    title: "Head of operations",
    industry: "food wholesale",
    city: "Leeds",
    rep_first_name: "Dana",
    rep_name: "Dana",
    sender_name: "Dana",
    rep_phone: "020 7946 0100",
  }),
);

/** The longest id that still reads well in a link. */
const LONGEST_ID = 48;

/** Ids as a playbook may have them. One of those needs no cutting: it came from there. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A name as an id: lower-case letters, digits and single hyphens. Empty where nothing is left of it. */
export const slug = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Diacritic}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, "");

/** A sequence as the text of a playbook: whatever it says is in it, and what the format has no place for stands in its comments. */
export function asDraft(sequence: Sequence, from: string): string {
  const ids = new Set<string>();
  const renamed = new Map<string, string>();
  const named = sequence.steps.map((step, i) => {
    const id = unique(idOf(step.name ?? "") || `${step.channel}-${i + 1}`, ids);
    if (step.name !== undefined) renamed.set(step.name, id);
    return { id, step: withFields(withName(step, id), id) };
  });
  const steps = named.map(({ step }) => step);
  const touches = named.map(({ id, step }) => touchOf(step, id));
  for (const touch of touches) {
    const pair = touch["pairs-with"];
    if (typeof pair === "string") touch["pairs-with"] = renamed.get(pair) ?? pair;
  }
  const doc = new Document({
    title: oneLine(sequence.title),
    ...(sequence.summary ? { summary: oneLine(sequence.summary) } : {}),
    ...variablesOf(steps),
    ...(touches.length > 0 ? { touches } : {}),
  });
  const header = [
    `Imported from ${from}. What is still missing is underlined; each finding says what to do.`,
    ...sequence.notes.map((note) => `- ${note}`),
    ...commentOf(sequence.kept),
  ];
  doc.commentBefore = header.map(comment).join("\n");
  const list = doc.get("touches");
  if (isSeq(list))
    for (const [i, item] of list.items.entries()) {
      const kept = commentOf(steps[i]?.kept ?? []);
      if (isMap(item) && kept.length > 0) item.commentBefore = kept.map(comment).join("\n");
    }
  return doc.toString({ lineWidth: 0 });
}

/** A step's id by its name. */
const idOf = (name: string) => (ID.test(name) ? name : slug(name));

/** Signs that stand around a name and say nothing. */
const AROUND = /^[\s.,;:!?…'"“”‘’()_-]+|[\s.,;:!?…'"“”‘’()_-]+$/g;

/** Words from which on a name says what to do, and not only what it is called. */
const TELLING = 4;

/** A step that keeps its name where the id does not give it back: in its guidance if it tells the rep what to do, else in a comment. */
function withName(step: Step, id: string): Step {
  const { name, channel, mode, guidance, words } = step;
  if (name === undefined) return step;
  const given = name
    .replace(AROUND, "")
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");
  if (given === id || [words, guidance].includes(name)) return step;
  const tells = mode === "manual" && channel !== "email" && wordCount(name) >= TELLING;
  if (!tells) return { ...step, kept: [{ name: "name", value: name }, ...step.kept] };
  const { text, fallbacks } = ours(oneLine(name));
  const said = new Map([...fallbacks, ...(step.fallbacks ?? [])]);
  return { ...step, guidance: [text, guidance].filter((part) => part !== undefined).join("\n\n"), fallbacks: said };
}

/** A step that keeps what its table or page says in the names of our fields, where no touch can hold it. */
function withFields(step: Step, id: string): Step {
  const touch = touchOf(step, id);
  const lost = Object.entries(step.fields ?? {}).filter(([name, value]) => {
    const plain = (text: unknown) => tidy(String(text ?? "")).toLowerCase();
    const known = step.kept.some((one) => one.name === name && one.value === value);
    return plain(value) !== "" && plain(value) !== plain(touch[name]) && !UNSAID[name]?.includes(plain(value)) && !known;
  });
  return lost.length === 0 ? step : { ...step, kept: [...step.kept, ...lost.map(([name, value]) => ({ name, value }))] };
}
/** What a touch is that says nothing else. */
const UNSAID: Readonly<Record<string, readonly string[] | undefined>> = { kind: ["standard"], ask: ["none"] };

function touchOf(step: Step, id: string): Record<string, string | number> {
  const { fields = {} } = step;
  const spoken = step.channel === "call" || step.channel === "voicemail";
  const main = spoken || (step.channel === "video" && (step.spoken ?? true)) ? "script" : "message";
  const words = (text: string | undefined) => (text === undefined ? undefined : several(text));
  const field = (name: string) => (fields[name] === undefined || fields[name] === "" ? undefined : several(fields[name]));
  const sentences = {
    id,
    day: step.day,
    channel: step.channel,
    "pairs-with": fields["pairs-with"] === undefined ? undefined : slug(fields["pairs-with"]) || undefined,
    kind: ["take-away", "greeting"].includes(fields["kind"] ?? "") ? fields["kind"] : undefined,
    mode: step.mode === "automatic" ? step.mode : undefined,
    reason: field("reason"),
    value: field("value"),
    asset: slug(fields["asset"] ?? "") || undefined,
    "words-from": slug(fields["words-from"] ?? "") || undefined,
    ask: (ASKS as readonly string[]).includes(fields["ask"] ?? "") && fields["ask"] !== "none" ? fields["ask"] : undefined,
    "negative-option": field("negative-option"),
    subject: step.channel === "email" || step.channel === "video" ? step.subject : undefined,
    thread: step.channel === "email" && step.thread === "reply" ? "reply" : undefined,
    script: main === "script" ? words(step.words) : field("script"),
    voicemail: step.channel === "call" ? field("voicemail") : undefined,
    message: main === "message" ? words(step.words) : undefined,
    guidance: words(guidanceOf(step)),
  };
  return Object.fromEntries(Object.entries(sentences).filter((entry): entry is [string, string | number] => entry[1] !== undefined));
}

/** What a step says that its channel has no field for goes to the rep. */
function guidanceOf(step: Step): string | undefined {
  const subject =
    step.subject !== undefined && step.channel !== "email" && step.channel !== "video" ? `Subject: ${step.subject}` : undefined;
  return [subject, step.guidance].filter((part) => part !== undefined).join("\n\n") || undefined;
}

function variablesOf(steps: readonly Step[]) {
  const names = new Map<string, string | undefined>();
  for (const { subject, words, guidance, fallbacks, fields = {} } of steps)
    for (const text of [subject, words, guidance, ...Object.values(fields)])
      for (const { name } of blanks(text ?? ""))
        if (/^[a-z][a-z0-9_]*$/.test(name)) names.set(name, names.get(name) ?? fallbacks?.get(name));
  if (names.size === 0) return {};
  return {
    variables: Object.fromEntries(
      [...names].map(([name, fallback]) => [
        name,
        { example: EXAMPLES.get(name) ?? gap("an example"), ...(fallback ? { fallback: oneLine(fallback) } : {}) },
      ]),
    ),
  };
}

function unique(id: string, taken: Set<string>): string {
  let made = id;
  for (let i = 2; taken.has(made); i++) made = `${id}-${i}`;
  taken.add(made);
  return made;
}

const oneLine = (text: string) => tidy(text).replace(/\s+/g, " ") || "Imported sequence";
const several = (text: string) => {
  const tidied = tidy(text);
  return tidied.includes("\n") ? `${tidied}\n` : tidied;
};

const commentOf = (kept: readonly Kept[]): readonly string[] => kept.flatMap(({ name, value }) => `${name}: ${tidy(value)}`.split("\n"));
const comment = (line: string) => ` ${line}`;
