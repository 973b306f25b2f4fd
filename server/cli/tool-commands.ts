import { Argument, type Command } from "commander";
import { SHELLS, type Shell } from "./shells.ts";

/** `cadence mcp` and `cadence completion`, as they are typed. */
export function addTools(program: Command): void {
  program
    .command("mcp")
    .summary("let assistants check what they draft")
    .description(
      "Speaks the Model Context Protocol over standard input and output, so that an assistant can check playbooks and messages before it shows them. It reads the team's configuration from the folder it is started in, and writes nothing.",
    )
    .addHelpText(
      "after",
      `
For an assistant that is set up by JSON:
  { "mcpServers": { "cadence": { "command": "npx", "args": ["cadence", "mcp"] } } }`,
    )
    .action(async () => (await import("./mcp/serve.ts")).serveMcp());

  program
    .command("completion")
    .summary("print what your shell needs to complete commands")
    .description("Prints a script with which a shell completes our commands, options and their values.")
    .addArgument(new Argument("<shell>", "your shell").choices(SHELLS))
    .addHelpText(
      "after",
      `
Examples:
  source <(cadence completion bash)
  cadence completion fish > ~/.config/fish/completions/cadence.fish`,
    )
    .action(async (shell: Shell) => void process.stdout.write((await import("./completion.ts")).completionFor(shell, program)));
}
