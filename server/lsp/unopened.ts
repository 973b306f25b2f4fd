import type { Diagnostic } from "vscode-languageserver";
import { check, checkAll, kindOfFile, type Report } from "../core/index.ts";
import { toDiagnostic } from "./diagnostics.ts";
import type { ToJudge } from "./host.ts";

/** A file of the workspace that is not open, and what was last told of it, where something was. */
export type Unopened = { readonly uri: string; readonly previous: string | undefined };

/** What is found in one: under an id made of what it says, and without it where the client has it already. */
export type Found = { readonly resultId: string; readonly items: Diagnostic[] | undefined };

type Where = { readonly today: string; readonly file: string | undefined };

/** Judges a text by what is known around it, and words what is found as the client reads it. */
export const foundIn = (asked: ToJudge, text: string, where: Where): Found => worded(asked, check(text, knowledgeOf(asked, where)));

/** The same of many texts, in their order. */
export function foundInEach(all: readonly (ToJudge & Where & { readonly text: string })[]): readonly Found[] {
  const reports = [...checkAll(all.map((one) => ({ text: one.text, knowledge: knowledgeOf(one, one) })))];
  return all.flatMap((one, i) => {
    const report = reports[i];
    return report ? [worded(one, report)] : [];
  });
}

const knowledgeOf = ({ uri, known }: ToJudge, { today, file }: Where) => ({
  kind: kindOfFile(uri) ?? ("playbook" as const),
  ...known,
  today,
  file,
});

const worded = ({ uri, previous }: ToJudge, { findings }: Report) =>
  told(
    findings.map((finding) => toDiagnostic(finding, uri)),
    previous,
  );

/** What is said under an id made of it, so that an id means the same after a restart and in another thread. */
export function told(items: Diagnostic[], previous: string | undefined): Found {
  const resultId = fingerprint(items);
  return { resultId, items: previous === resultId ? undefined : items };
}

/** A short name for what some diagnostics say (FNV-1a over their JSON, twice, 64 bits in all). */
function fingerprint(items: readonly Diagnostic[]): string {
  const words = JSON.stringify(items);
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
  }
  return `${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}-${words.length.toString(36)}`;
}
