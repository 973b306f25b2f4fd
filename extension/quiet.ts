import { BaseLanguageClient, CloseAction, State } from "vscode-languageclient";

/**
 * A client that keeps what it has to say to the log: of itself it would bring up notices with stack traces in them.
 * `lost` is called when a server that was running has stopped and is not started again, also when it stops while it is started
 * again. Only a first start that fails is the caller's to tell: `start()` rejects.
 */
export function quiet<C extends BaseLanguageClient>(client: C, lost: () => void): C {
  client.error = (message, data) => BaseLanguageClient.prototype.error.call(client, message, data, false);
  client.clientOptions.initializationFailedHandler = () => false;

  let ran = false;
  client.onDidChangeState(({ newState }) => {
    ran ||= newState === State.Running;
  });
  const usual = client.createDefaultErrorHandler();
  client.clientOptions.errorHandler = {
    error: (...problem) => usual.error(...problem),
    async closed() {
      // A server that answered and went away while the client was still getting ready has run, too: whether that start ends is left open.
      const met = client.state === State.Running || (client.state === State.Starting && client.initializeResult !== undefined);
      if (!met) {
        if (ran) lost();
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      const verdict = await usual.closed();
      if (verdict.action === CloseAction.DoNotRestart) lost();
      return { ...verdict, handled: true };
    },
  };
  return client;
}
