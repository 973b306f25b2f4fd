import { type Command, InvalidArgumentError, Option } from "commander";
import type { ReportOptions } from "./show-report.ts";

/** `cadence report`, as it is typed. */
export function addReport(program: Command): void {
  program
    .command("report")
    .summary("see how all playbooks stand")
    .description(
      "Tells, across all playbooks, what is found by principle, how dense the densest week is, which replies are answered, which approvals are due and which assets are about to expire.",
    )
    .argument("[paths...]", "playbooks, or folders of them; left out, the folder you are in")
    .addOption(new Option("--format <format>", "for people or for programs").choices(["pretty", "json"]).default("pretty"))
    .addOption(new Option("--soon <days>", "how many days ahead something counts as due").default(30).argParser(wholeNumber))
    .addHelpText(
      "after",
      `
Exit code: 0, whatever is found; 2 when something could not be read.

Example:
  cadence report playbooks --soon 60`,
    )
    .action(async (paths: string[], options: ReportOptions) => (await import("./show-report.ts")).runReport(paths, options));
}

function wholeNumber(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError("Write a whole number of days.");
  return Number(text);
}
