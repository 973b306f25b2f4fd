import { enableCompileCache } from "node:module";

// A thread does not know by itself that what was compiled once need not be compiled again.
enableCompileCache();
(await import("./judging.ts")).judgeForAnother();
