import { principles } from "../core/index.ts";
import { keyOf } from "../disk/cache.ts";
import type { Known } from "../disk/knowledge.ts";
import { today } from "../disk/knowledge.ts";
import { atLength, type InShort, type Told } from "./told.ts";
import { NO_FINDINGS, type Read } from "./verdict.ts";

const digests = new WeakMap<Known, string>();

/** A key that names everything a file's findings depend on, besides the engine: the text, where it stands, what is known around it, the day. */
export function rememberedAs({ file, text, known }: Read): string {
  const around = digests.get(known) ?? keyOf(JSON.stringify([known.config ?? null, known.assets ?? null]));
  digests.set(known, around);
  return keyOf(file, known.configFile ?? "", around, today(), text);
}

/** What was said of a text, from what is remembered of it. Throws where somebody has changed what was remembered. */
export function recalled(remembered: InShort, text: string): Told {
  const told = atLength(remembered, text);
  for (const { rule, principle, severity, what, why, todo, url, range, related } of told.findings) {
    const words: readonly unknown[] = [rule, what, why, todo, url, ...related.map(({ message }) => message)];
    const lines = [range, ...related.map((one) => one.range)].flatMap(({ start, end }) => [start.line, end.line]);
    if (
      !words.every((one) => typeof one === "string") ||
      !lines.every(Number.isInteger) ||
      !(Object.hasOwn(principles, principle) && Object.hasOwn(NO_FINDINGS, severity))
    )
      throw new Error("This is not what was remembered.");
  }
  return told;
}
