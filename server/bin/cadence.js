#!/usr/bin/env node
import { recentEnough } from "./node-version.js";

if (recentEnough()) await import("../cli/main.ts");
