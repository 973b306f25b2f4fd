import type { Hash } from "node:crypto";

/**
 * A SHA-256 digest, to be fed piece by piece. What makes digests takes as long to load as half a file to judge, and most checks need none:
 * so it is loaded for the first.
 */
export const sha256 = (): Hash => process.getBuiltinModule("node:crypto").createHash("sha256");
