import { styleText } from "node:util";
import { Argument, Command, CommanderError, Option } from "commander";
import { CHANNELS, jsonSchema, STAGES } from "../core/index.ts";
import { type ApproveOptions, runApprove } from "./approve.ts";
import { addCheck } from "./check-command.ts";
import { addExchange } from "./exchange-command.ts";
import { runExplain, runRules } from "./explain.ts";
import { addInit } from "./init-command.ts";
import { type MessageOptions, runMessage } from "./message.ts";
import { addReport } from "./report-command.ts";
import { screenOn } from "./screen.ts";
import { addTools } from "./tool-commands.ts";
import { version } from "./version.ts";

const program = new Command("cadence")
  .description("Checks sales-cadence playbooks against ten principles of decent persistence.")
  .version(version, "-v, --version", "Print the version.")
  .helpOption("-h, --help", "Explain a command.")
  .helpCommand("help [command]", "Explain a command.")
  .configureHelp({ styleTitle: (title) => styleText("bold", title, { validateStream: false }), showGlobalOptions: false })
  .configureOutput({ outputError: (words, write) => write(words.replace(/^error: /, "cadence: ")) })
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
  .action((options: MessageOptions) => runMessage(options));

program
  .command("approve")
  .summary("give your word on one exact version of a playbook")
  .description(
    "Gives a person's word on one exact version of a playbook: a copy and a record go into the folder “approved” beside it, and the handbook shows that version. Nobody approves their own playbook, nor one with errors.",
  )
  .argument("<file>", "the playbook's draft")
  .requiredOption("--by <name>", "who approves: name and email address; one of them is enough for a listed approver")
  .option("--on <date>", "the day of the approval, as in 2027-03-31 (default: today)")
  .option("--note <text>", "what changed since the version before")
  .addHelpText(
    "after",
    `
Exit code: 0 approved, 1 refused, 2 when it could not be tried.

Example:
  cadence approve playbooks/first-conversation.playbook.yaml --by "Maren Holt <maren@northwind.example>"`,
  )
  .action((file: string, options: ApproveOptions) => runApprove(file, options));

program
  .command("explain")
  .summary("tell all about one rule")
  .description("Tells all about one rule: why it is there, what to do, and examples of both sides.")
  .argument("<rule>", "the rule's id, as in gaps-hold")
  .action((rule: string) => runExplain(rule));

program
  .command("rules")
  .summary("list every rule")
  .description("Lists every rule under the principle it serves, as loud as your team has set it.")
  .action(() => runRules());

program
  .command("schema")
  .summary("print the JSON Schema of a file, for other editors")
  .description("Prints the JSON Schema (2020-12) of a file, for editors that complete and check YAML by schema.")
  .addArgument(new Argument("<file>", "which of the files").choices(["playbook", "config", "assets"]))
  .action((file: "playbook" | "config" | "assets") => screenOn(process.stdout).print(JSON.stringify(jsonSchema(file), null, 2)));

addReport(program);
addTools(program);

// Whoever reads us, such as `head`, may have read enough.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
    throw error;
  });

try {
  await program.parseAsync();
} catch (error) {
  const usage = error instanceof CommanderError;
  process.exitCode = usage && error.exitCode === 0 ? 0 : 2;
  if (!usage)
    process.stderr.write(`cadence: something went wrong that should not have: ${error instanceof Error ? error.message : String(error)}\n`);
}
