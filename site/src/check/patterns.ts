import type { Config } from "@cadence-playbooks/server/core";

/** Whether a team avoids words that take an engine of patterns to find. */
export const hasPatterns = (config: Config | undefined): boolean =>
  config?.phrases.avoid.some(({ pattern }) => pattern !== undefined) ?? false;
