import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "vitest";

/** A program in a terminal that nobody looks at: what a person would type, and what they would see. */
export type Terminal = {
  /** Presses keys by their names, as in `Enter`, `Escape` or `g`. */
  readonly press: (...keys: readonly string[]) => void;
  /** Types a text as it is. */
  readonly type: (text: string) => void;
  /** Types a text and presses Enter. */
  readonly enter: (text: string) => void;
  /** Waits until the screen shows something. Fails with what it shows instead. */
  readonly shows: (what: string | RegExp) => Promise<void>;
  /** Waits until the screen does not show something any more. */
  readonly hides: (what: string | RegExp) => Promise<void>;
  readonly [Symbol.dispose]: () => void;
};

/** How long a screen may take before it is given up as one that never comes. Milliseconds. */
const PATIENCE = 60_000;

/** Starts a program in a terminal of 150 by 40. `folder` is where it runs, and where its socket lies. Throws where there is no tmux. */
export function terminal(folder: string, env: Readonly<Record<string, string>>, command: readonly string[]): Terminal {
  // A server of its own, so that nothing of whoever runs this is seen or stopped.
  const own = ["-S", join(folder, "tmux.socket"), "-f", "/dev/null"];
  const options = { cwd: folder, env, encoding: "utf8" } as const;
  const tmux = (...args: readonly string[]) => execFileSync("tmux", [...own, ...args], options);
  tmux("-u", "new-session", "-d", "-x", "150", "-y", "40", ...command);
  const screen = () => tmux("capture-pane", "-p");
  const patience = { timeout: PATIENCE, interval: 50 };
  return {
    press: (...keys) => void tmux("send-keys", ...keys),
    type: (text) => void tmux("send-keys", "-l", text),
    enter: (text) => {
      tmux("send-keys", "-l", text);
      tmux("send-keys", "Enter");
    },
    shows: (what) => expect.poll(screen, patience).toMatch(what),
    hides: (what) => expect.poll(screen, patience).not.toMatch(what),
    [Symbol.dispose]: () => void spawnSync("tmux", [...own, "kill-server"], options),
  };
}
