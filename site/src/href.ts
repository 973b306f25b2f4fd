import { LOCAL_HANDBOOK } from "@cadence-playbooks/server/core";
import { teamConfig } from "./team.ts";

/** Where the handbook lies on its host. Begins and ends with a slash. */
const base = new URL(teamConfig()?.handbook ?? LOCAL_HANDBOOK).pathname.replace(/\/?$/, "/");

/** The address of a page of this handbook, wherever it is hosted. `path` begins with a slash. */
export const href = (path: `/${string}`): string => base + path.slice(1);
