import { type Command, Option } from "commander";
import type { ApproveOptions } from "./approve.ts";
import type { RevokeOptions } from "./revoke.ts";
import type { VerifyOptions } from "./verify.ts";

const SIGN = "sign it with an SSH key: a path, or git's signing key when left out";

/** The commands about approvals: approve, verify, revoke. */
export function ledgerCommands(program: Command): void {
  program
    .command("approve")
    .summary("give your word on one exact version of a playbook")
    .description(
      "Gives a person's word on one exact version of a playbook: asks what only a person can judge, and writes a copy and a record into the folder “approved” beside it. The handbook shows that version. Nobody approves their own playbook, nor one with errors.",
    )
    .argument("<file>", "the playbook's draft")
    .option("--by <name>", "who approves: name and email address; one of them is enough for a listed approver")
    .option("--on <date>", "the day of the approval, at most a week ago (default: today)")
    .option("--note <text>", "what changed since the version before")
    .option("--answer <id=words>", "an answer to one of the questions; once for each", collect, [])
    .option("--answers <file>", "a YAML file of answers, by the questions' ids")
    .option("--questions", "print the questions that arise for this playbook, and approve nothing")
    .option("--ask", "ask for whatever is missing even without a terminal")
    .option("--no-ask", "never ask: everything comes as options")
    .option("--sign [key]", SIGN)
    .addOption(new Option("--format <format>", "how the questions are printed").choices(["pretty", "json"]).default("pretty"))
    .addHelpText(
      "after",
      `
Exit code: 0 approved, 1 refused, 2 when it could not be tried.

Examples:
  cadence approve playbooks/first-conversation.playbook.yaml
  cadence approve playbooks/first-conversation.playbook.yaml --questions
  cadence approve playbooks/first-conversation.playbook.yaml --by "Maren Holt" --answers answers.yaml --note "Shorter calls" --sign`,
    )
    .action(async (file: string, { ask, ...options }: ApproveOptions) =>
      // Commander gives a true where only --no-ask is defined as a default; what nobody said is for the terminal to decide.
      (await import("./approve.ts")).runApprove(file, {
        ...options,
        ...(process.argv.includes("--ask") || ask === false ? { ask } : {}),
      } as ApproveOptions),
    );

  program
    .command("verify")
    .summary("check that every approval holds")
    .description(
      "Checks the whole ledger and says of each playbook: approved, due soon, overdue, revoked, never approved, or forged and what gave it away; and how its draft has changed since.",
    )
    .argument("[paths...]", "folders or drafts; left out, the folder you are in")
    .addOption(new Option("--format <format>", "for people or for programs").choices(["pretty", "json"]).default("pretty"))
    .option("--on <date>", "as if it were that day (default: today)")
    .option("--since <commit>", "what git had at that commit must still be there: in CI, the branch you merge into")
    .addHelpText(
      "after",
      `
Exit code: 0 when everything may be published; 1 when something is forged, unsigned where a signature is required, overdue
beyond the team's grace, or does not hold that day (an asset has expired, or today's rules do not prove its paths); 2 when
something could not be read.

Examples:
  cadence verify playbooks
  cadence verify playbooks --since origin/main --format json
  cadence verify playbooks --on 2027-03-31`,
    )
    .action(async (paths: string[], options: VerifyOptions) => (await import("./verify.ts")).runVerify(paths, options));

  program
    .command("revoke")
    .summary("take a playbook off the handbook")
    .description("Takes a playbook off the handbook and keeps its history. Its owner and every approver may.")
    .argument("<id>", "the playbook: its id, as in first-conversation, or its draft")
    .requiredOption("--because <text>", "why reps must not use it any more")
    .requiredOption("--by <name>", "who revokes: name and email address; one of them is enough for a listed approver")
    .option("--on <date>", "the day, at most a week ago (default: today)")
    .option("--in <folder>", "where to look for it", ".")
    .option("--sign [key]", SIGN)
    .addHelpText(
      "after",
      `
Exit code: 0 revoked, 1 refused, 2 when it could not be tried.

Example:
  cadence revoke first-conversation --by "Maren Holt" --because "The benchmark it brings was withdrawn."`,
    )
    .action(async (id: string, options: RevokeOptions) => (await import("./revoke.ts")).runRevoke(id, options));
}

const collect = (one: string, others: readonly string[]): readonly string[] => [...others, one];
