#!/usr/bin/env node
import { recentEnough } from "./node-version.js";

if (recentEnough()) await import("../lsp/main.ts");
