import { Console } from "node:console";
import { isMainThread } from "node:worker_threads";
import { type Connection, createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { regionNames } from "../disk/holidays.ts";
import { hasWorked } from "../disk/kept-code.ts";
import { createKnowledge, today } from "../disk/knowledge.ts";
import { judgeElsewhere, judgeForAnother } from "./judges.ts";
import { list, pathOf, read, uriOf } from "./locations.ts";
import { nodeApprovals } from "./node-approvals.ts";
import { serve } from "./serve.ts";
import { keepSmall } from "./thrift.ts";
import { writerOn } from "./writing.ts";

/** This program. Bundled, it is an old module, which has no address but a path. */
const program = typeof __filename === "string" ? __filename : new URL(import.meta.url);

/** The library's own way, but for the writing. */
function overStandardOutput(): Connection {
  // Output meant for a person would break the protocol on standard output.
  globalThis.console = new Console(process.stderr);
  // The library tells by itself what is a stream and what a writer; its types know of two of one kind only.
  return createConnection(ProposedFeatures.all, process.stdin, writerOn(process.stdout) as never);
}

function start(): void {
  // The transport is chosen on the command line: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.
  const connection = process.argv.includes("--stdio") ? overStandardOutput() : createConnection(ProposedFeatures.all);

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
    opened: () => {
      hasWorked();
      opened();
    },
    approvals: nodeApprovals(),
    regionNames,
  });
}

// A thread that judges files for a server is the same program.
if (isMainThread) start();
else judgeForAnother();
