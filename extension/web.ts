import { type ExtensionContext, FileType, RelativePattern, Uri, workspace } from "vscode";
import { LanguageClient, type LanguageClientOptions, State } from "vscode-languageclient/browser";
import { begin, finish } from "./life.ts";
import { quiet } from "./quiet.ts";

/** A worker of the browser, as far as it is used here. */
type Thread = ConstructorParameters<typeof LanguageClient>[2] & {
  onerror: (event: { readonly message?: string }) => void;
  terminate(): void;
};
declare const Worker: new (address: string) => Thread;

/** Our files, and where copies of them lie that are nobody's drafts. */
const OURS = "**/{*.playbook.yaml,*.playbook.yml,cadence.config.yaml,cadence.config.yml,cadence.assets.yaml,cadence.assets.yml}";
const NOT_OURS = "**/{node_modules,approved}/**";

/** Starts the extension in a browser: the language server is a worker, and sees files through the editor. */
export const activate = (context: ExtensionContext): Promise<void> => begin(context, (options, lost) => connect(context, options, lost));

/** Stops the language server. */
export const deactivate = finish;

async function connect(
  context: ExtensionContext,
  options: LanguageClientOptions,
  lost: (answered: boolean) => void,
): Promise<LanguageClient> {
  // Read and not fetched: a worker cannot be made from an address of another origin.
  const part = async (name: string) => Uint8Array.from(await workspace.fs.readFile(Uri.joinPath(context.extensionUri, "dist", name)));
  const [model, code] = await Promise.all([part("model.json"), part("server.web.cjs")]);
  const address = URL.createObjectURL(new Blob(["var CADENCE_MODEL=", model, ";", code], { type: "application/javascript" }));
  const worker = new Worker(address);
  const client = quiet(new LanguageClient("cadence", "Cadence Playbooks", worker, options), lost);
  // A worker that cannot be loaded answers nothing, and would be waited for without end.
  const failed = new Promise<never>((_, fail) => {
    worker.onerror = ({ message }) => fail(new Error(message));
  });
  failed.catch(() => worker.terminate());
  const start = client.start.bind(client);
  client.start = () => Promise.race([start(), failed]);
  // The editor may load the worker by way of another, so the address has to hold until the server runs.
  client.onDidChangeState(({ newState }) => {
    if (newState !== State.Starting) URL.revokeObjectURL(address);
  });
  client.onRequest("cadence/files", (folders: string[]) => files(folders));
  client.onRequest("cadence/read", (uri: string) => read(Uri.parse(uri)));
  return client;
}

async function files(folders: readonly string[]): Promise<{ uri: string; stamp: string }[]> {
  const found = await Promise.all(folders.map((folder) => workspace.findFiles(new RelativePattern(Uri.parse(folder), OURS), NOT_OURS)));
  return Promise.all(
    found.flat().map(async (uri) => {
      const { mtime, size } = await workspace.fs.stat(uri);
      return { uri: uri.toString(), stamp: `${mtime}:${size}` };
    }),
  );
}

async function read(uri: Uri): Promise<string | null> {
  try {
    const { type } = await workspace.fs.stat(uri);
    return type & FileType.File ? new TextDecoder("utf-8", { fatal: true }).decode(await workspace.fs.readFile(uri)) : null;
  } catch {
    // What is not there, or is no text, is nothing that a playbook could be judged by.
    return null;
  }
}
