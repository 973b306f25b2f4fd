import { join } from "node:path";
import { commands, type ExtensionContext, window } from "vscode";
import type { LanguageClient, LanguageClientOptions } from "vscode-languageclient/node";
import { approvalsIn } from "./approval.ts";
import { connect } from "./client.ts";

let client: LanguageClient | undefined;
let turn = Promise.resolve();

/** Starts the language server that ships with this extension, and adds the commands to start it again and to show its log. */
export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel("Cadence Playbooks", { log: true });
  const options: LanguageClientOptions = { documentSelector: [{ language: "cadence-playbook" }], outputChannel: log };

  const restart = () =>
    inTurn(async () => {
      await end();
      client = connect(context.asAbsolutePath(join("dist", "server.cjs")), options, () =>
        tell("Playbooks are no longer checked: the language server keeps stopping."),
      );
      await client.start().catch(() => tell("Playbooks are not checked: the language server did not start."));
    });

  // Not waited for: the notice may stay open as long as it likes.
  function tell(what: string): void {
    const again = "Try Again";
    const show = "Show the Log";
    void window.showErrorMessage(`${what} Try again; if that does not help, the log says why.`, again, show).then((choice) => {
      if (choice === again) void restart();
      if (choice === show) log.show();
    });
  }

  context.subscriptions.push(
    log,
    commands.registerCommand("cadence.restart", restart),
    commands.registerCommand("cadence.showLog", () => log.show()),
  );
  await restart();
  context.subscriptions.push(...approvalsIn(context, () => client));
}

/** Stops the language server. */
export async function deactivate(): Promise<void> {
  await inTurn(end);
}

/** Starts and stops wait for each other, so that asking twice leaves one server running. */
function inTurn(work: () => Promise<void>): Promise<void> {
  turn = turn.then(work);
  return turn;
}

async function end(): Promise<void> {
  // A client that failed to start says so once more when it is let go; its server is stopped all the same.
  await client?.dispose().catch(() => {});
}
