import { read } from "../text/read.ts";
import { canonicalJson } from "./canonical.ts";

/** SHA-256 of some bytes, as `sha256:` and 64 hexadecimal digits. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256:${[...hash].map((byte) => HEX[byte]).join("")}`;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** The digest of what a value says: SHA-256 over its canonical form. */
export const contentDigest = (value: unknown): Promise<string> => digestOf(new TextEncoder().encode(canonicalJson(value)));

/** The digest of what a YAML text says, whatever its comments and its style. */
export const meaningOf = (text: string): Promise<string> => contentDigest(read(text).value);

/** The text of some bytes, without a byte order mark. Undefined when they are not UTF-8. */
export function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The first characters of a digest: enough for a person to compare. */
export const short = (digest: string): string => `${digest.slice(0, "sha256:".length + 12)}…`;
