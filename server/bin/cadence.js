#!/usr/bin/env node
import { recentEnough } from "./node-version.js";

if (await recentEnough()) await import("../cli/main.ts");
