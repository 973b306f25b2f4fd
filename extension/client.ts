import { LanguageClient, type LanguageClientOptions, TransportKind } from "vscode-languageclient/node";
import { quiet } from "./quiet.ts";

/**
 * A client of the language server in `module`, a file that Node runs; not started yet.
 * `lost` is called when its server is gone and is not started again.
 */
export const connect = (module: string, options: LanguageClientOptions, lost: (answered: boolean) => void): LanguageClient =>
  quiet(new LanguageClient("cadence", "Cadence Playbooks", { module, transport: TransportKind.ipc }, options), lost);
