import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PublishedFile } from "../src/published-ledger.ts";

/** Writes or copies a file to where it is published. Its folder is there. */
export function putFile(folder: string, { file, source }: PublishedFile): void {
  if (source instanceof URL) copyFileSync(source, join(folder, file));
  else writeFileSync(join(folder, file), source);
}
