import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { MessageContext } from "../core/index.ts";

/** A sentence with what a person says of it: the families it offends in, none for a fine one. */
export type Labelled = {
  readonly text: string;
  readonly families: readonly string[];
  readonly near: string;
  readonly context: MessageContext;
};

type Entry = { text: string; also?: string[]; in?: Record<string, string | number> };

/** The labelled sentences of a set: `build` to build on, `measured` only to measure with. */
export function labelled(set: "build" | "measured"): readonly Labelled[] {
  const folder = path.join(import.meta.dirname, set);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .flatMap((file) => {
      const near = file.slice(0, -".yaml".length);
      const { offending, fine } = parse(readFileSync(path.join(folder, file), "utf8")) as { offending: Entry[]; fine: Entry[] };
      return [
        ...offending.map((entry) => ({ ...read(entry), near, families: [near, ...(entry.also ?? [])] })),
        ...fine.map((entry) => ({ ...read(entry), near, families: [] })),
      ];
    });
}

const read = ({ text, in: given = {} }: Entry) => {
  const { declares, ...context } = given;
  return { text, context: { ...context, ...(declares === undefined ? {} : { sourcedDeadline: true }) } as MessageContext };
};
