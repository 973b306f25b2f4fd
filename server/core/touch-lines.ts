import type { Change } from "./finding.ts";
import { at, branchesOf, type Playbook, type ReplyName, type Touch } from "./model.ts";
import type { Moment } from "./timeline.ts";

/** A line of touches whose days count from one moment: the main line from its first touch, a branch from the reply. */
export type TouchLine = { readonly reply?: ReplyName; readonly touches: readonly Touch[] };

/** The main line, then every branch that has touches. */
export const linesOfTouches = (playbook: Playbook): readonly TouchLine[] => [
  { touches: playbook.touches },
  ...branchesOf(playbook).filter(({ touches }) => touches.length > 0),
];

/**
 * Every touch with those that may have reached the prospect before it, in the order they are written. A branch comes after
 * the main line; two branches never meet on one path.
 */
export function* withEarlier(playbook: Playbook): Iterable<{ touch: Touch; earlier: () => readonly Touch[] }> {
  for (const { reply, touches } of linesOfTouches(playbook)) {
    const before = reply === undefined ? [] : playbook.touches;
    for (const [i, touch] of touches.entries()) yield { touch, earlier: () => [...before, ...touches.slice(0, i)] };
  }
}

/** The last day that the format allows. */
const LAST_DAY = 730;

/** The changes that move some moments the same number of business days later. None where the last would fall out of the calendar. */
export function movedLater(moments: readonly Moment[], by: number): readonly Change[] {
  const touches = moments.flatMap((moment) => moment.touches);
  return touches.some(({ day }) => day + by > LAST_DAY) ? [] : touches.map((touch) => ({ set: at(touch, "day").path, to: touch.day + by }));
}

/**
 * The changes that move a touch, those of its day and all that follow in its line by some business days, either way. None where
 * one would fall out of the calendar or before the touch in front of it.
 */
export function movedBy(playbook: Playbook, touch: Touch, by: number): readonly Change[] {
  const line = linesOfTouches(playbook).find(({ touches }) => touches.includes(touch));
  if (!line || by === 0) return [];
  const moved = line.touches.filter(({ day }) => day >= touch.day);
  const before = line.touches.filter(({ day }) => day < touch.day).map(({ day }) => day);
  const earliest = Math.max(line.reply === undefined ? 1 : 0, ...before);
  if (touch.day + by < earliest || moved.some(({ day }) => day + by > LAST_DAY)) return [];
  return moved.map((one) => ({ set: at(one, "day").path, to: one.day + by }));
}

/** The most touches a fix moves at once. A cadence with more needs another kind of help. */
const MOST_MOVED = 40;

/** The fix that moves the moments from one on some business days later, so that what follows keeps its distance. */
export function laterFix(moments: readonly Moment[], from: Moment, by: number) {
  const moved = moments.slice(moments.indexOf(from));
  const changes = moved.length > MOST_MOVED ? [] : movedLater(moved, by);
  const what = `“${from.touches[0].id}”${moved.length > 1 ? " and what follows it" : ""}`;
  return changes.length === 0 ? [] : [{ title: `Move ${what} ${by} business ${by === 1 ? "day" : "days"} later`, safe: false, changes }];
}
