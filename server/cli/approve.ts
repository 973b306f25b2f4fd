import path from "node:path";
import { approve, check, type Entry, jsonSchema, kindOfFile, nameOf, questionsFor, type Refusal } from "../core/index.ts";
import { type Book, decide, openBook } from "../disk/decide.ts";
import { createKnowledge, type Known, today } from "../disk/knowledge.ts";
import { idOf, ledgerOf, placesOf } from "../disk/ledger.ts";
import { unlike } from "../disk/near-miss.ts";
import { readText, type Text } from "../disk/read-text.ts";
import { shown } from "../disk/shown.ts";
import { trouble, type Unread } from "../disk/trouble.ts";
import { type Answers, answersFrom, askHere, showQuestions, walkThrough } from "./answers.ts";
import { approverNamed } from "./approver.ts";
import { wrongDay } from "./day.ts";
import { label, many, row, showFindings, whole } from "./pretty.ts";
import { refuse, stop, unable } from "./refused.ts";
import { screenOn } from "./screen.ts";
import { reportOn } from "./verdict.ts";

export type ApproveOptions = {
  readonly by?: string;
  readonly on?: string;
  readonly note?: string;
  readonly answer: readonly string[];
  readonly answers?: string;
  readonly questions?: boolean;
  readonly ask?: boolean;
  readonly sign?: string | boolean;
  readonly format: "pretty" | "json";
};

const NOTHING_WRITTEN = "Not approved; nothing was written.";

type Draft = { readonly file: string; readonly id: string; readonly read: Text; readonly known: Known };

/**
 * `cadence approve`: walks a person through what only a person can judge, and writes their word into the ledger beside the
 * draft; or says every reason why not. Exit 0, 1 or 2.
 */
export async function runApprove(asked: string, options: ApproveOptions): Promise<void> {
  const draft = await draftAt(asked);
  if ("kind" in draft) return unable([draft]);
  // What a configuration nobody can read says about approvers is not for us to guess.
  if (draft.known.unread.length > 0) return unable(draft.known.unread);
  const given = await answersFrom(options.answer, options.answers);
  const refusals = [...wrongDay(options.on), ...wrongId(draft.id), ...(Array.isArray(given) ? (given as readonly Refusal[]) : [])];
  const refused = (why: readonly Refusal[]) =>
    refuse(why, NOTHING_WRITTEN, { file: draft.file, text: draft.read.text, known: draft.known });
  if (options.questions) return showQuestions(questionsOf(draft), options.format);
  if (refusals.length > 0) return refused(refusals);
  const on = options.on ?? today();
  try {
    const book = await openBook(ledgerOf(draft.file), draft.read.bytes, draft.known, today());
    if ("kind" in book) return unable([book]);
    tellUnfinished(book);
    const interactive = options.ask ?? process.stdin.isTTY === true;
    const word = interactive ? await asking(draft, book, options, given as Answers) : { ...options, answers: given as Answers };
    if (word === undefined) return stop(1, () => screenOn(process.stderr).print("", "Stopped; nothing was written.", ""));
    const by = approverNamed(word.by ?? "", draft.known.config);
    if (typeof by !== "string") return refused([by]);
    const { read, known, file, id } = draft;
    const entry = await approve({
      id,
      bytes: read.bytes,
      by,
      on,
      note: word.note,
      answers: word.answers,
      config: known.config,
      assets: known.assets,
      regionOf: known.regionOf,
      location: { file, configFile: known.configFile },
      standing: book.standing,
    });
    if (!("files" in entry)) return refused(entry);
    const email = /<([^<>]+)>/.exec(by)?.[1] ?? by;
    const entered = await decide(entry, book, known, { key: options.sign ?? false, cwd: process.cwd(), by: { email, on } });
    if (!("files" in entered)) return refused([entered]);
    stop(0, () => done(entered, book, draft));
  } catch (error) {
    unable([trouble(shown(ledgerOf(draft.file)), error, "write")]);
  }
}

/** Asks a person for whatever the flags left open, after showing them what stands. Undefined when they leave. */
async function asking(draft: Draft, book: Book, options: ApproveOptions, given: Answers) {
  const screen = screenOn(process.stderr);
  const report = reportOn(draft.read.text, draft.file, draft.known);
  showFindings({ file: shown(draft.file), report }, screen);
  for (const { finding, because } of report.accepted)
    screen.print("", ...row(screen.paint("info", "accepted"), finding.what, screen, "strong"), ...label("because", because, screen));
  screen.print(
    "",
    ...screen.wrap(
      "What follows only a person can judge. Answer for this playbook, in a sentence or two; Ctrl-C leaves, and nothing is written.",
      0,
    ),
  );
  const { ask, close } = askHere();
  try {
    const answers = await walkThrough(questionsOf(draft), given, ask, screen);
    if (!answers) return undefined;
    const note =
      options.note ?? (book.standing.steps.length > 0 ? await ask("What changed since the version before, in a line? ") : undefined);
    const by = options.by ?? (await ask("Your name and email address: "));
    const sure = await ask("Do you give your word on this exact text? Type yes: ");
    return sure?.trim().toLowerCase() === "yes" ? { by, note, answers } : undefined;
  } finally {
    close();
  }
}

function questionsOf({ file, read, known }: Draft) {
  const { playbook, accepted } = reportOn(read.text, file, known);
  return playbook ? questionsFor(playbook, accepted) : [];
}

/** Reads a draft and what is known around it, or says why it is none. */
async function draftAt(asked: string): Promise<Draft | Unread> {
  const file = path.resolve(asked);
  const read = notADraft(asked, file) ?? (await readText(file));
  if (!("text" in read)) {
    const meant = read.kind === "missing" ? await unlike(asked, file) : undefined;
    return { ...read, ...meant };
  }
  return { file, id: idOf(file), read, known: await createKnowledge().for(file) };
}

function notADraft(asked: string, file: string): Unread | undefined {
  if (kindOfFile(file) !== "playbook")
    return {
      file: asked,
      kind: "not-ours",
      what: "Only playbooks are approved, and a playbook's name ends in .playbook.yaml.",
      todo: "Name the playbook's draft.",
    };
  // approved/<id>/<version>/<id>.playbook.yaml
  if (path.basename(path.resolve(file, "../../..")) === "approved")
    return {
      file: asked,
      kind: "not-ours",
      what: "This is an approved copy, not a draft.",
      todo: "Name the draft: it stands beside the folder called approved.",
    };
  return undefined;
}

function wrongId(id: string): readonly Refusal[] {
  if (new RegExp(jsonSchema("approval").properties?.playbook?.pattern ?? "").test(id)) return [];
  const plain = id
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Diacritic}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return [
    {
      what: `The file's name is the playbook's address in the handbook, and “${id}” cannot be one: only lower-case letters, digits and single hyphens can.`,
      todo: `Rename the file${plain ? `, for instance to ${plain}.playbook.yaml` : ""}.`,
    },
  ];
}

/** Says what an interrupted command left behind: nobody should wonder whether it counts. */
export function tellUnfinished({ standing, folder }: Book): void {
  const screen = screenOn(process.stderr);
  for (const name of standing.unfinished)
    screen.print(
      "",
      ...row(
        screen.paint("info", "note".padStart(8)),
        "A decision about this playbook was interrupted, or is being made this moment. It does not count.",
        screen,
      ),
      ...whole("at", shown(path.join(folder, name)), screen, "place"),
    );
}

function done(entry: Entry, { folder }: Book, { file, read, known }: Draft): void {
  const screen = screenOn(process.stdout);
  const record = new TextDecoder().decode(entry.bytes);
  const { approval } = check(record, { kind: "approval" });
  if (!approval) return;
  const { playbook, findings } = reportOn(read.text, file, known);
  const [first = "", ...others] = placesOf(folder, entry);
  screen.print(
    "",
    `${screen.paint("good", "✓")} ${screen.paint("strong", `Approved: ${playbook?.title ?? approval.playbook}, version ${approval.version}`)}`,
    "",
    ...label("by", approval["approved-by"], screen),
    ...label("on", approval["approved-on"], screen),
    ...label("review", `by ${approval["review-by"]}`, screen),
    ...label("note", approval.note, screen),
    ...label("signed", entry.files.has(`${entry.record}.sig`) ? "yes" : "no", screen),
    ...label("answers", many(approval.answers.length, "answer"), screen),
    ...approval.accepted.flatMap(({ words, rule, because }, i) =>
      label(i === 0 ? "accepted" : "", `“${words ?? rule}” (${rule}): ${because}`, screen),
    ),
    ...whole("wrote", shown(first), screen, "place"),
    ...others.flatMap((place) => whole("", shown(place), screen, "place")),
    "",
    ...screen.wrap(
      `${findings.length > 0 ? `${nameOf(approval["approved-by"])} leaves ${many(findings.length, "finding")} standing, none of them an error. ` : ""}The handbook shows this version until a newer one is approved or this one is revoked, whatever becomes of the draft.`,
      0,
    ),
    "",
  );
}
