import type { Playbook } from "../core/index.ts";
import { tidy } from "./html.ts";
import { inOrder, wordsOf } from "./outline.ts";
import { TASK_NAMES } from "./steps.ts";

/** The labels of a touch's fields, in the order they are written. */
const LABELS = [
  "kind",
  "mode",
  "reason",
  "value",
  "asset",
  "words-from",
  "ask",
  "pairs-with",
  "negative-option",
  "thread",
  "subject",
] as const;
const UNSAID: Readonly<Record<string, string>> = { kind: "standard", mode: "manual", ask: "none", thread: "new" };

const titled = (key: string) => key.replace(/^./, (letter) => letter.toUpperCase()).replaceAll("-", " ");

/** A playbook as a page of Markdown, to print, to read aloud, to mail; `import` reads it again. */
export function asPage(playbook: Playbook): string {
  const { title, summary, touches } = playbook;
  const parts = inOrder(touches).map((touch) => {
    const labels = LABELS.flatMap((label) => {
      const value = wordsOf(touch, label);
      return value === undefined || value === UNSAID[label] ? [] : [`**${titled(label)}:** ${tidy(value).replace(/\s+/g, " ")}`];
    });
    const blocks = (["script", "voicemail", "message", "guidance"] as const).flatMap((field) => {
      const words = wordsOf(touch, field);
      return words === undefined ? [] : [`**${titled(field)}**\n\n${fenced(tidy(words))}`];
    });
    return [
      `## Day ${touch.day} · ${TASK_NAMES[touch.channel]} · ${touch.id}`,
      ...(labels.length > 0 ? [labels.join("  \n")] : []),
      ...blocks,
    ].join("\n\n");
  });
  return `${[`# ${tidy(title ?? "Untitled").replace(/\s+/g, " ")}`, ...(summary ? [tidy(summary)] : []), "Days are business days; the first touch is day 1.", ...parts].join("\n\n")}\n`;
}

function fenced(words: string): string {
  const longest = Math.max(2, ...[...words.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${words}\n${fence}`;
}
