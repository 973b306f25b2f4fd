import { enableCompileCache } from "node:module";

// What was compiled once need not be compiled at every start. It lies where the system keeps what may be thrown away.
enableCompileCache?.();
require("./language-server.cjs");
