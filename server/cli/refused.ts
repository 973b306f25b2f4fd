import type { Refusal } from "../core/index.ts";
import type { Known } from "../disk/knowledge.ts";
import { shown } from "../disk/shown.ts";
import type { Unread } from "../disk/trouble.ts";
import { label, row, showFindings, showUnread } from "./pretty.ts";
import { screenOn } from "./screen.ts";
import { reportOn } from "./verdict.ts";

/** Leaves with a code, after something is said about it: before anything is printed, for whoever reads may hang up before the end. */
export function stop(code: 0 | 1 | 2, say: () => void): void {
  process.exitCode = code;
  say();
}

/** Says what could not be read or written, and leaves with 2. */
export const unable = (problems: readonly Unread[]): void =>
  stop(2, () =>
    showUnread(
      problems.map((one) => ({ ...one, file: shown(one.file) })),
      screenOn(process.stderr),
      "unread",
    ),
  );

/** Says every reason against, with the findings among them, and leaves with 1. */
export function refuse(refusals: readonly Refusal[], last: string, draft?: { file: string; text: string; known: Known }): void {
  stop(1, () => {
    const screen = screenOn(process.stderr);
    for (const { findings } of refusals)
      if (findings && draft)
        showFindings({ file: shown(draft.file), report: reportOn(draft.text, draft.file, draft.known) }, screen, findings);
    for (const { what, todo } of refusals)
      screen.print("", ...row(screen.paint("error", " refused"), what, screen, "strong"), ...label("do", todo, screen));
    screen.print("", `${screen.paint("error", "✗")} ${screen.paint("strong", last)}`, "");
  });
}
