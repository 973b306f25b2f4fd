import type { Playbook, ReplyName } from "../model.ts";
import { BUSINESS_DAYS_A_WEEK, type Moment } from "../timeline.ts";
import { type BranchLine, type Machine, machineOf } from "./machine.ts";

/** A playbook as one picture of states in time, without sizes or colours: whoever shows it decides about those. Days are business days. */
export type Drawing = {
  /** The main line, from day 1. */
  readonly main: readonly Moment[];
  /** The branches that leave it, in the order in which they are drawn below it: those that send something first, by their length. */
  readonly branches: readonly DrawnBranch[];
  /** The last day on which anything is drawn. */
  readonly lastDay: number;
  /** The first fullest seven days of the main line: from one day to another, both included. Undefined where no two touches share a week. */
  readonly densest: { readonly from: number; readonly to: number; readonly moments: number } | undefined;
};

export type DrawnBranch = {
  readonly reply: ReplyName;
  /** How it ends, in a word of the format. */
  readonly outcome: BranchLine["branch"]["outcome"];
  /** The day on the main line after which it is drawn: the first on which the reply can come, for silence the last. */
  readonly leaves: number;
  /** Its moments, on the days they have when the reply comes on `leaves`. */
  readonly moments: readonly { readonly day: number; readonly moment: Moment }[];
  /** The day it is over; undefined where it waits for a day that they name. */
  readonly ends: number | undefined;
  /** Where the main line goes on after it. */
  readonly resumes: boolean;
};

/** What there is to draw of a playbook. Undefined for one that sends nothing. */
export function drawingOf(playbook: Playbook): Drawing | undefined {
  const machine = machineOf(playbook);
  const { main } = machine;
  if (main.moments.length === 0) return undefined;
  const branches = [...machine.branches, ...(machine.silence ? [machine.silence] : [])]
    .map((line) => branchDrawn(line, machine))
    .sort((a, b) => Number(b.moments.length > 0) - Number(a.moments.length > 0) || lengthOf(b) - lengthOf(a));
  const days = [
    ...main.moments.map(({ day }) => day),
    ...branches.flatMap(({ moments, ends }) => [...moments.map(({ day }) => day), ends ?? 0]),
  ];
  return { main: main.moments, branches, lastDay: Math.max(...days), densest: densestOf(main.moments) };
}

const lengthOf = ({ moments, leaves }: DrawnBranch) => (moments.at(-1)?.day ?? leaves) - leaves;

function branchDrawn(line: BranchLine, { main, silence }: Machine): DrawnBranch {
  const [first, last] = [main.moments[0]?.day ?? 1, main.moments.at(-1)?.day ?? 1];
  const leaves = line === silence ? last : first;
  return {
    reply: line.branch.reply,
    outcome: line.branch.outcome,
    leaves,
    moments: line.moments.map((moment) => ({ day: leaves + moment.day, moment })),
    ends: line.over === undefined ? undefined : leaves + line.over,
    resumes: line !== silence && line.branch.outcome === "resume",
  };
}

function densestOf(moments: readonly Moment[]): Drawing["densest"] {
  let densest: Drawing["densest"];
  for (const { day } of moments) {
    const to = day + BUSINESS_DAYS_A_WEEK - 1;
    const count = moments.filter((one) => one.day >= day && one.day <= to).length;
    if (count > (densest?.moments ?? 1)) densest = { from: day, to, moments: count };
  }
  return densest;
}
