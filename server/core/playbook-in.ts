import { fit } from "./format/fit.ts";
import type { Playbook } from "./model.ts";
import { read, type Source } from "./text/read.ts";

/** The playbook that a text holds, mended as `check` would mend it, without asking any rule about it. Never throws. */
export function playbookIn(text: string): { readonly source: Source; readonly playbook: Playbook | undefined } {
  const source = read(text);
  return { source, playbook: source.sound ? (fit("playbook", source.value).value as Playbook | undefined) : undefined };
}
