import { type ApprovedPlaybook, STAGES, timeline } from "@cadence-playbooks/server/core";
import { href } from "./href.ts";
import { byName } from "./names.ts";

/** Plays as lists name them: from strangers to customers who left, and by title. */
export function inOrder(plays: readonly ApprovedPlaybook[]): readonly ApprovedPlaybook[] {
  const stage = ({ playbook }: ApprovedPlaybook) => STAGES.indexOf(playbook.audience.stage);
  return [...plays].sort((a, b) => stage(a) - stage(b) || byTitle(a, b));
}

/** The plays approved last, the newest first. */
export const recent = (all: readonly ApprovedPlaybook[], count: number): readonly ApprovedPlaybook[] =>
  [...all].sort((a, b) => b.approval["approved-on"].localeCompare(a.approval["approved-on"]) || byTitle(a, b)).slice(0, count);

/** The address of a page of the list of all plays, counted from 1. */
export const allPlaysAt = (page: number): string => href(page === 1 ? "/playbooks/" : `/playbooks/all/${page}/`);

/** The situation a play is for, in the rep's words; its title where the author wrote none. */
export const situationOf = (play: ApprovedPlaybook): string => play.playbook.audience.situation ?? titleOf(play);

/** What reps call a play; its id where the author gave it no title. */
export const titleOf = ({ id, playbook }: ApprovedPlaybook): string => playbook.title ?? id;

/** How many times they hear from us, and over how long: "7 touches over 24 business days". A pair counts as one. */
export function doseOf({ playbook }: ApprovedPlaybook): string {
  const moments = timeline(playbook.touches);
  const first = moments[0]?.day ?? 1;
  const days = (moments.at(-1)?.day ?? first) - first + 1;
  const touches = moments.length === 1 ? "1 touch" : `${moments.length} touches`;
  return days === 1 ? `${touches} on one day` : `${touches} over ${days} business days`;
}

export const hrefOf = ({ id }: ApprovedPlaybook): string => href(`/playbooks/${id}/`);

const byTitle = (a: ApprovedPlaybook, b: ApprovedPlaybook) => byName(titleOf(a), titleOf(b));
