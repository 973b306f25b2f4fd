import { join } from "node:path";
import type { ExtensionContext } from "vscode";
import { approvalsIn } from "./approval.ts";
import { connect } from "./client.ts";
import { begin, finish } from "./life.ts";

/** Starts the extension where there is Node: the language server is a process of its own. */
export const activate = (context: ExtensionContext): Promise<void> =>
  begin(context, (options, lost) => connect(context.asAbsolutePath(join("dist", "server.cjs")), options, lost), approvalsIn);

/** Stops the language server. */
export const deactivate = finish;
