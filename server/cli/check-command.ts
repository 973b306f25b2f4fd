import { type Command, InvalidArgumentError, Option } from "commander";
import type { CheckOptions } from "./check.ts";

/** How `check` can tell what it found. */
const FORMATS = ["pretty", "json", "sarif", "github", "junit", "gitlab", "checkstyle"] as const;

/** `cadence check` and `cadence baseline`, as they are typed. */
export function addCheck(program: Command): void {
  program
    .command("check")
    .summary("check playbooks, configuration and assets files")
    .description("Checks playbooks, configuration and assets files: what is wrong, why it matters and what to do.")
    .argument("[paths...]", "files, folders or patterns; - for a playbook from a pipe; left out, the folder you are in")
    .optionsGroup("What is told:")
    .addOption(new Option("--format <format>", "for people or for programs").choices(FORMATS).default("pretty"))
    .option("--output <file>", "write the report to a file, and tell the sum here")
    .addOption(new Option("--max-warnings <number>", "how many warnings are allowed before the exit code is 1").argParser(wholeNumber))
    .optionsGroup("What is checked:")
    .option("--changed", "only what differs from the last commit")
    .addOption(new Option("--changed-since <ref>", "only what changed since the branch left this commit or branch").conflicts("changed"))
    .option("--stdin-name <name>", "the name of the file that comes from the pipe; the configuration beside it holds")
    .addOption(new Option("--baseline <file>", "leave out what this file records (default: the nearest cadence.baseline.json)"))
    .option("--no-baseline", "tell what a baseline records, too")
    .optionsGroup("What is done:")
    .option("--fix", "put right what alters nothing a prospect reads, nor when they read it")
    .option("--dry-run", "with --fix: show what would be changed, and change nothing")
    .option("--watch", "check again whenever a file is saved")
    .option("--cache", "remember what was found, and look only at what changed")
    .option("--cache-location <file>", "where it is remembered (default: among the files your user's programs keep for later)")
    .optionsGroup("Options:")
    .addHelpText("after", CHECK_HELP)
    .action(async (paths: string[], options: CheckOptions, command: Command) => {
      if (options.dryRun && !options.fix) command.error("error: --dry-run shows what --fix would do: add --fix");
      if (options.fix && paths.includes("-")) command.error("error: --fix writes into files, and what comes from a pipe is in none");
      if (options.watch && paths.includes("-")) command.error("error: --watch watches files, and what comes from a pipe is in none");
      if (options.stdinName !== undefined && !paths.includes("-"))
        command.error("error: --stdin-name names what comes from a pipe: add - to read it");
      if (options.output && options.format === "pretty") command.error("error: --output writes a report for programs: add --format");
      const ahead = await (await import("./ahead.ts")).lookAhead(paths, options);
      try {
        await (await import("./check.ts")).runCheck(paths, options, ahead);
      } finally {
        await Promise.all((ahead?.threads ?? []).map(({ end }) => end()));
      }
      if (!options.watch) leave();
    });

  program
    .command("baseline")
    .summary("record what is found today, so that check speaks of what is new")
    .description(
      "Records what is found today in cadence.baseline.json, so that a team with many playbooks can gate what changes and put the rest right in its own time. Run again, it drops what is found no more.",
    )
    .argument("[paths...]", "files, folders or patterns; left out, the folder you are in")
    .option("--file <file>", "where it is recorded (default: the nearest cadence.baseline.json, else a new one here)")
    .option("--add", "record what is new, too")
    .addHelpText("after", BASELINE_HELP)
    .action(async (paths: string[], options: { file?: string; add?: boolean }) =>
      (await import("./baseline.ts")).runBaseline(paths, options),
    );
}

/** Ends the program once all is told: nobody need wait until it has given its memory back piece by piece, which takes a file's check a tenth more. */
const leave = () => process.stdout.write("", (failed) => failed ?? process.stderr.write("", () => process.exit()));

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Write a whole number from 0 up.");
  return Number(text);
}

const CHECK_HELP = `
Formats:
  pretty      for people: each finding with its words underlined
  json        version 1 of our own form; positions as in the language server protocol
  sarif       SARIF 2.1.0, for code scanning
  github      annotations in a GitHub workflow; GitHub shows ten of a kind a step
  junit       a test report; only errors fail
  gitlab      a Code Quality report for merge requests
  checkstyle  what many build servers read

Exit code:
  0  no errors, and no more warnings than --max-warnings allows
  1  errors, or more warnings than that
  2  something could not be read or written, or a slip in the command

Files:
  cadence.config.yaml    what your team decided; the nearest one upwards holds
  cadence.assets.yaml    the assets your touches bring; likewise
  cadence.baseline.json  what “cadence baseline” recorded; what it knows is not told

Environment:
  NO_COLOR, FORCE_COLOR  no colours, or colours everywhere
  COLUMNS                the width of the text where there is no terminal

Examples:
  cadence check
  cadence check playbooks/first-conversation.playbook.yaml
  cadence check playbooks --format json
  cadence check --changed-since origin/main --max-warnings 0
  cadence check --fix --dry-run
  cadence check --format sarif --output cadence.sarif
  cadence check - --stdin-name playbooks/draft.playbook.yaml < draft.txt`;

const BASELINE_HELP = `
A finding is known by its rule and its words, not by its line, so that it stays
known while the file is edited around it, and when the file gets another name.

Exit code: 0, or 2 when something could not be read or written.

Examples:
  cadence baseline
  cadence baseline --add
  cadence check --no-baseline`;
