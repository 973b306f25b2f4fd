import { CloseAction, LanguageClient, type LanguageClientOptions, State, TransportKind } from "vscode-languageclient/node";

/**
 * A client of the language server in `module`, a file that Node runs; not started yet.
 * `lost` is called when a server that was running keeps stopping and is not started again.
 * A failed start is the caller's to tell: `start()` rejects. Everything else the client has to say goes to the log.
 */
export function connect(module: string, options: LanguageClientOptions, lost: () => void): LanguageClient {
  const client = new LanguageClient("cadence", "Cadence Playbooks", { module, transport: TransportKind.ipc }, options);
  // By default a failed start brings up a notice with a stack trace in it.
  client.error = (message, data) => LanguageClient.prototype.error.call(client, message, data, false);
  client.clientOptions.initializationFailedHandler = () => false;

  const usual = client.createDefaultErrorHandler();
  client.clientOptions.errorHandler = {
    error: (...problem) => usual.error(...problem),
    async closed() {
      if (client.state !== State.Running) return { action: CloseAction.DoNotRestart, handled: true };
      const verdict = await usual.closed();
      if (verdict.action === CloseAction.DoNotRestart) lost();
      return { ...verdict, handled: true };
    },
  };
  return client;
}
