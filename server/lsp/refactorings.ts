import { CodeActionKind } from "vscode-languageserver";
import {
  BUSINESS_DAYS_A_WEEK,
  type Change,
  linesOfTouches,
  movedBy,
  offsetAt,
  type Playbook,
  pathOf,
  type Range,
  type Report,
  symbolParts,
  type Touch,
} from "../core/index.ts";

type Offer = { readonly title: string; readonly kind: CodeActionKind; readonly changes: readonly Change[] };

/** How far a touch can be moved from the menu: a day, or a week, either way. Any other day is a command's to ask for. */
const MOVES = [1, BUSINESS_DAYS_A_WEEK, -1, -BUSINESS_DAYS_A_WEEK];

/** What can be done with the touch around a selection: moved with all that follow it, paired with one of its day, or parted from it. */
export function refactorings({ playbook, source }: Report, selected: Range): Offer[] {
  if (!playbook) return [];
  const touch = touchAround(playbook, source, offsetAt(source.text, source.lines, selected.start));
  if (!touch) return [];
  const pairing = [...pairings(playbook, touch)];
  const moves = MOVES.flatMap((by): Offer[] => {
    const changes = movedBy(playbook, touch, by);
    const days = Math.abs(by) === BUSINESS_DAYS_A_WEEK ? "a week" : "1 business day";
    const what = `“${touch.id}”${changes.length > 1 ? " and what follows it" : ""}`;
    return changes.length === 0
      ? []
      : [{ title: `Move ${what} ${days} ${by > 0 ? "later" : "earlier"}`, kind: CodeActionKind.RefactorRewrite, changes }];
  });
  return [...pairing, ...moves];
}

/** Columns from the dash of an item to what stands in it. */
const DASH = 2;

/** The touch that is written around an offset, the dash before it included. Undefined where none can be made out. */
export const touchAround = (playbook: Playbook, source: Report["source"], offset: number): Touch | undefined =>
  linesOfTouches(playbook)
    .flatMap(({ touches }) => touches)
    .find((touch) => {
      const part = symbolParts(source, pathOf(touch).slice(0, -1)).find(({ key }) => key === pathOf(touch).at(-1));
      return part && part.span[0] - DASH <= offset && offset < part.span[1];
    });

/** A call and its same-day email are one contact. Parting them makes a second one, which needs a day of its own. */
function* pairings(playbook: Playbook, touch: Touch): Iterable<Offer> {
  const line = linesOfTouches(playbook).find(({ touches }) => touches.includes(touch))?.touches ?? [];
  const partner = line.find(({ id }) => id === touch["pairs-with"]);
  if (partner) {
    const following = line.filter((one) => one === touch || one.day > touch.day);
    const changes: Change[] = [
      { remove: [...pathOf(touch), "pairs-with"] },
      ...following.map((one) => ({ set: [...pathOf(one), "day"], to: one.day + 1 })),
    ];
    yield {
      title: `Part “${touch.id}” from “${partner.id}”: a contact of its own, a business day later`,
      kind: CodeActionKind.RefactorRewrite,
      changes,
    };
    return;
  }
  const paired = new Set(line.flatMap((one) => (one["pairs-with"] === undefined ? [] : [one["pairs-with"], one.id])));
  const free = line
    .slice(0, line.indexOf(touch))
    .findLast((one) => one.day === touch.day && one.channel !== touch.channel && !paired.has(one.id));
  if (free && !paired.has(touch.id))
    yield {
      title: `Pair “${touch.id}” with “${free.id}”: one contact in two ways`,
      kind: CodeActionKind.RefactorRewrite,
      changes: [{ set: [...pathOf(touch), "pairs-with"], to: free.id }],
    };
}
