import { BaseLanguageClient, CloseAction, ErrorAction } from "vscode-languageclient";

/**
 * A client that keeps what it has to say to the log: of itself it would bring up notices with stack traces in them.
 * `lost` is called whenever its server is gone and is not started again, and told whether the server had ever answered. A start
 * that fails rejects besides; one whose server goes away halfway may do neither, so nobody should wait for it alone.
 */
export function quiet<C extends BaseLanguageClient>(client: C, lost: (answered: boolean) => void): C {
  client.error = (message, data) => BaseLanguageClient.prototype.error.call(client, message, data, false);
  client.clientOptions.initializationFailedHandler = () => false;

  const usual = client.createDefaultErrorHandler();
  client.clientOptions.errorHandler = {
    // What is written to a server that has just gone away fails once for each request under way. The usual answer to many
    // failures is to stop, after which its going away counts as wished for, and nobody is told.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    async closed() {
      // Not by the client's state: a server can go away while the client is still getting ready to talk to it.
      const answered = client.initializeResult !== undefined;
      const verdict = answered ? await usual.closed() : { action: CloseAction.DoNotRestart };
      if (verdict.action === CloseAction.DoNotRestart) lost(answered);
      return { ...verdict, handled: true };
    },
  };
  const start = client.start.bind(client);
  client.start = async () => {
    try {
      await start();
    } catch (error) {
      // The client starts a server again by itself, and tells nobody that it could not.
      lost(client.initializeResult !== undefined);
      throw error;
    }
  };
  return client;
}
