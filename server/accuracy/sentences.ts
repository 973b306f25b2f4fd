import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { MessageContext } from "../core/index.ts";

/** A text with what a person says of it: the families it offends in, none for a fine one. */
export type Labelled = {
  readonly text: string;
  readonly families: readonly string[];
  /** Of a whole message: the offending words of each family, as they stand in the text. Undefined for a sentence that offends as it is. */
  readonly says: Readonly<Record<string, readonly string[]>> | undefined;
  /** The file it is in: the family that it offends in or comes near to, or a kind of text. */
  readonly near: string;
  /** Who wrote it. Hands that never saw each other's sentences can be held against each other. */
  readonly hand: string;
  readonly context: MessageContext;
};

type Entry = string | { text: string; also?: string[]; says?: Record<string, string[]>; in?: Record<string, string | number> };

/** The labelled texts of a set: `build` to build on, `measured` only to measure with. */
export function labelled(set: "build" | "measured"): readonly Labelled[] {
  const folder = path.join(import.meta.dirname, set);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .flatMap((file) => {
      const near = path.basename(file, ".yaml");
      const about = { near, hand: path.dirname(file) };
      const { offending, fine } = parse(readFileSync(path.join(folder, file), "utf8")) as { offending?: Entry[]; fine?: Entry[] };
      return [
        ...(offending ?? []).map((entry) => ({ ...read(entry), ...about, ...offence(entry, near) })),
        ...(fine ?? []).map((entry) => ({ ...read(entry), ...about, families: [], says: undefined })),
      ];
    });
}

/** What may be learnt from: what was written to build on, without what happens to be measured with, word for word. */
export function lessons(): readonly Labelled[] {
  const measured = new Set(labelled("measured").map(({ text }) => bare(text)));
  return labelled("build").filter(({ text }) => !measured.has(bare(text)));
}

/** A text's letters and digits alone: what makes two texts the same. */
export const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const offence = (entry: Entry, near: string): Pick<Labelled, "families" | "says"> =>
  typeof entry === "object" && entry.says
    ? { families: Object.keys(entry.says), says: entry.says }
    : { families: [near, ...((typeof entry === "object" && entry.also) || [])], says: undefined };

const read = (entry: Entry) => {
  if (typeof entry === "string") return { text: entry, context: {} };
  const { declares, ...context } = entry.in ?? {};
  return { text: entry.text, context: { ...context, ...(declares === undefined ? {} : { sourcedDeadline: true }) } as MessageContext };
};
