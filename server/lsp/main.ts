import { isMainThread } from "node:worker_threads";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { regionNames } from "../disk/holidays.ts";
import { createKnowledge, today } from "../disk/knowledge.ts";
import { judgeElsewhere, judgeForAnother } from "./judges.ts";
import { list, pathOf, read, uriOf } from "./locations.ts";
import { nodeApprovals } from "./node-approvals.ts";
import { serve } from "./serve.ts";
import { keepSmall } from "./thrift.ts";

/** This program. Bundled, it is an old module, which has no address but a path. */
const program = typeof __filename === "string" ? __filename : new URL(import.meta.url);

function start(): void {
  // The transport is chosen on the command line: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.
  const connection = createConnection(ProposedFeatures.all);

  // Output meant for a person would break the protocol on standard output.
  console.log = console.info = (...words) => connection.console.info(words.join(" "));
  console.error = console.warn = (...words) => connection.console.warn(words.join(" "));

  // What goes wrong unseen in one answer must not take away the others, nor what somebody is typing.
  process.on("unhandledRejection", (error) => connection.console.error(`Something went wrong: ${String(error)}`));

  const opened = keepSmall();
  serve(connection, {
    knowledge: (readOpen) => createKnowledge((file) => readOpen(file)),
    today,
    pathOf,
    uriOf,
    list,
    read,
    judgeElsewhere: (...work) => judgeElsewhere(program, ...work),
    opened,
    approvals: nodeApprovals(),
    regionNames,
  });
}

// A thread that judges files for a server is the same program.
if (isMainThread) start();
else judgeForAnother();
