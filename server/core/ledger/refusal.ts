import type { Finding } from "../finding.ts";

/** Why something is refused or not believed: what is the matter, and what to do. */
export type Refusal = { readonly what: string; readonly todo: string; readonly findings?: readonly Finding[] };
