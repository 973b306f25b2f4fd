import { readFileSync } from "node:fs";

/** The version of this package, from the one place that says it. */
export const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
