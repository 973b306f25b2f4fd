import * as fc from "fast-check";

// The same cases on every run, so that a change is judged by what it changed. To look for new ones: CADENCE_SEED=random npm test
const seed = process.env.CADENCE_SEED;
if (seed !== "random") fc.configureGlobal({ seed: Number(seed ?? 20_261_122) });
