import type { RegionOf } from "../business/calendar.ts";
import { addDays } from "../calendar.ts";
import { check } from "../check.ts";
import type { Finding } from "../finding.ts";
import { type ApprovalRecord, type Assets, allTouches, type Config, type Playbook, type RevocationRecord } from "../model.ts";
import type { Location } from "../settings.ts";
import { assetsOf } from "../shared-assets.ts";
import { contentDigest, decoded, digestOf, meaningOf } from "./digest.ts";
import type { EntryFiles } from "./entry.ts";
import { reviewDays, type Standing } from "./judge.ts";
import { poor, questionsFor } from "./questions.ts";
import { filesOf, writeRecord } from "./record.ts";
import type { Refusal } from "./refusal.ts";
import { rulesDigest } from "./rules-digest.ts";
import { reasonsAgainst, reasonsAgainstRevoking } from "./who.ts";

/** A decision to be entered into the ledger: its number and files, and which of them is the record that may be signed. */
export type Entry = EntryFiles & { readonly record: string; readonly bytes: Uint8Array };

export type Request = {
  /** The playbook's id: its file name without `.playbook.yaml`. */
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Name and email of the approver. */
  readonly by: string;
  /** The day of the approval, ISO date. */
  readonly on: string;
  /** What changed since the version before, in a line. May be left out of the first. */
  readonly note?: string | undefined;
  /** The approver's answers, by the question's id. */
  readonly answers: Readonly<Record<string, string | undefined>>;
  readonly config: Config | undefined;
  readonly assets: Assets | undefined;
  /** The public holidays of a region, where any are known. */
  readonly regionOf?: RegionOf | undefined;
  /** Where the playbook and the configuration stand, for what holds only for some files. */
  readonly location?: Location | undefined;
  /** What the ledger holds about the playbook. */
  readonly standing: Pick<Standing, "steps" | "faults" | "state">;
};

/** Gives a person's word on one exact version, or says every reason why it cannot be given. */
export async function approve(request: Request): Promise<Entry | readonly Refusal[]> {
  const { id, bytes, by, on, config, assets, regionOf, location, standing } = request;
  const text = decoded(bytes);
  if (text === undefined) return [{ what: "The file is not UTF-8 text.", todo: "Save it as UTF-8 and try again." }];
  const report = check(text, { ...location, config, assets, regionOf, today: on });
  const { playbook, accepted } = report;
  const errors = report.findings.filter(({ severity }) => severity === "error");
  const digest = await digestOf(bytes);
  const last = standing.steps.at(-1);
  const note = oneLine(request.note) ?? (last ? undefined : "The first approved version.");
  const refusals: Refusal[] = [
    ...(errors.length > 0 ? [{ what: `The playbook has ${many(errors.length, "error")}.`, todo: whatToDo(errors), findings: errors }] : []),
    ...damaged(standing),
    ...(playbook ? reasonsAgainst({ by, on, owner: playbook.owner, segment: playbook.audience.segment }, config) : []),
    ...(playbook ? expired(playbook, assets, on) : []),
    ...tooEarly(on, standing),
  ];
  if (last?.kind === "approval" && last.record.digest === digest && standing.state === "approved")
    refusals.push({
      what: `This exact text is already approved, as version ${last.number}.`,
      todo: "There is nothing to do. Change the draft to approve a new version, or come back when its review is due.",
    });
  if (note === undefined)
    refusals.push({ what: "Nothing says what changed since the version before.", todo: "Say it in a line, with --note." });
  const questions = playbook ? questionsFor(playbook, accepted) : [];
  const answers = questions.map(({ id: question, question: asked }) => ({
    question,
    asked,
    answer: oneLine(request.answers[question]) ?? "",
  }));
  for (const { question, asked, answer } of answers) {
    const others = answers.flatMap((one) => (one.question === question ? [] : one.answer));
    const wrong = poor(answer, others);
    if (wrong)
      refusals.push({ what: `The question “${question}” ${wrong}: ${asked}`, todo: "Answer it in a sentence, for this playbook." });
  }
  for (const strange of Object.keys(request.answers).filter((one) => !questions.some((question) => question.id === one)))
    if (playbook)
      refusals.push({
        what: `Nobody asked the question “${strange}” about this playbook.`,
        todo: `Leave the answer out. The questions are ${questions.map((one) => one.id).join(", ")}.`,
      });
  if (refusals.length > 0 || !playbook?.owner || note === undefined) return refusals;

  const record: ApprovalRecord = {
    format: 1,
    kind: "approval",
    playbook: id,
    version: (last?.number ?? 0) + 1,
    previous: last?.digest ?? "none",
    digest,
    content: await meaningOf(text),
    owner: playbook.owner,
    segment: playbook.audience.segment,
    rules: await rulesDigest(),
    config: config ? await contentDigest(config) : "none",
    "approved-by": by,
    "approved-on": on,
    "review-by": addDays(on, reviewDays(config)),
    note,
    answers,
    accepted: accepted.map(({ finding, because }) => ({
      rule: finding.rule,
      words: oneLine(text.slice(...finding.span)),
      line: finding.range.start.line + 1,
      because: oneLine(because) ?? because,
    })),
    assets: broughtBy(playbook, assets),
  };
  const names = filesOf(id);
  const written = writeRecord("approval", record);
  const files = new Map([
    [names.copy, bytes],
    [names.approval, written],
  ]);
  return { number: record.version, files, record: names.approval, bytes: written };
}

export type Revoking = {
  readonly id: string;
  readonly by: string;
  readonly on: string;
  readonly because: string;
  readonly config: Config | undefined;
  readonly standing: Pick<Standing, "steps" | "faults" | "state">;
};

/** Takes an approval back, or says every reason why it cannot be taken back. */
export function revoke({ id, by, on, because, config, standing }: Revoking): Entry | readonly Refusal[] {
  const last = standing.steps.at(-1);
  const why = oneLine(because);
  const refusals: Refusal[] = [...damaged(standing), ...tooEarly(on, standing)];
  if (why === undefined || poor(why, []))
    refusals.push({ what: "Nothing says why.", todo: "Say it in a sentence, with --because: reps will read it." });
  if (!last) refusals.push({ what: `“${id}” was never approved.`, todo: "There is nothing to revoke." });
  if (last?.kind === "revocation")
    refusals.push({ what: `“${id}” was revoked already, on ${last.on}: ${last.record.because}`, todo: "There is nothing to do." });
  if (last?.kind === "approval") refusals.push(...reasonsAgainstRevoking(by, last.record.owner, on, config));
  if (refusals.length > 0 || last?.kind !== "approval" || why === undefined) return refusals;
  const record: RevocationRecord = {
    format: 1,
    kind: "revocation",
    playbook: id,
    number: last.number + 1,
    previous: last.digest,
    revokes: last.number,
    "revoked-by": by,
    "revoked-on": on,
    because: why,
  };
  const names = filesOf(id);
  const written = writeRecord("revocation", record);
  return { number: record.number, files: new Map([[names.revocation, written]]), record: names.revocation, bytes: written };
}

/** An error that is a reading of prose can also be let stand, with a reason. */
const whatToDo = (errors: readonly Finding[]) =>
  errors.some(({ kind }) => kind === "heuristic")
    ? "Put them right first; each says how. What is only a reading of the words can also be accepted, with a reason, under `accepted`."
    : "Put them right first; each says how.";

/** Nothing is built on a ledger that cannot be believed: what comes after would be as doubtful. */
const damaged = ({ faults }: Pick<Standing, "faults">): readonly Refusal[] =>
  faults.map(({ file, what, todo }) => ({ what: `The ledger of this playbook cannot be believed (${file}). ${what}`, todo }));

function* tooEarly(on: string, { steps }: Pick<Standing, "steps">): Iterable<Refusal> {
  const last = steps.at(-1);
  if (last && on < last.on)
    yield {
      what: `${on} is before the last decision, which is of ${last.on}.`,
      todo: "Take today's date; if that is earlier, set this computer's clock.",
    };
}

function* expired(playbook: Playbook, assets: Assets | undefined, on: string): Iterable<Refusal> {
  for (const [id, { expires }] of Object.entries(broughtBy(playbook, assets)))
    if (expires < on)
      yield { what: `The asset “${id}” expired on ${expires}.`, todo: "Have its owner bring it up to date, or bring something else." };
}

function broughtBy(playbook: Playbook, assets: Assets | undefined): ApprovalRecord["assets"] {
  const ids = new Set(allTouches(playbook).flatMap((touch) => assetsOf(touch).map(({ id }) => id)));
  return Object.fromEntries(Object.entries(assets?.assets ?? {}).filter(([id]) => ids.has(id)));
}

const many = (count: number, thing: string) => `${count} ${thing}${count === 1 ? "" : "s"}`;

/** The words on one line. Undefined when there are none. */
const oneLine = (words: string | undefined): string | undefined => words?.replace(/\s+/g, " ").trim() || undefined;
