import type { Finding } from "../core/index.ts";
import type { Told } from "./told.ts";

/** The words a finding underlines, on one line. */
export const wordsOf = ({ span }: Pick<Finding, "span">, { source }: Pick<Told, "source">): string =>
  source.text
    .slice(...span)
    .replace(/\s+/g, " ")
    .trim();
