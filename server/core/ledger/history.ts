import type { ApprovalRecord } from "../model.ts";
import { playbookIn } from "../playbook-in.ts";
import { changedLines, changesBetween, type LineChange } from "./changes.ts";
import { decoded } from "./digest.ts";
import type { Standing } from "./judge.ts";

/** One decision about a playbook, told to people. Plain data. */
export type Chapter = {
  readonly number: number;
  readonly by: string;
  readonly on: string;
  /** The record's digest. */
  readonly digest: string;
  readonly signed: boolean;
} & (
  | {
      readonly kind: "approval";
      readonly note: string;
      readonly answers: ApprovalRecord["answers"];
      readonly accepted: ApprovalRecord["accepted"];
      /** Whether a play of this name was approved before. */
      readonly first: boolean;
      /** What changed since the version before, in sentences; empty where only the writing changed. */
      readonly words: readonly string[];
      readonly lines: readonly LineChange[];
    }
  | { readonly kind: "revocation"; readonly because: string }
);

/** What a playbook is called in its newest approved version; its id where it has no title. */
export function titleIn({ id, steps }: Pick<Standing, "id" | "steps">): string {
  const step = steps.findLast((one) => one.kind === "approval");
  return (step && playbookIn(decoded(step.copy) ?? "").playbook?.title) ?? id;
}

/** Everything that was decided about a playbook, newest first, with what changed from version to version. */
export function historyOf({ steps }: Pick<Standing, "steps">): readonly Chapter[] {
  let before: string | undefined;
  const chapters = steps.map((step): Chapter => {
    const { number, by, on, digest, signature } = step;
    const told = { number, by, on, digest, signed: signature !== undefined };
    if (step.kind === "revocation") return { ...told, kind: "revocation", because: step.record.because };
    const text = decoded(step.copy) ?? "";
    const { note, answers, accepted } = step.record;
    const earlier = before;
    before = text;
    if (earlier === undefined) return { ...told, kind: "approval", note, answers, accepted, first: true, words: [], lines: [] };
    const [was, is] = [playbookIn(earlier).playbook, playbookIn(text).playbook];
    const words = was && is ? changesBetween(was, is) : [];
    return { ...told, kind: "approval", note, answers, accepted, first: false, words, lines: changedLines(earlier, text) };
  });
  return chapters.reverse();
}
