import { fileURLToPath } from "node:url";

/** The path on disk of a `file:` address. Undefined for anything else: an unsaved or virtual document has no neighbours on disk. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
