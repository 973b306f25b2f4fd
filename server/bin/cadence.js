#!/usr/bin/env node
import { recentEnough } from "./node-version.js";

if (await recentEnough()) await (await import("../cli/main.ts")).run();
