import { blanks } from "@cadence-playbooks/server/core";

/** A stretch of a message: plain words, or a blank to fill in. `no` marks the negative option. */
export type Stretch = { readonly text: string; readonly blank?: string; readonly no: boolean };

/**
 * A message cut into plain words and blanks, with the negative option marked wherever it stands.
 * The negative option is found word by word, so that a line break in the message does not hide it.
 */
export function stretches(text: string, negativeOption?: string): readonly Stretch[] {
  const no = negativeOption === undefined ? undefined : placeOf(text, negativeOption);
  const cuts = new Set([0, text.length, ...(no ?? [])]);
  const holes = blanks(text);
  for (const { from, to } of holes) cuts.add(from).add(to);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? 0;
    const within = holes.find(({ from, to }) => from <= start && end <= to);
    return {
      text: text.slice(start, end),
      no: no !== undefined && no[0] <= start && end <= no[1],
      ...(within ? { blank: within.name } : {}),
    };
  });
}

function placeOf(text: string, words: string): [number, number] | undefined {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\s+");
  const found = new RegExp(pattern, "u").exec(text);
  return found ? [found.index, found.index + found[0].length] : undefined;
}

/** The names of the blanks in some texts, each once, in the order they are met. */
export const blanksIn = (texts: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => blanks(text ?? "").map(({ name }) => name))),
];

/** A variable's name as a person would say it. */
export const spoken = (name: string): string => name.replaceAll("_", " ");
