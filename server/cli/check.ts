import path from "node:path";
import { findPlaybooks } from "../disk/find-playbooks.ts";
import { hasWorked } from "../disk/kept-code.ts";
import { trouble, type Unread } from "../disk/trouble.ts";
import { writeAtomically } from "../disk/write-atomically.ts";
import type { Ahead } from "./ahead.ts";
import { baselineFor, type Opened, soughtIn, without } from "./baseline.ts";
import type { Mended } from "./fix.ts";
import { type ReportFormat, reportAs } from "./formats/index.ts";
import { cacheFile, createJudge } from "./judge.ts";
import { readPiped } from "./piped.ts";
import { label, many, showFindings, showSummary, showUnread } from "./pretty.ts";
import { progressOn } from "./progress.ts";
import { screenOn } from "./screen.ts";
import { exitCodeOf, type Piped, type Verdict, verdictOn } from "./verdict.ts";

export type CheckOptions = {
  readonly format: "pretty" | ReportFormat;
  readonly output?: string;
  readonly stdinName?: string;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly maxWarnings?: number;
  readonly changed?: boolean;
  readonly changedSince?: string;
  /** A file; true for the nearest there is; false for none. */
  readonly baseline?: string | boolean;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly watch?: boolean;
};

/** `cadence check`: says everything there is to say about some files, and leaves the exit code that follows from it. */
export async function runCheck(paths: readonly string[], options: CheckOptions, ahead?: Ahead): Promise<void> {
  const { stdinName } = options;
  const piped = paths.includes("-")
    ? { file: stdinName ?? "-", name: stdinName ?? "stdin.playbook.yaml", read: await readPiped(stdinName ?? "-", "a playbook") }
    : undefined;
  const named = paths.filter((one) => one !== "-");
  if (!options.watch) return checkOnce(named, options, piped, ahead);
  const { watchAndCheck } = await import("./watch.ts");
  await watchAndCheck(named, () => checkOnce(named, options));
}

async function checkOnce(paths: readonly string[], options: CheckOptions, piped?: Piped, ahead?: Ahead): Promise<void> {
  const cwd = process.cwd();
  const beside = screenOn(process.stderr);
  const fail = (problem: Unread) => {
    process.exitCode = 2;
    showUnread([problem], beside, "unread");
  };
  const asksGit = options.changed || options.changedSince !== undefined;
  const only = asksGit ? await (await import("./changed.ts")).changedFiles(cwd, options.changedSince) : undefined;
  if (only && typeof only !== "function") return fail(only);
  const held =
    options.baseline === false ? undefined : await baselineFor(cwd, typeof options.baseline === "string" ? options.baseline : undefined);
  if (held && "what" in held) return fail(held);

  const { mended, unwritten } = options.fix ? await mendAll(paths, cwd, only, options.dryRun ?? false) : { mended: [], unwritten: [] };
  const asMended = new Map(options.dryRun ? mended.map(({ file, after }) => [path.resolve(cwd, file), after]) : []);
  const whole = await verdictOn(paths, cwd, {
    found: ahead?.found,
    piped,
    only,
    instead: (file) => asMended.get(file),
    ...createJudge({
      progress: progressOn(process.stderr, "Checking"),
      threads: ahead?.threads,
      cacheFile: options.cache || options.cacheLocation ? cacheFile(cwd, options.cacheLocation) : undefined,
    }),
  });
  const named = soughtIn(paths, cwd);
  const sought = (file: string) => (paths.length > 0 || !piped) && named(file) && (only?.(file) ?? true);
  if (whole.checked.length > 0) hasWorked();
  const { verdict, gone } = held
    ? without({ ...whole, unread: [...whole.unread, ...unwritten] }, held, cwd, sought)
    : { verdict: { ...whole, unread: [...whole.unread, ...unwritten] }, gone: 0 };
  // Before anything is printed: whoever reads may hang up before the end.
  process.exitCode = exitCodeOf(verdict, options.maxWarnings);
  await tell(verdict, options, { mended, gone, held });
}

/** Mends what the paths mean, as far as it is asked about. */
async function mendAll(paths: readonly string[], cwd: string, only: ((file: string) => boolean) | undefined, dry: boolean) {
  const { files } = await findPlaybooks(paths, cwd);
  return (await import("./fix.ts")).mend(only ? files.filter(only) : files, cwd, dry);
}

type Beside = { readonly mended: readonly Mended[]; readonly gone: number; readonly held: Opened | undefined };

async function tell(verdict: Verdict, options: CheckOptions, { mended, gone, held }: Beside): Promise<void> {
  const out = screenOn(process.stdout);
  const beside = screenOn(process.stderr);
  if (options.format !== "pretty") {
    const report = reportAs(options.format, verdict);
    if (options.output === undefined) return out.pour(report);
    try {
      await writeAtomically(options.output, `${[...report].join("")}\n`);
    } catch (error) {
      process.exitCode = 2;
      showUnread([trouble(options.output, error, "write")], beside, "unread");
    }
  } else {
    if (options.dryRun) {
      const { showDiff } = await import("./fix.ts");
      for (const one of mended) showDiff(one, out, process.stdout.isTTY ?? false);
    }
    for (const checked of verdict.checked) {
      showFindings(checked, out);
      await out.taken();
    }
  }
  showUnread(verdict.unread, beside, "unread");
  showUnread(verdict.notes, beside, "note");
  if (options.format === "pretty") {
    if (mended.length > 0 && !options.dryRun) {
      out.print("");
      for (const { file, done } of mended) out.print(...label("mended", `${file}: ${done.join("; ")}.`, out));
    }
    if (gone > 0 && held)
      out.print(
        "",
        ...label(
          "note",
          `${many(gone, "recorded finding")} ${gone === 1 ? "is" : "are"} found no more: “cadence baseline” drops ${gone === 1 ? "it" : "them"}.`,
          out,
        ),
      );
    if (options.maxWarnings !== undefined && process.exitCode === 1) showTooMany(verdict, options.maxWarnings, out);
  }
  showSummary(verdict.checked, verdict.unread, out, verdict.known);
}

function showTooMany(verdict: Verdict, most: number, out: ReturnType<typeof screenOn>): void {
  const warnings = verdict.checked.reduce(
    (sum, { report }) => sum + report.findings.filter(({ severity }) => severity === "warning").length,
    0,
  );
  if (warnings > most) out.print("", ...label("note", `${many(warnings, "warning")}, and --max-warnings allows ${most}.`, out));
}
