import { check, questionsFor } from "../core/index.ts";

/** Answers good enough for a test, to whatever questions a draft raises. */
export function answersFor(text: string): Record<string, string> {
  const { playbook, accepted } = check(text);
  return Object.fromEntries((playbook ? questionsFor(playbook, accepted) : []).map(({ id }) => [id, `Looked at ${id} for this test.`]));
}

/** The same as a file of answers, as `cadence approve --answers` reads it. */
export const answersFile = (text: string): string => JSON.stringify(answersFor(text), null, 1);
