import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { sharedFiles } from "../src/team.ts";
import { type Answer, folderOf } from "./ledger.ts";

/** Something that stands between an approval and its page: whose, where, what, and what to do. */
export type Doubt = {
  readonly id: string;
  /** Whether it was never approved like that, or was and does not hold today. */
  readonly is: "forged" | "lapsed";
  readonly file: string;
  readonly what: string;
  readonly todo: string;
};

/** Every doubt about what all playbooks share, such as who may approve: what cannot be read cannot be guessed. */
export const sharedDoubts = (playbooks: URL): readonly Doubt[] =>
  sharedFiles().flatMap(({ file, read }) => {
    const name = shown(playbooks, file);
    if (read) return [];
    return {
      id: basename(name),
      is: "forged",
      file: name,
      what: name.includes("assets")
        ? "What the team's plays bring cannot be read, so nobody can tell what has expired."
        : "The team's configuration cannot be read, so nobody can tell who may approve.",
      todo: "Run “cadence check” on it: every finding says what to do.",
    };
  });

/** What gives one playbook's ledger away, or does not hold any more, with the files where people find them. */
export function doubtsAbout(playbooks: URL, id: string, answer: Answer): readonly Doubt[] {
  const at = (file: string) => shown(playbooks, new URL(file, folderOf(playbooks, id)));
  if ("faults" in answer) return answer.faults.map(({ file, what, todo }) => ({ id, is: "forged", file: at(file), what, todo }));
  if (!("lapses" in answer)) return [];
  const copy = at(`${answer.standing.inForce?.step.number}/${encodeURIComponent(id)}.playbook.yaml`);
  return answer.lapses.map(({ start, what, why, todo }) => ({
    id,
    is: "lapsed",
    file: `${copy}:${start.line + 1}:${start.character + 1}`,
    what: `${what} ${why}`,
    todo,
  }));
}

/** Every doubt in plain words, for a person who has to put it right, and what follows from it: no build, or pages that are hidden. */
export function told(doubts: readonly Doubt[], consequence: "not built" | "hidden"): string {
  const one = new Set(doubts.map(({ id }) => id)).size === 1;
  const follows =
    consequence === "not built" ? "The handbook is not built." : one ? "It is hidden until it is." : "They are hidden until they are.";
  const groups = (["forged", "lapsed"] as const).flatMap((is) => {
    const those = doubts.filter((doubt) => doubt.is === is);
    const ids = new Set(those.map(({ id }) => id)).size;
    if (ids === 0) return [];
    const wrong = is === "forged" ? "not what was approved" : "approved and not fit to be used today";
    return [[`${ids === 1 ? "1 playbook is" : `${ids} playbooks are`} ${wrong}.`, ...those.map(toldOne)].join("\n")];
  });
  const [first = "", ...others] = groups;
  return [first.replace("\n", ` ${follows}\n`), ...others].join("\n\n");
}

/** One doubt, under the name of its playbook where that is another than before. */
const toldOne = ({ id, file, what, todo }: Doubt, i: number, all: readonly Doubt[]) =>
  [...(all[i - 1]?.id === id ? [] : ["", `  ${id}`]), `    file  ${file}`, `    ${what}`, `    ${todo}`].join("\n");

/** A file as people find it, from the folder that holds the playbooks. */
const shown = (playbooks: URL, file: URL) => relative(fileURLToPath(new URL("../", playbooks)), fileURLToPath(file));
