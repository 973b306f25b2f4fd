import { afterAll, expect } from "vitest";
import { check } from "../core/index.ts";
import { importText } from "../exchange/index.ts";

/** Reads a document, given as its lines: the first draft that comes of it, and its plan and words in short. */
function read(...lines: readonly string[]) {
  const result = importText(lines.join("\n"), { name: "my-plan" });
  if ("what" in result) throw new Error(result.what);
  const drafts = result.drafts.map((draft) => ({ ...draft, all: check(draft.text).playbook?.touches ?? [] }));
  const [first] = drafts;
  if (!first) throw new Error("There is no draft.");
  /** What a prospect gets, or a rep says. */
  const words = first.all.map((touch) => ("script" in touch ? touch.script : "message" in touch ? touch.message : undefined)?.trim());
  const plan = first.all.map(({ day, channel }) => `${day} ${channel}`);
  return { ...first, drafts, words, plan, note: first.notes.join("\n") };
}

/** Words that became something else: a day, a channel, a field, a mark. */
const USED =
  /^(?:one|two|three|ten|(?:mon|tues|wednes|thurs|fri|satur)(?:day)?|next|days?|weeks?|wait|later|after|send|immediately|timing|delay|business|email|call|linkedin|message|video|subject|owner|notes?|tips|title|channel|hello|first|name|step|final|the|previous|plan)$/i;

/** Reads the documents of one file of tests, at least so many, and sees in the end that no word of any of them was lost. */
export function documents(least: number): typeof read {
  const seen: (readonly string[])[] = [];
  afterAll(() => {
    expect(seen.length).toBeGreaterThanOrEqual(least);
    for (const lines of seen) {
      const { drafts } = read(...lines);
      const texts = drafts.map(({ text }) => text.toLowerCase()).join("\n");
      const words = [
        ...lines
          .join("\n")
          .replace(/<br>/g, " ")
          .matchAll(/\p{L}{3,}/gu),
      ].map(([word]) => word.toLowerCase());
      expect(words.filter((word) => !USED.test(word) && !texts.includes(word))).toEqual([]);
    }
  });
  return (...lines: readonly string[]) => {
    seen.push(lines);
    return read(...lines);
  };
}
