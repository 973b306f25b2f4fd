import { kindOfFile, type Playbook, type Report, settingsFor, type Where, whereabouts } from "../core/index.ts";
import { knowledgeFor } from "../disk/knowledge.ts";
import { readText } from "../disk/read-text.ts";
import { shown } from "../disk/shown.ts";
import type { Unread } from "../disk/trouble.ts";
import { showFindings, showUnread } from "./pretty.ts";
import { screenOn } from "./screen.ts";
import { reportOn } from "./verdict.ts";

/** One playbook, read to be played. */
export type Opened = {
  readonly file: string;
  readonly playbook: Playbook;
  readonly report: Report;
  readonly caps: ReturnType<typeof settingsFor>["caps"];
  readonly where: Where;
};

/** Reads one playbook. Undefined, and said on the screen with exit code 2, where it cannot be played. */
export async function openPlaybook(file: string): Promise<Opened | undefined> {
  const read = await readText(file);
  const name = shown(file);
  if (!("text" in read)) return cannot({ ...read, file: name });
  if (kindOfFile(file) !== undefined && kindOfFile(file) !== "playbook")
    return cannot({
      file: name,
      kind: "failed",
      what: "This file is no playbook, so there is nothing to play.",
      todo: "Name a file that ends in .playbook.yaml.",
    });
  const known = await knowledgeFor(file);
  showUnread(
    known.unread.map((one) => ({ ...one, file: shown(one.file) })),
    screenOn(process.stderr),
    "note",
  );
  const report = reportOn(read.text, file, known);
  const { playbook } = report;
  if (!playbook || (playbook.touches.length === 0 && Object.keys(playbook.replies).length === 0)) {
    showFindings({ file: name, report }, screenOn(process.stderr));
    return cannot({
      file: name,
      kind: "failed",
      what: "Nothing in this file can be played.",
      todo: "Put right what “cadence check” finds in it.",
    });
  }
  const { segment } = playbook.audience;
  const { caps } = settingsFor(known.config, { file, configFile: known.configFile }, segment);
  return { file: name, playbook, report, caps, where: whereabouts(known.config, segment, known.regionOf) };
}

function cannot(why: Unread): undefined {
  process.exitCode = 2;
  showUnread([why], screenOn(process.stderr), "unread");
}
