import { days } from "../format/duration.ts";
import { type Branch, branchesOf, type Playbook, type ReplyName } from "../model.ts";
import { businessDays, type Moment, timeline } from "../timeline.ts";

/**
 * A playbook as a machine. What it means, in full:
 *
 * - The main line sends its moments on their days. A branch sends its own, counted in business days from its reply.
 * - A reply answers something we sent: it comes on the day of a moment or on any later day before the next, and the next reply
 *   answers the next moment. Automatic answers (out of office, bounce) come the same day. A reply that the playbook does not
 *   name changes nothing.
 * - A reply takes the place of the branch that was under way; given again inside its own branch, it changes nothing. An
 *   automatic answer says nothing new: `resume` after it takes up whatever was under way, and a second one changes nothing.
 * - A no is a reflex only on the main line, after its first moment or its second, and only once. Every other no is considered.
 * - `resume`: the main line stood still since the reply that left it, and goes on with the days it had left.
 * - A branch is over after its last moment and its wait, whichever is later; with an open wait (their date, their coming
 *   back), at any time from the day after any of its moments.
 * - Silence is what follows the last moment of the main line when nobody answers; its days count from there.
 * - Without a main line, a reply comes on day 1, out of the blue.
 */
export type Machine = {
  readonly main: Line;
  /** How each reply is answered, in the order of the format. Replies that the playbook leaves to another are not in it. */
  readonly branches: readonly BranchLine[];
  readonly silence: BranchLine | undefined;
  /** Whether a reply that a person gives can lead back to the main line. */
  readonly resumes: boolean;
  /** Business days from a reply until its branch is over, said of a reply on some day. Undefined where it stays open until they say. */
  readonly lasts: Lasts;
};

export type Lasts = (line: BranchLine, said: number) => number | undefined;

/** Moments in the order of their days, with the place of the line among all lines: 0 is the main line. */
export type Line = { readonly no: number; readonly branch?: Branch; readonly moments: readonly Moment[] };

export type BranchLine = Line & {
  readonly branch: Branch;
  /** Business days from the reply until the branch is over, at the earliest; undefined where it stays open until they say. */
  readonly over: number | undefined;
  /** Whether a person gave the reply, a machine did, or nobody. */
  readonly by: "person" | "machine" | "nobody";
};

/** Answers that no person writes. */
const AUTOMATIC: ReadonlySet<ReplyName> = new Set(["out-of-office", "bounce"]);

/** After as many moments of the main line a no may still be a reflex. */
export const EARLY_MOMENTS = 2;

/** The machine of a playbook. Days that stand out of order are read in their order. Waits are as long as on average, unless a calendar says. */
export function machineOf(playbook: Playbook, lasts: Lasts = ({ over }) => over): Machine {
  const main: Line = { no: 0, moments: timeline(playbook.touches) };
  const lines = branchesOf(playbook).map((branch, i) => lineOf(branch, i + 1));
  const branches = lines.filter(({ branch }) => branch.reply !== "silence");
  return {
    main,
    branches,
    silence: lines.find(({ branch }) => branch.reply === "silence"),
    resumes: branches.some(({ branch, by }) => by === "person" && branch.outcome === "resume"),
    lasts,
  };
}

function lineOf(branch: Branch, no: number): BranchLine {
  const moments = timeline(branch.touches);
  const wait = branch.wait === undefined ? 0 : days(branch.wait);
  return {
    no,
    branch,
    moments,
    over: wait === undefined ? undefined : Math.max(businessDays(wait), moments.at(-1)?.day ?? 0),
    by: branch.reply === "silence" ? "nobody" : AUTOMATIC.has(branch.reply) ? "machine" : "person",
  };
}
