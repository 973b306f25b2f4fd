import { glob, open, stat } from "node:fs/promises";
import path from "node:path";
import { createKnowledge } from "../disk/knowledge.ts";
import { unlike } from "../disk/near-miss.ts";
import { shown } from "../disk/shown.ts";
import { trouble, type Unread } from "../disk/trouble.ts";
import { createAtomically } from "../disk/write-atomically.ts";
import { type DayCount, type Draft, importText, type SourceName } from "../exchange/index.ts";
import { asWord, CADENCE } from "./called.ts";
import { readAll } from "./piped.ts";
import { label, many, row, showUnread } from "./pretty.ts";
import { type Screen, screenOn } from "./screen.ts";
import { reportOn, tally } from "./verdict.ts";

export type ImportOptions = {
  readonly from?: SourceName;
  readonly into: string;
  readonly days?: DayCount;
  readonly dryRun?: boolean;
  readonly name?: string;
};

/** Bytes. An export of a hundred sequences has one megabyte. */
const LARGEST = 32 * 1024 * 1024;

/**
 * `cadence import`: turns what other tools exported into drafts, and says what is found in each. Never writes over a file. Exit 0,
 * or 2 when something could not be read or written; everything else is imported all the same.
 */
export async function runImport(asked: readonly string[], options: ImportOptions): Promise<void> {
  const cwd = process.cwd();
  const out = screenOn(process.stdout);
  const { files, empty } = await meant(asked, cwd);
  // Whoever names several patterns has exports of one kind and is not sure which.
  const problems: Unread[] = files.length > 0 ? [] : empty.map(noneLike);
  const taken = new Set<string>();
  let drafts = 0;
  for (const file of files) {
    const read = await bytesOf(file, cwd);
    if ("what" in read) {
      problems.push(read);
      continue;
    }
    const { text, note } = decoded(read.bytes);
    const name = options.name ?? (file === "-" ? "imported" : path.basename(file).replace(/(\.[a-z0-9]{1,8})+$/i, ""));
    const result =
      text === undefined
        ? { what: NO_TEXT, todo: "Export it as CSV or JSON, in UTF-8." }
        : importText(text, { name, from: options.from, days: options.days });
    if ("what" in result) {
      problems.push({ file, kind: "not-text", ...result });
      continue;
    }
    out.print("", `${out.paint("strong", file)}  ${out.paint("quiet", `${many(result.drafts.length, "sequence")} from ${result.from}`)}`);
    const shared = inAll(result.drafts);
    for (const [i, one] of [...(note ? [note] : []), ...shared].entries()) out.print(...label(i === 0 ? "note" : "", one, out));
    for (const draft of result.drafts) {
      const problem = await write({ ...draft, notes: draft.notes.filter((one) => !shared.includes(one)) }, options, cwd, taken, out);
      if (problem) problems.push(problem);
      else drafts++;
    }
  }
  if (files.length > 0) for (const pattern of empty) out.print("", ...label("note", `No file has a name like ${pattern}.`, out));
  if (problems.length > 0) process.exitCode = 2;
  showUnread(problems, screenOn(process.stderr), "unread");
  const sum = `${many(drafts, "draft")} ${options.dryRun ? "would be written" : "written"}${problems.length > 0 ? `; ${many(problems.length, "file")} could not be read or written` : ""}.`;
  const next =
    drafts === 0 ? "" : ` Nothing is blocked: put right what is found when you get to it, or record it with “${CADENCE} baseline”.`;
  const lines = out.wrap(sum + next, 2);
  out.print(
    "",
    ...lines.map(
      (line, i) => `${i > 0 ? " " : problems.length > 0 ? out.paint("error", "✗") : out.paint("good", "✓")} ${out.paint("strong", line)}`,
    ),
    "",
  );
}

/** The notes that hold for every draft of a file with several: said of the file, once. */
const inAll = ([first, ...others]: readonly Draft[]): readonly string[] =>
  first && others.length > 0 ? first.notes.filter((note) => others.every(({ notes }) => notes.includes(note))) : [];

/** The files that some names mean, and the patterns that mean none. Shells that leave patterns as they are have them read here. */
async function meant(
  asked: readonly string[],
  cwd: string,
): Promise<{ readonly files: readonly string[]; readonly empty: readonly string[] }> {
  const files: string[] = [];
  const empty: string[] = [];
  for (const one of asked) {
    if (!/[*?[\]{}]/.test(one) || (await exists(path.resolve(cwd, one)))) files.push(one);
    else {
      const matches: string[] = [];
      for await (const match of glob(one, { cwd })) matches.push(match);
      files.push(...matches.sort());
      if (matches.length === 0) empty.push(one);
    }
  }
  return { files, empty };
}

const noneLike = (pattern: string): Unread => ({
  file: pattern,
  kind: "missing",
  what: "No file has a name like this.",
  todo: "Check the pattern and the folder you are in, or name the exported files.",
});

async function write(
  draft: Draft,
  { into, dryRun }: ImportOptions,
  cwd: string,
  taken: Set<string>,
  out: Screen,
): Promise<Unread | undefined> {
  const folder = path.resolve(cwd, into);
  let file = path.join(folder, `${draft.id}.playbook.yaml`);
  let free = true;
  try {
    for (let i = 2; ; i++) {
      free = !taken.has(file) && (dryRun ? !(await exists(file)) : await createAtomically(file, draft.text));
      if (free) break;
      file = path.join(folder, `${draft.id}-${i}.playbook.yaml`);
    }
  } catch (error) {
    return trouble(shown(file, cwd), error, "write");
  }
  taken.add(file);
  const report = reportOn(draft.text, file, await createKnowledge().for(file));
  const { error, warning, info } = tally(report.findings);
  const renamed = path.basename(file) === `${draft.id}.playbook.yaml` ? "" : `; ${draft.id}.playbook.yaml was there already`;
  out.print(
    "",
    ...row(out.paint("good", (dryRun ? "would be" : "draft").padStart(8)), shown(file, cwd), out, "strong"),
    ...label("", `${many(draft.touches, "touch", "touches")}${renamed}`, out),
    ...label(
      "found",
      report.findings.length === 0
        ? "nothing"
        : `${many(error, "error")}, ${many(warning, "warning")} and ${many(info, "info")}, each with what to do: ${CADENCE} check ${asWord(shown(file, cwd))}`,
      out,
    ),
    ...draft.notes.flatMap((note, i) => label(i === 0 ? "note" : "", note, out)),
  );
  return undefined;
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

async function bytesOf(file: string, cwd: string): Promise<{ readonly bytes: Uint8Array } | Unread> {
  if (file === "-") return readAll(LARGEST, "an export");
  const full = path.resolve(cwd, file);
  try {
    // Looked at before it is opened, because whoever opens a pipe waits until somebody writes into it.
    const before = await stat(full);
    if (before.isDirectory())
      return { file, kind: "not-a-file", what: "This is a folder, not a file.", todo: "Name the exported files in it." };
    if (!before.isFile())
      return {
        file,
        kind: "not-a-file",
        what: "This is a pipe or a device, not a file.",
        todo: "Name a file, or hand the export over as in: cadence import - < export.csv",
      };
    const handle = await open(full);
    try {
      const { size } = await handle.stat();
      if (size > LARGEST)
        return {
          file,
          kind: "too-large",
          what: "The file is over 32 MB, and no export is.",
          todo: "Check that it is the file you meant, or export fewer sequences at once.",
        };
      return { bytes: await handle.readFile() };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const problem = trouble(file, error);
    return problem.kind === "missing" ? { ...problem, ...(await unlike(file, full)) } : problem;
  }
}

const NO_TEXT = "This is not text: a spreadsheet or a document of a word processor, perhaps.";

/** The text of an export. Excel writes UTF-16, or the encoding of western Windows: both are read, and the guess is told. */
export function decoded(bytes: Uint8Array): { readonly text?: string; readonly note?: string } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes) };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes) };
  if (bytes.includes(0)) return {};
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return {
      text: new TextDecoder("windows-1252").decode(bytes),
      note: "It is not UTF-8, so it was read as Windows-1252. Look at the accents and quotation marks.",
    };
  }
}
