import { HOSTILE } from "./ledger.ts";

/** One address of every kind of page. */
export const kinds = [
  "/",
  "/playbooks/",
  "/playbooks/first-conversation/",
  "/playbooks/call-me-in-six-months/",
  `/playbooks/${HOSTILE}/`,
  "/find/persona/",
  "/find/stage/never-spoken/",
  "/offline/",
  "/check/",
  "/principles/",
  "/principles/where-the-articles-disagree/",
  "/principles/no-means-no/",
  "/rules/",
  "/rules/known-keys/",
  "/rules/laws/",
  "/format/",
  "/report/",
  "/about/",
  "/nothing-here/",
] as const;
