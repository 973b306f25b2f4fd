type Part = Record<string | number, unknown>;

/** Business days to the touch after the last, where nothing says better. */
const USUAL_GAP = 4;

/**
 * What the id or day of a touch probably is when it is missing or makes no sense, so that the touch can be judged for all the
 * rest. A pair is on one day; otherwise the day lies between the neighbours' days, where it disturbs no gap.
 */
export function guessed(list: readonly unknown[], index: number, key: "id" | "day"): string | number {
  if (key === "id") return `touch-${index + 1}`;
  const touch = list[index] as Part;
  const partner = list.find((one) => partOf(one)?.["id"] === touch["pairs-with"] && touch["pairs-with"] !== undefined);
  const paired = dayOf(partner);
  if (paired !== undefined) return paired;
  const before = list
    .slice(0, index)
    .map(dayOf)
    .findLast((day) => day !== undefined);
  const after = list
    .slice(index + 1)
    .map(dayOf)
    .find((day) => day !== undefined);
  if (before === undefined) return 1;
  return after === undefined || after < before ? before + USUAL_GAP : Math.floor((before + after) / 2);
}

const partOf = (value: unknown): Part | undefined => (typeof value === "object" && value !== null ? (value as Part) : undefined);
function dayOf(value: unknown): number | undefined {
  const day = partOf(value)?.["day"];
  return typeof day === "number" && Number.isInteger(day) ? day : undefined;
}
