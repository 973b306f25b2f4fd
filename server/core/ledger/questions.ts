import type { Accepted } from "../check.ts";
import { allTouches, branchOf, type Playbook } from "../model.ts";

/** A question that only a person can answer. */
export type Question = {
  readonly id: string;
  readonly question: string;
  /** What the question looks at in this very playbook, so that nobody answers in general. */
  readonly about: string;
};

type Asked = {
  readonly question: string;
  /** What it looks at in a playbook. Undefined where the question does not arise. */
  about(playbook: Playbook, accepted: readonly Accepted[]): string | undefined;
};

/** The questions in the order they are asked. A new one is added at its place; an id is never used for another question. */
const questions: Readonly<Record<string, Asked>> = {
  "worth-their-minute": {
    question: "If this prospect never buys, was each touch still worth their minute? Would we send it if nobody had a target?",
    about: (playbook) => playbook.motive.benefit ?? `${allTouches(playbook).length} touches`,
  },
  "honest-answer": {
    question: "What do we know about such an account that makes one reply to a quick no honest? Name the source and its date.",
    about(playbook) {
      const branch = branchOf(playbook.replies, "reflex-no");
      return branch && branch.touches.length > 0 ? (branch.evidence ?? named(branch.touches)) : undefined;
    },
  },
  "assets-help": {
    question: "Which problem of this reader does each asset address, and did somebody open every one of them this quarter?",
    about: (playbook) => list(new Set(allTouches(playbook).flatMap(({ asset }) => asset ?? []))),
  },
  "risk-is-true": {
    question: "Is every risk and every deadline we name true, about this reader, and from a source they can check?",
    about(playbook, accepted) {
      const deadlines = allTouches(playbook).filter(({ deadline }) => deadline !== undefined);
      const risks = accepted.filter(({ finding }) => ["risk-is-evidenced", "urgency-is-sourced"].includes(finding.rule));
      return list([...deadlines.map(({ id, deadline }) => `${id}: ${deadline?.date}`), ...risks.map(({ finding }) => finding.what)]);
    },
  },
  "take-away-is-honest": {
    question: "Could the prospect's boss read the last touch without us wincing, and do we really stop after it?",
    about: (playbook) => list(playbook.touches.filter(({ kind }) => kind === "take-away").map(({ id }) => id)),
  },
  "least-tolerant": {
    question: "Who is the least patient person this can reach, and is it still the right dose for them?",
    about: ({ touches, audience }) =>
      `${touches.length} touches until day ${touches.at(-1)?.day ?? 1}${audience.persona ? `, to a ${audience.persona}` : ""}`,
  },
  "wait-is-kept": {
    question: "When they ask us to wait, does the plan hold to it? What happens if they named the day before which nobody may call?",
    about(playbook) {
      const branch = branchOf(playbook.replies, "not-now");
      return branch && (branch.touches.length > 0 || branch.outcome !== "stop")
        ? `${branch.wait ?? "no wait is named"}; ${branch.touches.length > 0 ? named(branch.touches) : "no touches meanwhile"}`
        : undefined;
    },
  },
  "silence-understood": {
    question: "Which three plain reasons may they have for not answering, and which of our touches fits each?",
    about(playbook) {
      const branch = branchOf(playbook.replies, "silence");
      if (!branch || (branch.touches.length === 0 && !branch.scenarios?.length)) return undefined;
      return branch.scenarios?.join("; ") ?? named(branch.touches);
    },
  },
  "sounds-like-a-peer": {
    question: "Read it aloud to a colleague: where did it sound like a script, and what did they say?",
    about: (playbook) => `${allTouches(playbook).length} touches, branches included`,
  },
  "at-ease-with-what-we-know": {
    question: "Would the reader feel uneasy that we know what the research looks for?",
    about: ({ research }) => (research?.find.length ? research.find.join("; ") : undefined),
  },
  "exceptions-hold": {
    question: "Findings were accepted. Why is each of them the exception and not the beginning of a habit?",
    about: (_, accepted) => list(accepted.map(({ finding, because }) => `${finding.what} Accepted because: ${because}`)),
  },
};

/** The questions that arise for a playbook, in the order they are asked. */
export const questionsFor = (playbook: Playbook, accepted: readonly Accepted[]): readonly Question[] =>
  Object.entries(questions).flatMap(([id, { question, about }]) => {
    const what = about(playbook, accepted);
    return what === undefined ? [] : [{ id, question, about: what }];
  });

/** Words. Fewer are a nod and not an answer. */
const SHORTEST_ANSWER = 4;

/** What is the matter with an answer, as the end of a sentence. Undefined when it is one. */
export function poor(answer: string | undefined, others: readonly string[]): string | undefined {
  const words = answer?.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return "has no answer";
  if (words.length < SHORTEST_ANSWER) return `is answered with ${words.length === 1 ? "one word" : `${words.length} words`} only`;
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/\P{L}+/gu, " ")
      .trim();
  return others.some((other) => plain(other) === plain(answer ?? "")) ? "has the very answer of another question" : undefined;
}

const named = (touches: readonly { readonly id?: string | undefined }[]) => touches.map(({ id }) => id).join(", ");
const list = (items: Iterable<string | undefined>): string | undefined => [...items].filter(Boolean).join(", ") || undefined;
