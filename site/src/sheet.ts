import { type ApprovedPlaybook, branchesOf, type Touch } from "@cadence-playbooks/server/core";
import { situationOf, titleOf } from "./play.ts";
import { restraintsOf } from "./restraint.ts";

/**
 * How the printed sheet of a play is set so that it stays one page of A4 and of Letter. Paper does not scroll, and no style knows
 * how long a text is; so it is reckoned here, in lines.
 */
export type Sheet = {
  /** Smaller letters where there is more to say. */
  readonly set: "plain" | "close" | "closest";
  /** Lines of each reason where there are so many touches that they stand in columns, without what they bring; else undefined. */
  readonly reasons: number | undefined;
};

/** Touches that each have a row of their own. */
const ROWS = 14;
/** Columns in which more than that stand. `print.css` says so, too. */
const COLUMNS = 4;
/** Lines that those columns may take together. */
const COLUMN = 37;
/** Lines of a touch's day and channel, and the space below. */
const HEAD = 1.4;
/** A page of Letter in plain setting, with a margin for what is reckoned wrong. Lines. */
const PAGE = 84;

const lines = (text: string | undefined, characters: number): number => Math.ceil((text ?? "").length / characters);
const together = (texts: readonly (string | undefined)[], characters: number): number =>
  texts.reduce((sum, text) => sum + lines(text, characters), 0);

export function sheetOf(play: ApprovedPlaybook): Sheet {
  const { touches } = play.playbook;
  const deep = Math.ceil(touches.length / COLUMNS);
  const longest = Math.max(...touches.map(({ reason }) => lines(reason, 34)));
  const reasons = touches.length > ROWS ? Math.max(0, Math.min(longest, Math.floor(COLUMN / deep - HEAD))) : undefined;
  const all = around(play) + (reasons === undefined ? touches.reduce((sum, touch) => sum + rowOf(touch), 0) : deep * (HEAD + reasons));
  return { set: all <= PAGE ? "plain" : all <= PAGE * 1.25 ? "close" : "closest", reasons };
}

/** A row: its day and reason on the left, what it asks, brings and offers on the right. */
function rowOf(touch: Touch): number {
  const { reason, value, asset } = touch;
  return (
    0.6 +
    Math.max(
      1 + lines(reason, 58),
      lines(`${value ?? ""}${touch["negative-option"] ?? ""}${asset ? "a title of some length" : ""}`, 80) + 0.4,
    )
  );
}

/** Everything that is not a touch. */
function around(play: ApprovedPlaybook): number {
  const { audience, motive, research, afterwards } = play.playbook;
  const head = 2.2 * lines(titleOf(play), 62) + lines(situationOf(play), 110) + 5;
  const left = 3 + together([audience["start-when"], motive.benefit, motive.belief], 75);
  const right = 2 + together([...audience.exclude, ...research.find], 75) * 1.2;
  const replies = 2 + 1.3 * Math.ceil(branchesOf(play.playbook).length / 2);
  const third = restraintsOf(play.playbook).map(({ dont, because }) => lines(dont, 44) + lines(because, 44) + 0.8);
  const not = 2 + [0, 3, 6].reduce((sum, from) => sum + Math.max(0, ...third.slice(from, from + 3)), 0);
  const after = 3 + Math.max(...Object.values(afterwards).map((text) => lines(text, 36)), 1);
  return head + Math.max(left, right) + replies + not + after;
}
