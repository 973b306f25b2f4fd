import file from "./model.json" with { type: "json" };
import { type Model, opened } from "./model.ts";

/** The model that is shipped. Where programs start often, their bundles hold it laid out instead (`laid-out.ts`). */
export const learnt = (): Model => opened(file);
