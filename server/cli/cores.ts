import { availableParallelism } from "node:os";

/** Files, and characters in them, from which a second core saves more than its start costs: a short playbook has four thousand characters. */
const [FILES, CHARACTERS] = [250, 1_000_000];

/** Whether so many files, of which nothing else is known yet, are probably worth more than one core. */
export const probablyWorthIt = (files: number): boolean => availableParallelism() > 1 && files >= FILES;

/** Whether there is enough to do for more than one core. */
export const worthIt = (texts: readonly string[]): boolean =>
  availableParallelism() > 1 && texts.reduce((sum, { length }) => sum + length, 0) >= CHARACTERS;
