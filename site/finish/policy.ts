import { createHash } from "node:crypto";

/**
 * What a page may load and run: only what comes from the handbook itself, and of what is written into a page only what stood
 * there when it was built, known by its hash. The search engine compiles WebAssembly. Attributes may carry style, because the
 * drawings of days do; they can run nothing.
 */
function policyFor(page: string): string {
  const hashes = (tag: "script" | "style") => [...new Set([...page.matchAll(inlined[tag])].map(([, text = ""]) => hashOf(text)))].sort();
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes("script")].join(" "),
    ["style-src 'self'", ...hashes("style")].join(" "),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** Nearly every page has the same few scripts. */
const known = new Map<string, string>();

function hashOf(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const hash = `'sha256-${createHash("sha256").update(text, "latin1").digest("base64")}'`;
  known.set(text, hash);
  return hash;
}

const inlined = {
  script: /<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs,
  style: /<style[^>]*>(.*?)<\/style>/gs,
} as const;

const BEFORE = '<meta charset="utf-8">';

/** A page with its policy, before anything that the policy is about. `page` is the same bytes, each as one character. */
export function withPolicy(bytes: Buffer<ArrayBuffer>, page: string): Buffer<ArrayBuffer> {
  const at = page.indexOf(BEFORE) + BEFORE.length;
  if (at < BEFORE.length) return bytes;
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyFor(page)}">`;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(policy), bytes.subarray(at)]);
}
