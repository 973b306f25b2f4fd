import { keyOf } from "../disk/cache.ts";
import type { Known } from "../disk/knowledge.ts";
import { today } from "../disk/knowledge.ts";
import type { Read } from "./verdict.ts";

const digests = new WeakMap<Known, string>();

/** A key that names everything a file's findings depend on, besides the engine: the text, where it stands, what is known around it, the day. */
export function rememberedAs({ file, text, known }: Read): string {
  const around = digests.get(known) ?? keyOf(JSON.stringify([known.config ?? null, known.assets ?? null]));
  digests.set(known, around);
  return keyOf(file, known.configFile ?? "", around, today(), text);
}
