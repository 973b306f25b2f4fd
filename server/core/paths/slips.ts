import type { Fix, Remark } from "../finding.ts";
import { at, pathOf, type Touch } from "../model.ts";
import { BUSINESS_DAYS_A_WEEK, type Moment } from "../timeline.ts";
import { laterFix } from "../touch-lines.ts";
import type { Exploration, Paced } from "./explore.ts";
import type { BranchLine } from "./machine.ts";
import type { Break, Event, Vow } from "./run.ts";
import { told } from "./story.ts";

type MomentEvent = Extract<Event, { kind: "moment" }>;

/** A break, told apart by what an author would mend. */
export type Slip = {
  readonly touch: Touch;
  readonly run: readonly Event[];
  /** The moments of the run, the breaking one last. */
  readonly moments: readonly MomentEvent[];
  readonly last: MomentEvent;
  /** The branch after which the main line went on too soon. Undefined where the breaking touch itself stands too early. */
  readonly resumed: BranchLine | undefined;
};

/**
 * The breaks of one promise at touches. Where the main line goes on too soon after a branch, that is one slip of the branch, however
 * many touches of the main line it meets.
 */
export function slipsOf({ breaks }: Paced, promise: Vow): readonly Slip[] {
  const slips = breaks.filter((one) => one.promise === promise).flatMap(slipOf);
  return slips.filter(({ resumed }, i) => !resumed || slips.findIndex((one) => one.resumed === resumed) === i);
}

function slipOf({ where, run }: Break): readonly Slip[] {
  const moments = run.filter((event) => event.kind === "moment");
  const last = moments.at(-1);
  if (!last) return [];
  const branch = last.line.branch ? undefined : moments.findLast(({ line }) => line.branch);
  return [{ touch: where as Touch, run, moments, last, resumed: branch?.line as BranchLine | undefined }];
}

/** Where a slip is mended, and the fix that mends it: the touch moves some business days later, or the branch waits longer. */
export function mended({ touch, last, resumed, run }: Slip, by: number): Pick<Remark, "at" | "fixes"> {
  if (!resumed) return { at: at(touch, "day"), fixes: laterFix(last.line.moments, last.moment, by) };
  const fix = longerWait(resumed, by + slackOf(run, resumed));
  return { at: { path: [...pathOf(resumed.branch.part), "then"] }, fixes: fix ? [fix] : [] };
}

/** The business days by which the main line could go on sooner than on this run: they may answer as late as the day before its next touch. */
function slackOf(run: readonly Event[], branch: BranchLine): number {
  const said = run.findLastIndex((event) => event.kind === "reply" && event.line === branch);
  const resumed = run.slice(said).find(({ line }) => !line.branch);
  return Math.max(0, (resumed?.day ?? 0) - (run[said]?.day ?? 0) - (branch.over ?? 0) - 1);
}

function longerWait({ over, branch }: BranchLine, by: number): Fix | undefined {
  if (over === undefined) return undefined;
  const wait = weeksFor(over + by);
  return {
    title: `Wait ${wait} before the main line goes on`,
    safe: false,
    changes: [{ set: [...pathOf(branch.part), "wait"], to: wait }],
  };
}

/** The fewest whole weeks that hold some business days at least: they hold as many on whatever weekday they begin. */
const weeksFor = (businessDays: number): string => inWeeks(Math.max(1, Math.ceil(businessDays / BUSINESS_DAYS_A_WEEK)));

/** Weeks, as the format writes them. */
export const inWeeks = (weeks: number): string => `${weeks} ${weeks === 1 ? "week" : "weeks"}`;

/** After which reply it happens, where that makes the difference: the beginning of a sentence. */
export const afterReply = ({ resumed }: Slip): string => (resumed ? `After “${resumed.branch.reply}”, ` : "");

/** The moment before a slip, and the business days between. */
export function gapBefore({ moments, last }: Slip): { readonly earlier: Moment; readonly gap: number } | undefined {
  const before = moments.at(-2);
  return before && { earlier: before.moment, gap: last.day - before.day };
}

/**
 * The items of the seven days that end with the last one, when it is the one with which they get too full. Undefined when
 * they already were, with the item before.
 */
export function fullWeek<T extends { readonly day: number }>(items: readonly T[], most: number): readonly T[] | undefined {
  const week = weekOf(items);
  return week.length > most && weekOf(items.slice(0, -1)).length <= most ? week : undefined;
}

const weekOf = <T extends { readonly day: number }>(items: readonly T[]): readonly T[] => {
  const last = items.at(-1);
  return last ? items.filter(({ day }) => day > last.day - BUSINESS_DAYS_A_WEEK) : [];
};

/** The business days by which the last item of a full week would have to come later for the week to have room for it. */
export function roomAfter(week: readonly { readonly day: number }[], most: number): number {
  const [first, last] = [week.at(-1 - most), week.at(-1)];
  return first && last ? first.day + BUSINESS_DAYS_A_WEEK - last.day : 0;
}

/** The shortest run on which a promise breaks at a touch that fits, told for a remark. Nothing where it never does. */
export function shortest(paths: Exploration, promise: Vow, fits: (slip: Slip) => boolean): Pick<Remark, "story" | "related"> {
  const slip = slipsOf(paths, promise).find(fits);
  return slip ? told(slip.run) : {};
}
