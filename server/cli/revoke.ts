import path from "node:path";
import { type Refusal, revoke } from "../core/index.ts";
import { decide, openBook } from "../disk/decide.ts";
import { ledgersAt } from "../disk/find-ledgers.ts";
import { createKnowledge, today } from "../disk/knowledge.ts";
import { placesOf } from "../disk/ledger.ts";
import { shown } from "../disk/shown.ts";
import { trouble } from "../disk/trouble.ts";
import { tellUnfinished } from "./approve.ts";
import { approverNamed } from "./approver.ts";
import { wrongDay } from "./day.ts";
import { label, whole } from "./pretty.ts";
import { refuse, stop, unable } from "./refused.ts";
import { screenOn } from "./screen.ts";

export type RevokeOptions = {
  readonly because: string;
  readonly by: string;
  readonly on?: string;
  readonly in: string;
  readonly sign?: string | boolean;
};

const NOTHING_WRITTEN = "Not revoked; nothing was written.";

/** `cadence revoke`: takes a playbook off the handbook and keeps its history, or says every reason why not. Exit 0, 1 or 2. */
export async function runRevoke(asked: string, options: RevokeOptions): Promise<void> {
  // A path to the draft or to its ledger means the playbook too.
  const id = path.basename(asked).replace(/\.playbook\.ya?ml$/i, "");
  const { ledgers, unread } = await ledgersAt([options.in]);
  if (unread.length > 0) return unable(unread);
  const found = ledgers.filter((one) => one.id === id && (!/[\\/]/.test(asked) || path.resolve(asked) === one.draft));
  const [ledger] = found;
  if (!ledger || found.length > 1) return refuse([whichOne(id, ledgers, found)], NOTHING_WRITTEN);
  const known = await createKnowledge().for(ledger.draft);
  if (known.unread.length > 0) return unable(known.unread);
  const by = approverNamed(options.by, known.config);
  const wrong = [...wrongDay(options.on), ...(typeof by === "string" ? [] : [by])];
  if (typeof by !== "string" || wrong.length > 0) return refuse(wrong, NOTHING_WRITTEN);
  const on = options.on ?? today();
  try {
    const book = await openBook(ledger.folder, undefined, known, today());
    if ("kind" in book) return unable([book]);
    tellUnfinished(book);
    const entry = revoke({ id, by, on, because: options.because, config: known.config, standing: book.standing });
    if (!("files" in entry)) return refuse(entry, NOTHING_WRITTEN);
    const email = /<([^<>]+)>/.exec(by)?.[1] ?? by;
    const entered = await decide(entry, book, known, { key: options.sign ?? false, cwd: process.cwd(), by: { email, on } });
    if (!("files" in entered)) return refuse([entered], NOTHING_WRITTEN);
    const screen = screenOn(process.stdout);
    stop(0, () =>
      screen.print(
        "",
        `${screen.paint("good", "✓")} ${screen.paint("strong", `Revoked: ${id}, version ${entered.number - 1}`)}`,
        "",
        ...label("by", by, screen),
        ...label("on", on, screen),
        ...label("because", options.because, screen),
        ...placesOf(book.folder, entered).flatMap((place, i) => whole(i === 0 ? "wrote" : "", shown(place), screen, "place")),
        "",
        ...screen.wrap("The next handbook is built without it. Its history stays. Approve its draft to bring it back.", 0),
        "",
      ),
    );
  } catch (error) {
    unable([trouble(shown(ledger.folder), error, "write")]);
  }
}

function whichOne(id: string, all: readonly { id: string }[], found: readonly { draft: string }[]): Refusal {
  if (found.length > 1)
    return {
      what: `There are ${found.length} playbooks called “${id}”.`,
      todo: `Name one by its path: ${found.map(({ draft }) => shown(draft)).join(", ")}.`,
    };
  const ids = [...new Set(all.map((one) => one.id))];
  return {
    what: `There is no playbook “${id}” here, nor anything approved of that name.`,
    todo: ids.length > 0 ? `Name one of these: ${ids.join(", ")}.` : "Name the folder of the playbooks with --in.",
  };
}
