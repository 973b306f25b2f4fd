import { styleText } from "node:util";
import { Argument, Command, CommanderError, Option } from "commander";
import { CHANNELS, STAGES } from "../core/small.ts";
import { trouble } from "../disk/trouble.ts";
import { addCheck } from "./check-command.ts";
import { addExchange } from "./exchange-command.ts";
import { fitted } from "./help.ts";
import { addInit } from "./init-command.ts";
import { ledgerCommands } from "./ledger-commands.ts";
import type { MessageOptions } from "./message.ts";
import type { PathsOptions } from "./paths.ts";
import { addReport } from "./report-command.ts";
import { widthOf } from "./screen.ts";
import type { SimulateOptions } from "./simulate.ts";
import { addTools } from "./tool-commands.ts";
import { version } from "./version.ts";

const program = new Command("cadence")
  .description("Checks sales-cadence playbooks against ten principles of decent persistence.")
  .version(version, "-v, --version", "Print the version.")
  .helpOption("-h, --help", "Explain a command.")
  .configureHelp({ styleTitle: (title) => styleText("bold", title, { validateStream: false }), showGlobalOptions: false })
  .configureOutput({
    outputError: (words, write) => write(words.replace(/^error: /, "cadence: ")),
    writeOut: (words) => void process.stdout.write(fitted(words, widthOf(process.stdout))),
    writeErr: (words) => void process.stderr.write(fitted(words, widthOf(process.stderr))),
    getOutHelpWidth: () => widthOf(process.stdout),
    getErrHelpWidth: () => widthOf(process.stderr),
  })
  .exitOverride();

addCheck(program);
addExchange(program);
addInit(program);

program
  .command("message")
  .summary("check the words of one message from a pipe")
  .description(
    "Checks the words of one message: what a reader would hear in them, why it matters and what to do. A reading, never a verdict.",
  )
  .addOption(new Option("--channel <channel>", "how it reaches the prospect").choices(CHANNELS))
  .addOption(new Option("--stage <stage>", "how far the relationship is").choices(STAGES))
  .addOption(new Option("--thread <thread>", "whether it continues a conversation").choices(["new", "reply"]))
  .option("--subject <subject>", "its subject line")
  .addOption(new Option("--format <format>", "for people or for programs").choices(["pretty", "json"]).default("pretty"))
  .addHelpText(
    "after",
    `
Exit code: 0, whatever was found; 2 when the message could not be read.

Example:
  cadence message --stage contacted --thread reply < message.txt`,
  )
  .action(async (options: MessageOptions) => (await import("./message.ts")).runMessage(options));

ledgerCommands(program);

program
  .command("paths")
  .summary("count and tell every run of a playbook")
  .description(
    "Follows every run that a playbook can lead a person through: how many there are, the longest, the densest seven days, where they end, and what the calendar does.",
  )
  .argument("<file>", "the playbook")
  .addOption(
    new Option("--format <format>", "for people, for programs, or as a Mermaid diagram")
      .choices(["pretty", "json", "mermaid"])
      .default("pretty"),
  )
  .addHelpText(
    "after",
    `
Exit code: 0 when every promise holds on every run, 1 when one breaks, 2 when the playbook could not be read.

Examples:
  cadence paths playbooks/first-conversation.playbook.yaml
  cadence paths playbooks/first-conversation.playbook.yaml --format mermaid`,
  )
  .action(async (file: string, options: PathsOptions) => (await import("./paths.ts")).runPaths(file, options));

program
  .command("simulate")
  .summary("play one run of a playbook on the calendar")
  .description(
    "Plays one run of a playbook, day by day: what we send, what they answer, and how it ends. Without --reply and on a terminal it asks at every touch.",
  )
  .argument("<file>", "the playbook")
  .option("--start <date>", "the day it begins, as in 2027-03-31 (default: today)")
  .option(
    "--reply <day=reply>",
    "what they answer on which business day, as in day-8=not-now, or day-8=not-now@2027-06-01 with the date they name; may be given more than once",
    (one: string, all: string[]) => [...all, one],
    [],
  )
  .addHelpText(
    "after",
    `
Exit code: 0 when it could be played, 2 when not.

Examples:
  cadence simulate playbooks/first-conversation.playbook.yaml --start 2027-03-22
  cadence simulate playbooks/first-conversation.playbook.yaml --reply day-4=out-of-office@2027-04-06 --reply day-9=no`,
  )
  .action(async (file: string, options: SimulateOptions) => (await import("./simulate.ts")).runSimulate(file, options));

program
  .command("explain")
  .summary("tell all about one rule")
  .description("Tells all about one rule: why it is there, what to do, and examples of both sides.")
  .argument("<rule>", "the rule's id, as in gaps-hold")
  .action(async (rule: string) => (await import("./explain.ts")).runExplain(rule));

program
  .command("rules")
  .summary("list every rule")
  .description("Lists every rule under the principle it serves, as loud as your team has set it.")
  .action(async () => (await import("./explain.ts")).runRules());

program
  .command("schema")
  .summary("print the JSON Schema of a file, for other editors")
  .description("Prints the JSON Schema (2020-12) of a file, for editors that complete and check YAML by schema.")
  .addArgument(new Argument("<file>", "which of the files").choices(["playbook", "config", "assets"]))
  .action(async (file: "playbook" | "config" | "assets") => (await import("./schema.ts")).printSchema(file));

addReport(program);
addTools(program);
const names = program
  .createHelp()
  .visibleCommands(program)
  .map((command) => command.name());
program
  .helpCommand(false)
  .command("help")
  .summary("explain a command")
  .description("Explains a command, or all of them in short.")
  .addArgument(new Argument("[command]", "which one").choices(names))
  .action((name?: string) => (program.commands.find((command) => command.name() === name) ?? program).help());
// Whoever slipped is told where what they meant is written.
program.showHelpAfterError("“cadence --help” lists the commands.");
for (const command of program.commands) command.showHelpAfterError(`“cadence ${command.name()} --help” tells what it takes.`);

// Whoever reads us, such as `head`, may have read enough; and what is told may go to a file on a disk that is full.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  const { what, todo } = trouble("standard output", error, "write");
  process.stderr.write(`cadence: what there is to tell could not be written. ${what} ${todo}\n`, () => process.exit(2));
});
process.stderr.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? (process.exitCode ?? 0) : 2));

/** Does what the command line says, and leaves the exit code. Never rejects. */
export async function run(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    const usage = error instanceof CommanderError;
    process.exitCode = usage && error.exitCode === 0 ? 0 : 2;
    if (!usage)
      process.stderr.write(
        `cadence: something went wrong that should not have: ${error instanceof Error ? error.message : String(error)}\n`,
      );
  }
}
