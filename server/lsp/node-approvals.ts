import { readFile } from "node:fs/promises";
import path from "node:path";
import { approve, check, questionsFor, type Refusal, revoke } from "../core/index.ts";
import { type Book, decide, openBook } from "../disk/decide.ts";
import { createKnowledge, type Known, today } from "../disk/knowledge.ts";
import { idOf, ledgerOf } from "../disk/ledger.ts";
import { trouble, type Unread } from "../disk/trouble.ts";
import type { Approvals, Outcome } from "./approval.ts";

/** The ledger on this computer's disk. Nothing is remembered: a decision may have been made anywhere a moment ago. */
export function nodeApprovals(): Approvals {
  return {
    async standing(file, text) {
      const found = await bookOf(file, Buffer.from(text));
      return "what" in found ? found : { standing: found.book.standing, config: found.known.config };
    },

    async asked(file, text) {
      const known = await createKnowledge().for(file);
      const { playbook, accepted } = reportOn(file, text, known);
      const found = await bookOf(file, Buffer.from(text));
      return {
        questions: playbook ? questionsFor(playbook, accepted) : [],
        approvers: [...new Set(known.config?.approvers?.map(({ person }) => person) ?? [])],
        needsNote: "book" in found && found.book.standing.steps.length > 0,
      };
    },

    approve: (file, text, { by, note, answers }) =>
      deciding(file, async () => {
        const bytes = await readFile(file);
        // What is approved is what is on disk, and a person approves what they see.
        if (bytes.toString() !== text)
          return { refused: [{ what: "The draft has changes that are not saved.", todo: "Save it and approve it again." }] };
        const found = await bookOf(file, bytes);
        if ("what" in found) return { refused: [found] };
        const { book, known } = found;
        const { config, assets, configFile } = known;
        const on = today();
        const entry = await approve({
          id: idOf(file),
          bytes,
          by,
          on,
          note,
          answers,
          config,
          assets,
          location: { file, configFile },
          standing: book.standing,
        });
        if (!("files" in entry)) return { refused: entry };
        const entered = await decide(entry, book, known, signingBy(by, on, file));
        if (!("files" in entered)) return { refused: [entered] };
        return { done: `Approved as version ${entered.number}. The next handbook shows it; commit the folder approved.` };
      }),

    revoke: (file, by, because) =>
      deciding(file, async () => {
        const found = await bookOf(file, undefined);
        if ("what" in found) return { refused: [found] };
        const { book, known } = found;
        const on = today();
        const entry = revoke({ id: idOf(file), by, on, because, config: known.config, standing: book.standing });
        if (!("files" in entry)) return { refused: entry };
        const entered = await decide(entry, book, known, signingBy(by, on, file));
        return "files" in entered
          ? { done: `Version ${entered.number - 1} is revoked. The next handbook is built without it; commit the folder approved.` }
          : { refused: [entered] };
      }),
  };
}

const reportOn = (file: string, text: string, { config, configFile, assets }: Known) =>
  check(text, { file, config, configFile, assets, today: today() });

async function bookOf(file: string, draft: Uint8Array | undefined): Promise<{ book: Book; known: Known } | Refusal> {
  const known = await createKnowledge().for(file);
  // What a configuration nobody can read says about approvers is not for us to guess.
  const [unread] = known.unread;
  if (unread) return refusal(unread);
  try {
    const book = await openBook(ledgerOf(file), draft, known, today());
    return "kind" in book ? refusal(book) : { book, known };
  } catch (error) {
    return refusal(trouble(ledgerOf(file), error));
  }
}

/** Signs with git's key where the team asks for signatures; an agent or a key without a passphrase, because nobody can be asked here. */
const signingBy = (by: string, on: string, file: string) => ({
  key: false as const,
  cwd: path.dirname(file),
  by: { email: /<([^<>]+)>/.exec(by)?.[1] ?? by, on },
});

async function deciding(file: string, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    return { refused: [refusal(trouble(ledgerOf(file), error, "write"))] };
  }
}

const refusal = ({ file, what, todo }: Unread): Refusal => ({ what: `${path.basename(file)}: ${what}`, todo });
