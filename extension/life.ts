import { commands, type Disposable, type Event, EventEmitter, type ExtensionContext, type LogOutputChannel, window } from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, State, type StaticFeature } from "vscode-languageclient";
import { personsCommands } from "./commands.ts";
import { cursor } from "./cursor.ts";
import { playbooksView } from "./playbooks.ts";
import { preview } from "./preview.ts";
import { type Standing, statusBar } from "./status.ts";

/** Hears that a server is gone and is not started again, perhaps more than once, and whether it had ever answered. */
type Lost = (answered: boolean) => void;

/** Makes a client that is not started yet. */
type Connect = (options: LanguageClientOptions, lost: Lost) => Promise<BaseLanguageClient> | BaseLanguageClient;

/** What else a person can do where the extension runs. `running` is the client, while there is one; `started` tells of each new one. */
type More = (context: ExtensionContext, running: () => BaseLanguageClient | undefined, started: Event<void>) => readonly Disposable[];

/** Tells the server which of our commands its lenses may name. */
const OWN_COMMANDS: StaticFeature = {
  fillClientCapabilities(capabilities) {
    capabilities.experimental = { commands: { commands: ["cadence.showPreview"] } };
  },
  initialize() {},
  getState: () => ({ kind: "static" }),
  clear() {},
};

let client: BaseLanguageClient | undefined;
let turn = Promise.resolve();

/** Starts the language server and adds everything a person can do, wherever the extension runs. */
export async function begin(context: ExtensionContext, connect: Connect, more: More = () => []): Promise<void> {
  const log = window.createOutputChannel("Cadence Playbooks", { log: true });
  const options: LanguageClientOptions = { documentSelector: [{ language: "cadence-playbook" }], outputChannel: log };

  const started = new EventEmitter<void>();
  const stands = new EventEmitter<Standing>();
  const restart = () =>
    inTurn(async () => {
      await end();
      stands.fire("starting");
      const gone = Promise.withResolvers<boolean>();
      void gone.promise.then((answered) => {
        stands.fire("gone");
        tell(
          log,
          restart,
          answered
            ? "Playbooks are no longer checked: the language server keeps stopping."
            : "Playbooks are not checked: the language server did not start.",
        );
      });
      // A start whose server goes away halfway may never end, and whoever tries again must not wait for it.
      await Promise.race([start(gone.resolve).catch(() => gone.resolve(false)), gone.promise]);
    });
  const start = async (lost: Lost) => {
    client = await connect(options, lost);
    client.registerFeature(OWN_COMMANDS);
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) stands.fire("starting");
      if (newState !== State.Running) return;
      stands.fire("running");
      started.fire();
    });
    await client.start();
  };

  context.subscriptions.push(
    log,
    started,
    stands,
    stands.event((standing) => commands.executeCommand("setContext", "cadence.standing", standing)),
    ...personsCommands(),
    ...statusBar(stands.event),
    commands.registerCommand("cadence.restart", restart),
    commands.registerCommand("cadence.showLog", () => log.show()),
  );
  await restart();
  const running = () => (client?.isRunning() ? client : undefined);
  context.subscriptions.push(
    cursor(running),
    ...preview(context, running, started.event),
    ...playbooksView(running, stands.event),
    ...more(context, running, started.event),
  );
}

/** Stops the language server. */
export const finish = (): Promise<void> => inTurn(end);

// Not waited for: the notice may stay open as long as it likes.
function tell(log: LogOutputChannel, restart: () => Promise<void>, what: string): void {
  const again = "Try Again";
  const show = "Show the Log";
  void window.showErrorMessage(`${what} Try again; if that does not help, the log says why.`, again, show).then((choice) => {
    if (choice === again) void restart();
    if (choice === show) log.show();
  });
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
