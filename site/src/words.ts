import { blanks, called, messageOf, type Playbook, SKIP_SENTENCE } from "@cadence-playbooks/server/core";

/**
 * A stretch of a message: plain words, or a blank to fill in. `no` marks the negative option; `skip` names the blanks without
 * which the stretch is left out, because its whole sentence is.
 */
export type Stretch = { readonly text: string; readonly blank?: string; readonly no: boolean; readonly skip?: readonly string[] };

/**
 * A message cut into plain words and blanks, with the negative option marked wherever it stands.
 * The negative option is found word by word, so that a line break in the message does not hide it.
 */
export function stretches(text: string, negativeOption?: string, variables: Playbook["variables"] = {}): readonly Stretch[] {
  const no = negativeOption === undefined ? undefined : placeOf(text, negativeOption);
  const holes = blanks(text);
  const optional = optionalSentences(text, holes, variables);
  const cuts = new Set([0, text.length, ...(no ?? []), ...optional.flatMap(({ start, end }) => [start, end])]);
  for (const { from, to } of holes) cuts.add(from).add(to);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? 0;
    const within = holes.find(({ from, to }) => from <= start && end <= to);
    const sentence = optional.find((one) => one.start <= start && end <= one.end);
    return {
      text: text.slice(start, end),
      no: no !== undefined && no[0] <= start && end <= no[1],
      ...(within ? { blank: within.name } : {}),
      ...(sentence ? { skip: sentence.blanks } : {}),
    };
  });
}

/** The sentences that are left out when a blank of theirs is not known. */
function optionalSentences(text: string, holes: ReturnType<typeof blanks>, variables: Playbook["variables"]) {
  const skips = holes.filter(({ name }) => called(variables, name)?.fallback === SKIP_SENTENCE);
  if (skips.length === 0) return [];
  return messageOf(text).sentences.flatMap(({ start, end }) => {
    const inside = skips.filter(({ from, to }) => start < to && from < end);
    if (inside.length === 0) return [];
    // A blank at an edge may be read as lying half outside its sentence; a stretch never cuts one.
    const first = start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0);
    const edges = [first, end, ...inside.flatMap(({ from, to }) => [from, to])];
    return [{ start: Math.min(...edges), end: Math.max(...edges), blanks: [...new Set(inside.map(({ name }) => name))] }];
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

/** A text with the example in every blank. */
export const withExamples = (text: string, variables: Playbook["variables"]): string =>
  stretches(text)
    .map((stretch) => (stretch.blank === undefined ? stretch.text : (called(variables, stretch.blank)?.example ?? "…")))
    .join("");
