import { type Path, pathOf, type Report, runsOf, storyOf, type Touch } from "../core/index.ts";

/** What is proven of a playbook's runs, in words. */
export type Proved = {
  /** Whether every run was followed, and none breaks a promise. */
  readonly holds: boolean;
  /** One line. */
  readonly title: string;
  /** All of it, in sentences. */
  readonly told: string;
  /** Where the first broken promise breaks. */
  readonly place: Path | undefined;
};

/** Each promise by its name, so that a line can list those that break. */
const PROMISES = {
  gap: "enough time between two touches",
  calls: "few calls in seven days",
  touches: "few touches in seven days",
  channels: "few channels on one day",
  count: "few touches in all",
  length: "an end in good time",
  no: "a no ends it",
  "opt-out": "an opt-out is for ever",
  "take-away": "nothing after the take-away",
  last: "the last message is the last",
  reflex: "one answer to a reflex no",
  deferral: "patience until their date",
  rest: "a rest before a return",
  goodbye: "a goodbye at the end",
} as const;

/**
 * What the rules have proven of a playbook's runs; they have followed them already. Runs are counted with one answer or none,
 * because with every further answer there are many times as many. Undefined where nothing is sent or nothing can be read.
 */
export function provedOf({ playbook, paths }: Report): Proved | undefined {
  const found = paths?.();
  if (!playbook || !found || playbook.touches.length === 0) return undefined;
  const { breaks, complete } = found;
  const [first] = breaks;
  if (first) {
    const names = [...new Set(breaks.map(({ promise }) => PROMISES[promise]))];
    const one = names.length === 1;
    const list = `${names.slice(0, MOST_NAMED).join(", ")}${names.length > MOST_NAMED ? `, and ${names.length - MOST_NAMED} more` : ""}`;
    const title = `${one ? "A promise breaks" : `${names.length} promises break`} on some run: ${list}`;
    const told = `${title}. The shortest run on which ${one ? "it" : `“${PROMISES[first.promise]}”`} breaks: ${storyOf(first.run)}`;
    return { holds: false, title, told, place: placeOf(first.where) };
  }
  if (!complete) {
    const title = "Too many runs to follow them all";
    return { holds: false, title, told: `${title}. The findings say which replies make so many.`, place: ["replies"] };
  }
  const { runs, whole } = runsOf(playbook, 1);
  const count = `${whole ? "" : "more than "}${runs.length} ${runs.length === 1 ? "run" : "runs"}`;
  const title = `Every promise holds on every run · ${count} with one answer or none`;
  const told = `Every promise holds on every run: on the ${count} with one answer or none, and on all with more.`;
  return { holds: true, title, told, place: undefined };
}

/** Promises named in a line. */
const MOST_NAMED = 2;

/** Where it breaks: at a touch's id, or at the reply that ends too soon. */
const placeOf = (where: object): Path => ("id" in where ? [...pathOf(where as Touch), "id"] : pathOf(where));
