#!/usr/bin/env node
import "../lsp/main.ts";
