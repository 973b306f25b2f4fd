import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { regionNames } from "../disk/holidays.ts";
import { createKnowledge, today } from "../disk/knowledge.ts";
import { list, pathOf, read, uriOf } from "./locations.ts";
import { nodeApprovals } from "./node-approvals.ts";
import { serve } from "./serve.ts";
import { keepSmall } from "./thrift.ts";

// The transport is chosen on the command line: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.
const connection = createConnection(ProposedFeatures.all);

// Output meant for a person would break the protocol on standard output.
console.log = console.info = (...words) => connection.console.info(words.join(" "));
console.error = console.warn = (...words) => connection.console.warn(words.join(" "));

// What goes wrong unseen in one answer must not take away the others, nor what somebody is typing.
process.on("unhandledRejection", (error) => connection.console.error(`Something went wrong: ${String(error)}`));

keepSmall();
serve(connection, {
  knowledge: (readOpen) => createKnowledge((file) => readOpen(file)),
  today,
  pathOf,
  uriOf,
  list,
  read,
  approvals: nodeApprovals(),
  regionNames,
});
