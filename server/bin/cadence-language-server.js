#!/usr/bin/env node
import { recentEnough } from "./node-version.js";

if (await recentEnough()) await import("../lsp/main.ts");
