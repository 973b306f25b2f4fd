/** Lines or steps that a note names at most. */
const MOST_NAMED = 5;

function listed(names: readonly string[]): string {
  const shown = names.length > MOST_NAMED + 1 ? [...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} more`] : names;
  return shown.length === 1 ? (shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** Steps of which nothing says when they come, as tables tell it where no column does. */
export function unplacedNote(steps: readonly string[]): string | undefined {
  if (steps.length === 0) return undefined;
  return steps.length === 1
    ? `Nothing that is understood here says when step ${steps[0]} comes, so it is on the day of the one before. Set its day.`
    : `Nothing that is understood here says when steps ${listed(steps)} come, so each is on the day of the one before. Set their days.`;
}

/** Lines that could have opened a step, and were taken as words. */
export function othersNote(lines: readonly string[], style: string): string | undefined {
  if (lines.length === 0) return undefined;
  const named = listed(lines.map((line) => `“${line}”`));
  return lines.length === 1
    ? `${named} was taken as words and not as a step, for steps open ${style} here. If it is a step, write it as the others are and import the document again.`
    : `${named} were taken as words and not as steps, for steps open ${style} here. If one is a step, write it as the others are and import the document again.`;
}

/** `names` as they are called in a sentence. */
export function sectionsNote(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return `What stands below ${listed([...new Set(names)])} belongs to no step; it is kept in the comments.`;
}

/** `Day +3` may count from the first step or from the one before: told where several do. */
export function plusNote(plus: readonly { readonly heading: string }[], fromStart: boolean): string | undefined {
  if (plus.length < 2) return undefined;
  const named = listed(plus.map(({ heading }) => `“${heading}”`));
  return `The days of ${named} were counted from ${fromStart ? "the first step" : "the step before each"}. Look whether they are meant so.`;
}
