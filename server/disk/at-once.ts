import pLimit from "p-limit";

/** Files asked about at once: enough to keep a disk busy, and far below what a system lets one program open. */
const AT_ONCE = 32;

/** Asks about many files together, and answers in their order: `limited.map(files, ask)`. */
export const limited = pLimit(AT_ONCE);
