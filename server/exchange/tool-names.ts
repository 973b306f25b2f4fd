/** The sequencers whose forms are known. */
const TOOLS = ["outreach", "salesloft", "apollo", "hubspot", "lemlist"] as const;
export type ToolName = (typeof TOOLS)[number];

/** What can be read, and what can be written. */
export const SOURCES = [...TOOLS, "csv", "json", "document"] as const;
export const TARGETS = ["csv", "json", "markdown", "ics", ...TOOLS] as const;
export type SourceName = (typeof SOURCES)[number];
export type TargetName = (typeof TARGETS)[number];
