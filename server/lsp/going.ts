import type { CancellationToken, WorkDoneProgressReporter } from "vscode-languageserver";
import { given } from "./desk.ts";

/** What work on many files says before each of them: how many are done, of how many. It throws once the client has given up. */
export type Going = (done: number, of: number) => void;

/** Files between two words about how far the work is. */
const OFTEN = 20;

/** What a client shows while it waits. */
const TITLE = "Looking through the playbooks";

/** For work that nobody shows the progress of. */
export const quietly =
  (token: CancellationToken): Going =>
  () =>
    given(token);

/** Does work that looks into many files, and tells a client that shows it how far it is. What looks into no other file tells nothing. */
export async function underway<T>(
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
  work: (going: Going) => Promise<T>,
): Promise<T> {
  let begun = false;
  try {
    return await work((done, of) => {
      given(token);
      if (!begun) progress.begin(TITLE, 0, `${of} files`, true);
      else if (done % OFTEN === 0) progress.report(Math.floor((100 * done) / of), `${done} of ${of}`);
      begun = true;
    });
  } finally {
    if (begun) progress.done();
  }
}
