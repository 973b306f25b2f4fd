import { createHash } from "node:crypto";

/**
 * What a page may load and run: only what comes from the handbook itself, and of what is written into a page only what stood
 * there when it was built, known by its hash. The search engine compiles WebAssembly. Attributes may carry style, because the
 * drawings of days do; they can run nothing.
 */
function policyFor(html: string): string {
  const hashes = (tag: "script" | "style") =>
    [
      ...new Set([...html.matchAll(inlined[tag])].map(([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`)),
    ].sort();
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

const inlined = {
  script: /<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs,
  style: /<style[^>]*>(.*?)<\/style>/gs,
} as const;

/** The page with its policy, before anything that the policy is about. */
export const withPolicy = (html: string): string =>
  html.replace('<meta charset="utf-8">', `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">`);
