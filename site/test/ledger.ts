import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { approve, check, digestOf, judgeLedger, meaningOf, revoke, writeRecord } from "@cadence-playbooks/server/core";
import { answersFor } from "../../server/test/answers.ts";
import { ledgerFiles } from "../reading/ledger.ts";

const repository = join(import.meta.dirname, "../../playbooks");
const APPROVER = "Maren Holt <maren@northwind.example>";

/** A folder of playbooks of its own: the repository's drafts, configuration and assets, nothing approved. Gone when disposed. */
export function copiedPlaybooks(): { readonly folder: string } & Disposable {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "playbooks-")));
  for (const name of readdirSync(repository)) if (name.endsWith(".yaml")) cpSync(join(repository, name), join(folder, name));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The ids of a folder's drafts. */
export const draftsIn = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => (name.endsWith(".playbook.yaml") ? name.replace(".playbook.yaml", "") : []));

type How = { readonly on?: string; readonly by?: string; readonly note?: string };

/** Approves a draft as the command line does, and answers where the copy and the record are. Throws every reason against it. */
export async function approveDraft(folder: string, id: string, how: How = {}): Promise<{ readonly copy: string; readonly record: string }> {
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const text = read(`${id}.playbook.yaml`);
  const config = check(read("cadence.config.yaml"), { kind: "config" }).config;
  const on = how.on ?? new Date().toISOString().slice(0, 10);
  const entry = await approve({
    id,
    bytes: readFileSync(join(folder, `${id}.playbook.yaml`)),
    by: how.by ?? APPROVER,
    on,
    note: how.note ?? "A change for a test.",
    answers: answersFor(text),
    config,
    assets: check(read("cadence.assets.yaml"), { kind: "assets" }).assets,
    standing: await standing(folder, id),
  });
  return enter(folder, id, entry);
}

/** Takes an approval back as the command line does, and answers where the record is. */
export async function revokeDraft(folder: string, id: string, because = "A test asked for it."): Promise<{ readonly record: string }> {
  const on = new Date().toISOString().slice(0, 10);
  return enter(folder, id, revoke({ id, by: APPROVER, on, because, config: undefined, standing: await standing(folder, id) }));
}

const standing = async (folder: string, id: string) =>
  judgeLedger(ledgerFiles(pathToFileURL(`${folder}/`), id), {
    config: undefined,
    signers: undefined,
    today: "2999-01-01",
    draft: undefined,
  });

async function enter(folder: string, id: string, entry: Awaited<ReturnType<typeof approve>>): Promise<{ copy: string; record: string }> {
  if (!("files" in entry)) throw new Error(`${id}: ${JSON.stringify(entry, null, 1)}`);
  const place = join(folder, "approved", id, String(entry.number));
  mkdirSync(place, { recursive: true });
  for (const [name, bytes] of entry.files) writeFileSync(join(place, name), bytes);
  writeFileSync(join(place, "../newest.yaml"), writeRecord("newest", { number: entry.number, digest: await digestOf(entry.bytes) }));
  return { copy: join(place, `${id}.playbook.yaml`), record: join(place, entry.record) };
}

/** Rewrites a file. */
export const change = (file: string, how: (text: string) => string): void => writeFileSync(file, how(readFileSync(file, "utf8")));

/** The id of the playbook whose texts try everything that text can try. */
export const HOSTILE = "hostile-texts";

/** Writes a draft from a good one, with markup, right-to-left words, emoji, and words without end in it. */
export function writeHostileDraft(folder: string): void {
  const { playbook } = check(readFileSync(join(folder, "first-conversation.playbook.yaml"), "utf8"));
  if (!playbook) throw new Error("The draft cannot be read.");
  const nasty = `<script>document.title = "owned"</script><img src=x onerror='document.title = "owned"'>`;
  const [first, ...others] = playbook.touches;
  const draft = {
    ...playbook,
    title: `</title>${nasty} محادثة أولى مع مديرة العمليات 🌲 ${"unbreakable".repeat(12)}`,
    summary: `</title>${nasty}`,
    audience: { ...playbook.audience, situation: `${nasty} & "quoted" ${"situation".repeat(14)}`, persona: nasty },
    touches: [
      { ...first, reason: `${nasty} is why we are in touch`, guidance: `${nasty} ${"guidance".repeat(20)}`, value: nasty },
      ...others,
    ],
  };
  writeFileSync(join(folder, `${HOSTILE}.playbook.yaml`), JSON.stringify(draft, null, 2));
}

/** Writes a good draft in which a blank may be unknown, and its sentence then goes. */
export function writeDraftWithOptionalSentence(folder: string): void {
  const draft = readFileSync(join(folder, "first-conversation.playbook.yaml"), "utf8")
    .replace(/^title: .*/m, "title: A sentence that can go")
    .replace("variables:", 'variables:\n  mutual_friend: { example: "Kim", fallback: skip the sentence }')
    .replace("  - id: benchmark-in-writing", "  - id: hello")
    .replace(/A customer of yours wrote in .*/, "{{mutual_friend}} saw the same on your floor. The comparison is here for you.");
  writeFileSync(join(folder, "sentence-goes.playbook.yaml"), draft);
}

/** Writes a good draft that is Japanese and Thai in places, where no spaces stand between words. */
export function writeDraftWithoutSpaces(folder: string): void {
  const draft = readFileSync(join(folder, "first-conversation.playbook.yaml"), "utf8")
    .replace(/^title: .*/m, "title: 倉庫の責任者との最初の会話")
    .replace(/^( +)situation: .*/m, "$1situation: レビューに配送の遅れが書かれた")
    .replace(/^( +)reason: .*/m, "$1reason: 先週のレビューで配送の遅延を拝見し、無料の比較資料があります。ขออภัยในความล่าช้าของคุณ");
  writeFileSync(join(folder, "without-spaces.playbook.yaml"), draft);
}

/** Seals any text as approved, without asking whether it may be: for what no approver would let pass, and a page must bear all the same. */
export async function seal(
  folder: string,
  id: string,
  text: string,
  like: { readonly record: string; readonly id: string },
): Promise<void> {
  const record = readFileSync(like.record, "utf8")
    .replace(`playbook: "${like.id}"`, `playbook: "${id}"`)
    .replace(/^digest: .*/m, `digest: "${await digestOf(Buffer.from(text))}"`)
    .replace(/^content: .*/m, `content: "${await meaningOf(text)}"`);
  const place = join(folder, "approved", id, "1");
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, `${id}.playbook.yaml`), text);
  writeFileSync(join(place, `${id}.approval.yaml`), record);
  writeFileSync(join(place, "../newest.yaml"), writeRecord("newest", { number: 1, digest: await digestOf(Buffer.from(record)) }));
}
