import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { serve } from "./serve.ts";
import { webHost } from "./web-host.ts";

// The worker this file runs in is the other end of the connection.
const worker = globalThis as never;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

serve(connection, webHost(connection));
