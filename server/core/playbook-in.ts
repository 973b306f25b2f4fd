import { fit } from "./format/fit.ts";
import type { Config, Playbook } from "./model.ts";
import { read, type Source } from "./text/read.ts";

type Held = { readonly source: Source; readonly playbook: Playbook | undefined };

/** What was read last: several questions about one copy come one after the other, and reading it takes longer than any of them. */
let last: Held | undefined;

/** The playbook that a text holds, mended as `check` would mend it, without asking any rule about it. Never throws. */
export function playbookIn(text: string): Held {
  if (last?.source.text === text) return last;
  const source = read(text);
  last = { source, playbook: source.sound ? (fit("playbook", source.value).value as Playbook | undefined) : undefined };
  return last;
}

/** The configuration that a text holds, without asking any rule about it. Never throws. */
export function configIn(text: string): Config | undefined {
  const source = read(text);
  return source.sound ? (fit("config", source.value).value as Config | undefined) : undefined;
}
