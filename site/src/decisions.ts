import { type Chapter, nameOf } from "@cadence-playbooks/server/core";
import type { Told } from "../reading/reading.ts";
import { href } from "./href.ts";
import { byName } from "./names.ts";
import { ledgerRead } from "./plays.ts";

/** Every playbook that was ever approved, with everything decided about it, by title. */
export async function histories(): Promise<readonly Told[]> {
  const all = (await ledgerRead()).flatMap(({ told }) => told ?? []);
  return all.sort((a, b) => byName(a.title, b.title));
}

/** One decision among those about all playbooks. */
export type Decision = { readonly of: Told; readonly chapter: Chapter };

/** Every decision about every playbook, newest first. */
export const decisions = async (): Promise<readonly Decision[]> =>
  (await histories())
    .flatMap((of) => of.chapters.map((chapter) => ({ of, chapter })))
    .sort((a, b) => (a.chapter.on === b.chapter.on ? b.chapter.number - a.chapter.number : a.chapter.on < b.chapter.on ? 1 : -1));

/** What was decided, in a few words: "Version 3 approved". */
export const headlineOf = (chapter: Chapter): string =>
  chapter.kind === "revocation"
    ? `Version ${chapter.number - 1} revoked`
    : chapter.first
      ? "Approved for the first time"
      : `Version ${chapter.number} approved`;

/** Why, as whoever decided it said. */
export const reasonOf = (chapter: Chapter): string => (chapter.kind === "revocation" ? chapter.because : chapter.note);

export const deciderOf = ({ by }: Chapter): string => nameOf(by);

export const historyHref = (id: string, number?: number): string =>
  `${href(`/history/${id}/`)}${number === undefined ? "" : `#decision-${number}`}`;

/** The address of a page of the list of all decisions, counted from 1. */
export const decisionsAt = (page: number): string => href(page === 1 ? "/history/" : `/history/all/${page}/`);
