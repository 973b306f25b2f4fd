import path from "node:path";
import { approve, check, jsonSchema, kindOfFile, nameOf, type Refusal, type Report } from "../core/index.ts";
import { createKnowledge, type Known, today } from "../disk/knowledge.ts";
import { unlike } from "../disk/near-miss.ts";
import { readText } from "../disk/read-text.ts";
import { shown } from "../disk/shown.ts";
import { trouble, type Unread } from "../disk/trouble.ts";
import { approverNamed } from "./approver.ts";
import { enter, idOf, latestIn, ledgerOf } from "./ledger.ts";
import { label, many, row, showFindings, showUnread, whole } from "./pretty.ts";
import { type Screen, screenOn } from "./screen.ts";
import { reportOn } from "./verdict.ts";

export type ApproveOptions = { readonly by: string; readonly on?: string; readonly note?: string };

/** How often somebody else may be quicker before we give up. */
const MOST_TRIES = 20;

/** `cadence approve`: writes a person's word on a playbook into the ledger beside it, or says every reason why not. Exit 0, 1 or 2. */
export async function runApprove(asked: string, options: ApproveOptions): Promise<void> {
  const beside = screenOn(process.stderr);
  const file = path.resolve(asked);
  const obstacle = notADraft(asked, file);
  const read = obstacle ?? (await readText(file));
  if (!("text" in read)) {
    const meant = read.kind === "missing" ? await unlike(asked, file) : undefined;
    return stop(2, () => showUnread([{ ...read, ...meant, file: shown(file) }], beside, "unread"));
  }
  const known = await createKnowledge().for(file);
  // What a configuration nobody can read says about approvers is not for us to guess.
  if (known.unread.length > 0)
    return stop(2, () =>
      showUnread(
        known.unread.map((one) => ({ ...one, file: shown(one.file) })),
        beside,
        "unread",
      ),
    );

  const refusals = [...wrongDate(options.on), ...wrongId(file)];
  const by = approverNamed(options.by, known.config);
  if (typeof by !== "string") refusals.push(by);
  if (typeof by !== "string" || refusals.length > 0) return stop(1, () => refuse(refusals, file, read.text, known, beside));

  const ledger = ledgerOf(file);
  try {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const entry = await approve({
        id: idOf(file),
        bytes: read.bytes,
        by,
        on: options.on ?? today(),
        note: options.note?.trim() || undefined,
        config: known.config,
        assets: known.assets,
        regionOf: known.regionOf,
        location: { file, configFile: known.configFile },
        latest: await latestIn(ledger, read.bytes),
      });
      if (!("record" in entry)) return stop(1, () => refuse(entry, file, read.text, known, beside));
      const files = await enter(ledger, entry);
      if (files) return stop(0, () => done(entry.record, files, reportOn(read.text, file, known), screenOn(process.stdout)));
    }
    const busy: Refusal = { what: "Others keep approving this playbook at the same moment.", todo: "Try again." };
    stop(2, () => refuse([busy], file, read.text, known, beside));
  } catch (error) {
    stop(2, () => showUnread([trouble(shown(ledger), error, "write")], beside, "unread"));
  }
}

function stop(code: 0 | 1 | 2, say: () => void): void {
  process.exitCode = code;
  say();
}

function notADraft(asked: string, file: string): Unread | undefined {
  if (kindOfFile(file) !== "playbook")
    return {
      file: asked,
      kind: "not-ours",
      what: "Only playbooks are approved, and a playbook's name ends in .playbook.yaml.",
      todo: "Name the playbook's draft.",
    };
  // approved/<id>/<version>.playbook.yaml
  if (path.basename(path.dirname(path.dirname(file))) === "approved")
    return {
      file: asked,
      kind: "not-ours",
      what: "This is an approved copy, not a draft.",
      todo: "Name the draft: it stands beside the folder called approved.",
    };
  return undefined;
}

function wrongId(file: string): readonly Refusal[] {
  const id = idOf(file);
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

function wrongDate(on: string | undefined): readonly Refusal[] {
  if (on === undefined) return [];
  const time = /^\d{4}-\d\d-\d\d$/.test(on) ? Date.parse(`${on}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== on)
    return [{ what: `“${on}” is not a date.`, todo: `Write year-month-day, as in ${today()}.` }];
  if (on > today()) return [{ what: `${on} has not come yet.`, todo: "Approve on the day, or leave --on out to mean today." }];
  return [];
}

function refuse(refusals: readonly Refusal[], file: string, text: string, known: Known, screen: Screen): void {
  for (const { findings } of refusals) {
    if (findings) showFindings({ file: shown(file), report: reportOn(text, file, known) }, screen, findings);
  }
  for (const { what, todo } of refusals)
    screen.print("", ...row(screen.paint("error", " refused"), what, screen, "strong"), ...label("do", todo, screen));
  screen.print("", `${screen.paint("error", "✗")} ${screen.paint("strong", "Not approved; nothing was written.")}`, "");
}

function done(record: string, [copy, beside]: readonly [string, string], { playbook, findings }: Report, screen: Screen): void {
  const { approval } = check(record, { kind: "approval" });
  if (!approval) return;
  screen.print(
    "",
    `${screen.paint("good", "✓")} ${screen.paint("strong", `Approved: ${playbook?.title ?? approval.playbook}, version ${approval.version}`)}`,
    "",
    ...label("by", approval["approved-by"], screen),
    ...label("on", approval["approved-on"], screen),
    ...label("review", `by ${approval["review-by"]}`, screen),
    ...(approval.note ? label("note", approval.note, screen) : []),
    ...approval.accepted.flatMap(({ words, rule, because }, i) =>
      label(i === 0 ? "accepted" : "", `“${words ?? rule}” (${rule}): ${because}`, screen),
    ),
    ...whole("wrote", shown(copy), screen, "place"),
    ...whole("", shown(beside), screen, "place"),
    "",
    ...screen.wrap(
      `${findings.length > 0 ? `${nameOf(approval["approved-by"])} leaves ${many(findings.length, "finding")} standing, none of them an error. ` : ""}The handbook shows this version until a newer one is approved, whatever becomes of the draft.`,
      0,
    ),
    "",
  );
}
