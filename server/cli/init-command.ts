import { type Command, Option } from "commander";
import type { InitOptions } from "./init/init.ts";

/** `cadence init`, as it is typed. */
export function addInit(program: Command): void {
  program
    .command("init")
    .summary("prepare a repository for playbooks")
    .description(
      "Prepares a repository, empty or not: a folder with a model playbook and a configuration, the recommended editor extension, a workflow that checks changes and builds the handbook, and owners for approvals. Files that are there stay as they are.",
    )
    .argument("[folder]", "the repository's root; left out, the folder you are in")
    .option("--playbooks <folder>", "where the playbooks go", "playbooks")
    .option("--team <name>", "your team's or company's name")
    .option("--owner <person>", "who keeps the model playbook true: name and email address")
    .option("--handbook <address>", "where your handbook will be")
    .addOption(new Option("--ci <host>", "whose workflow (default: as it looks here)").choices(["github", "gitlab", "none"]))
    .option("--approvers <owners>", "who must agree to an approval, as in @northwind/enablement")
    .option("--yes", "ask nothing")
    .addHelpText(
      "after",
      `
It asks three questions, and only a person at a terminal who gives no options.

Exit code: 0, or 2 when something could not be written.

Example:
  cadence init --team Northwind --owner "Dana Ortiz <dana@northwind.example>" --ci github`,
    )
    .action(async (folder: string | undefined, options: InitOptions) => (await import("./init/init.ts")).runInit(folder, options));
}
