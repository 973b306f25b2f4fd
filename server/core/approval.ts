import { stringify } from "yaml";
import type { RegionOf } from "./business/calendar.ts";
import { addDays } from "./calendar.ts";
import { check, type Knowledge } from "./check.ts";
import type { Finding } from "./finding.ts";
import { days } from "./format/duration.ts";
import { Person } from "./format/terms.ts";
import { type ApprovalRecord, type Assets, allTouches, type Config, type Playbook } from "./model.ts";
import type { Location } from "./settings.ts";

const CAREFUL_REVIEW_DAYS = 90;

/** Why an approval is refused or not believed: what is the matter, and what to do. */
export type Refusal = { readonly what: string; readonly todo: string; readonly findings?: readonly Finding[] };

/** What goes into the ledger: the exact copy, and the record that speaks for it. */
export type Entry = { readonly version: number; readonly copy: Uint8Array; readonly record: string };

export type Request = {
  /** The playbook's id: its file name without `.playbook.yaml`. */
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Name and email of the approver. */
  readonly by: string;
  /** The day of the approval, ISO date. */
  readonly on: string;
  readonly note?: string | undefined;
  readonly config: Config | undefined;
  readonly assets: Assets | undefined;
  readonly regionOf?: RegionOf | undefined;
  /** Where the playbook and the configuration stand, for what holds only for some files. */
  readonly location?: Location | undefined;
  /** The newest approval there is, if any. */
  readonly latest?: Pick<ApprovalRecord, "version" | "digest"> | undefined;
};

/** Gives a person's word on one exact version, or says every reason why it cannot be given. */
export async function approve({
  id,
  bytes,
  by,
  on,
  note,
  config,
  assets,
  regionOf,
  location,
  latest,
}: Request): Promise<Entry | readonly Refusal[]> {
  const text = decoded(bytes);
  if (text === undefined) return [{ what: "The file is not UTF-8 text.", todo: "Save it as UTF-8 and try again." }];
  const { playbook, findings, accepted } = check(text, { ...location, config, assets, regionOf, today: on });
  const errors = findings.filter(({ severity }) => severity === "error");
  const refusals = [...reasonsAgainst(playbook, by, config)];
  if (errors.length > 0) {
    const count = errors.length === 1 ? "1 error" : `${errors.length} errors`;
    refusals.unshift({ what: `The playbook has ${count}.`, todo: whatToDo(errors), findings: errors });
  }
  const digest = await digestOf(bytes);
  if (latest?.digest === digest)
    refusals.push({
      what: `This exact text is already approved, as version ${latest.version}.`,
      todo: "There is nothing to do. Change the draft to approve a new version.",
    });
  if (refusals.length > 0 || !playbook) return refusals;

  const version = (latest?.version ?? 0) + 1;
  const record: ApprovalRecord = {
    playbook: id,
    version,
    digest,
    "approved-by": by,
    "approved-on": on,
    "review-by": addDays(on, days(config?.["review-every"] ?? "") ?? CAREFUL_REVIEW_DAYS),
    ...(note ? { note } : {}),
    accepted: accepted.map(({ finding, because }) => ({
      rule: finding.rule,
      words: text
        .slice(...finding.span)
        .replace(/\s+/g, " ")
        .trim(),
      line: finding.range.start.line + 1,
      because,
    })),
    assets: broughtBy(playbook, assets),
  };
  return {
    version,
    copy: bytes,
    record: `# Written by \`cadence approve\`. It speaks for the exact copy beside it.\n${stringify(record, { lineWidth: 0 })}`,
  };
}

/** An error that is a reading of prose can also be let stand, with a reason. */
const whatToDo = (errors: readonly Finding[]) =>
  errors.some(({ kind }) => kind === "heuristic")
    ? "Put them right first; each says how. What is only a reading of the words can also be accepted, with a reason, under `accepted`."
    : "Put them right first; each says how.";

function* reasonsAgainst(playbook: Playbook | undefined, by: string, config: Config | undefined): Iterable<Refusal> {
  if (!Person.safeParse(by).success)
    yield {
      what: `“${by}” does not name the approver well enough.`,
      todo: "Write a name and an email address, as in Sam Lindqvist <sam@northwind.example>.",
    };
  if (!playbook) return;
  if (!playbook.owner)
    yield {
      what: "The playbook has no owner, so nobody can tell whether the approver is somebody else.",
      todo: "Write `owner:` with a name and an email address.",
    };
  else if (samePerson(playbook.owner, by))
    yield { what: `${nameOf(by)} owns this playbook, and nobody approves their own.`, todo: "Ask somebody else to read and approve it." };
  if (!config?.approvers) return;
  const segment = playbook.audience.segment;
  const listed = config.approvers.filter(({ person }) => samePerson(person, by));
  if (listed.length === 0) {
    yield {
      what: `${nameOf(by)} is not among the approvers in cadence.config.yaml.`,
      todo: `Ask one of them: ${config.approvers.map(({ person }) => nameOf(person)).join(", ")}.`,
    };
  } else if (segment !== undefined && !listed.some(({ segments }) => !segments || segments.includes(segment))) {
    yield {
      what: `${nameOf(by)} does not approve playbooks for the segment “${segment}”.`,
      todo: "Ask an approver of that segment, or change the list in cadence.config.yaml.",
    };
  }
}

function broughtBy(playbook: Playbook, assets: Assets | undefined): ApprovalRecord["assets"] {
  const ids = new Set(allTouches(playbook).flatMap(({ asset }) => asset ?? []));
  return Object.fromEntries(Object.entries(assets?.assets ?? {}).filter(([id]) => ids.has(id)));
}

/** Two ways of writing one person: the same email address, or the same name where one of them has no address. */
export function samePerson(one: string, other: string): boolean {
  const emails = [emailOf(one), emailOf(other)];
  return emails[0] && emails[1] ? emails[0] === emails[1] : nameOf(one).toLowerCase() === nameOf(other).toLowerCase();
}

/** The name in `Name <address>`. */
export const nameOf = (person: string): string =>
  person
    .replace(/<[^>]*>/, "")
    .trim()
    .replace(/\s+/g, " ") || person;
const emailOf = (person: string): string | undefined =>
  /<([^>]+)>/.exec(person)?.[1]?.trim().toLowerCase() ?? (/^\S+@\S+$/.test(person.trim()) ? person.trim().toLowerCase() : undefined);

declare const approved: unique symbol;

/** A playbook whose copy and record match. Only `openApproved` makes one, so nothing else can be published by mistake. */
export type ApprovedPlaybook = {
  readonly id: string;
  readonly playbook: Playbook;
  readonly approval: ApprovalRecord;
  readonly text: string;
  readonly [approved]: true;
};

/** Believes an approved copy only when its record speaks for exactly these bytes. Otherwise says what differs. */
export async function openApproved(ledger: {
  /** The id and version that the files' names claim. */
  readonly id: string;
  readonly version: number;
  readonly copy: Uint8Array;
  readonly record: string;
  /** The draft's bytes where there is one: when the draft is what was approved, the difference can be shown. */
  readonly draft?: Uint8Array | undefined;
}): Promise<ApprovedPlaybook | readonly Refusal[]> {
  const { id, version, copy, record, draft } = ledger;
  const { approval, findings } = check(record, { kind: "approval" });
  if (!approval || findings.length > 0)
    return [{ what: `The record cannot be read: ${findings.map(({ what }) => what).join(" ") || "it says nothing."}`, todo: REAPPROVE }];
  const refusals: Refusal[] = [];
  if (approval.playbook !== id) refusals.push({ what: `The record speaks for “${approval.playbook}”, not for “${id}”.`, todo: REAPPROVE });
  if (approval.version !== version)
    refusals.push({ what: `The record speaks for version ${approval.version}, not for version ${version}.`, todo: REAPPROVE });
  const digest = await digestOf(copy);
  if (approval.digest !== digest) {
    const shown =
      draft && (await digestOf(draft)) === approval.digest ? ` ${firstDifference(decoded(draft) ?? "", decoded(copy) ?? "")}` : "";
    refusals.push({
      what: `The copy is not what was approved: the record names ${short(approval.digest)}, the copy is ${short(digest)}.${shown}`,
      todo: REAPPROVE,
    });
    return refusals;
  }
  const text = decoded(copy);
  const report = text === undefined ? undefined : check(text, {} satisfies Knowledge);
  if (text === undefined || !report?.playbook)
    return [
      ...refusals,
      { what: "The copy can no longer be read as a playbook.", todo: "Bring the draft up to the present format and approve it again." },
    ];
  if (refusals.length > 0) return refusals;
  return { id, playbook: report.playbook, approval, text } as ApprovedPlaybook;
}

const REAPPROVE = "Restore both files from version control, or read the draft again and approve it with `cadence approve`.";

/** The first characters of a digest: enough for a person to compare. */
const short = (digest: string) => `${digest.slice(0, "sha256:".length + 12)}…`;

/** Characters shown on each side of the first one that differs. */
const SHOWN = 24;

/** Where two texts first part, with a few words around the place. */
function firstDifference(was: string, is: string): string {
  const before = was.split("\n");
  const after = is.split("\n");
  const longer = before.length > after.length ? before : after;
  const line = longer.findIndex((_, i) => before[i] !== after[i]);
  const [old, now] = [before[line], after[line]];
  const same = [...(old ?? "")].findIndex((char, i) => char !== [...(now ?? "")][i]);
  const from = Math.max(0, (same < 0 ? (old ?? "").length : same) - SHOWN);
  const said = (text: string | undefined) => {
    if (text === undefined) return "nothing";
    const part = text.slice(from, from + 2 * SHOWN).trim();
    return `“${from > 0 ? "…" : ""}${part}${text.length > from + 2 * SHOWN ? "…" : ""}”`;
  };
  return `Line ${line + 1} was ${said(old)} and is ${said(now)}.`;
}

/** SHA-256 of some bytes, as `sha256:` and 64 hexadecimal digits. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256:${[...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** The text of some bytes, without a byte order mark. Undefined when they are not UTF-8. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
