import { asJson } from "../json.ts";
import type { Verdict } from "../verdict.ts";
import { version } from "../version.ts";
import { asCheckstyle } from "./checkstyle.ts";
import { asGithub } from "./github.ts";
import { asGitlab } from "./gitlab.ts";
import { asJunit } from "./junit.ts";
import { asSarif } from "./sarif.ts";

/** How the verdict can be told to programs; `pretty` is for people. */
const written = {
  json: asJson,
  sarif: (verdict: Verdict) => asSarif(verdict, version),
  github: asGithub,
  junit: asJunit,
  gitlab: asGitlab,
  checkstyle: asCheckstyle,
} as const;

export type ReportFormat = keyof typeof written;

/** The verdict in a form for programs, piece by piece: as one text it would take more room than all else. */
export const reportAs = (format: ReportFormat, verdict: Verdict): Iterable<string> => written[format](verdict);
