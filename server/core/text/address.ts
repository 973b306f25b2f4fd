import { beside } from "../beside.ts";
import type { Path } from "./span.ts";

/** Where each object and list of a read value came from. */
const addresses = beside<Path>();

/** The path at which a part of a read value stands in the text. */
export const addressOf = (part: object): Path | undefined => addresses.get(part);

/** Remembers where a part came from, for parts made anew while a value is mended. */
export const remember = <T extends object>(part: T, path: Path): T => {
  addresses.set(part, path);
  return part;
};
