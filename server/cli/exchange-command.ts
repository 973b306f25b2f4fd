import { type Command, Option } from "commander";
import { SOURCES, TARGETS } from "../exchange/tool-names.ts";
import type { ExportOptions } from "./export.ts";
import type { ImportOptions } from "./import.ts";

/** `cadence import` and `cadence export`, as they are typed. */
export function addExchange(program: Command): void {
  program
    .command("import")
    .summary("turn sequences of other tools into drafts")
    .description(
      "Turns what a sequencer exported, a table or a document into drafts. Days become business days, blanks get our names, HTML becomes words; what a playbook has no place for stands in the draft's comments. Never writes over a file.",
    )
    .argument("<files...>", "exports; - for one from a pipe")
    .addOption(new Option("--from <tool>", "what it is (default: seen from the file)").choices(SOURCES))
    .option("--into <folder>", "where the drafts go", "playbooks")
    .addOption(new Option("--days <count>", "how its days are counted (default: as the tool does)").choices(["business", "calendar"]))
    .option("--name <name>", "what a sequence is called that has no name (default: the file's)")
    .option("--dry-run", "say what would be written, and write nothing")
    .addHelpText("after", IMPORT_HELP)
    .action(async (files: string[], options: ImportOptions) => (await import("./import.ts")).runImport(files, options));

  program
    .command("export")
    .summary("write playbooks in the form of another tool")
    .description(
      "Writes the main line of playbooks in the form of another tool, switched off, and tells what that tool cannot express. Nothing is ever sent.",
    )
    .argument("<paths...>", "playbooks, or folders of them")
    .addOption(new Option("--to <tool>", "the form").choices(TARGETS).makeOptionMandatory())
    .option("--into <folder>", "where the files go (default: one playbook goes to standard output)")
    .option("--start <date>", "with ics: the first day, as in 2027-03-31 (default: today)")
    .option("--force", "write over files that are there")
    .addHelpText("after", EXPORT_HELP)
    .action(async (paths: string[], options: ExportOptions) => (await import("./export.ts")).runExport(paths, options));
}

const IMPORT_HELP = `
What is read:
  outreach, salesloft, apollo, hubspot, lemlist  JSON as their interfaces answer it
  csv       a row a step: type, day or delay, subject, body; any usual name, any sign between cells
  document  Markdown or text with a line such as “Day 3: Email” above each step
  json      what “cadence export --to json” wrote

Exit code: 0, or 2 when something could not be read or written.

Examples:
  cadence import exports/*.json
  cadence import sequences.csv --into playbooks --days business
  pbpaste | cadence import - --name "After the fair"`;

const EXPORT_HELP = `
Exit code: 0, or 2 when something could not be read or written.

Examples:
  cadence export playbooks --to outreach --into exports
  cadence export playbooks/first-conversation.playbook.yaml --to ics --start 2027-03-01 > first.ics`;
