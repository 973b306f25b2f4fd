/**
 * The parts of the core that are small and know no rule, for programs that have something to do before they judge: they start in half the
 * time. `index.ts` says the same, and all the rest.
 */

export { CHANNELS } from "./format/channels.ts";
export { kindOfFile } from "./format/file-kind.ts";
export { near } from "./format/near.ts";
export { STAGES } from "./format/stages.ts";
export { remembered } from "./remembered.ts";
