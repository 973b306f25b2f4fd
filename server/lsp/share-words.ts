import { type CodeAction, CodeActionKind, type CodeActionParams, type CreateFile, type TextDocumentEdit } from "vscode-languageserver";
import {
  addDays,
  allTouches,
  check,
  difference,
  edits,
  linesOf,
  mainField,
  namesIn,
  offsetAt,
  pathOf,
  type Report,
  rangeOf,
  read,
  reviewDays,
  type Span,
  sharedWords,
  spotAt,
  type Touch,
  withAsset,
} from "../core/index.ts";
import { isWanted } from "./code-actions.ts";
import type { Desk, Opened } from "./desk.ts";
import { type Outcome, resolvesEdits, type Unresolved } from "./unresolved.ts";

/** What a team's file of shared assets begins with, where a menu makes it. */
const HEADING =
  "# What our playbooks bring to a prospect, and the words they share. Whoever owns an asset keeps it true until the day it expires.\n";

/**
 * Offers to make the words that are selected those of a shared asset. That edits two files, of which the second may not be there yet:
 * so it is not offered where the client cannot make one, nor where the shared assets are not understood. A client that asks for the
 * edit once it is chosen is offered it by what is known already, because menus are asked for at every place of the cursor.
 */
export async function shareWords(desk: Desk, opened: Opened, { range, context }: CodeActionParams): Promise<CodeAction[]> {
  const { uri, report, known, document } = opened;
  const { version } = document;
  const kind = CodeActionKind.RefactorExtract;
  if (!isWanted(context, kind)) return [];
  const touch = touchWhoseWords(report, offsetAt(report.source.text, report.source.lines, range.start));
  const shared = touch && sharing(desk, opened, touch);
  if (!shared || edits(report.source, report.kind, shared.changes).length === 0) return [];
  if (shared.added && !(known.assetsFile === undefined ? fileToMake(desk, opened) : known.assetsTakeMore)) return [];
  const title = shared.added
    ? `Share the words of “${touch.id}” as an asset`
    : `Take the words of “${touch.id}” from the asset “${shared.id}”, which says the same`;
  const data: Unresolved = { does: "share-words", uri, version, touch: pathOf(touch), from: shared.added ? null : shared.id };
  if (resolvesEdits(desk.client)) return [{ title, kind, data }];
  const { edit } = await wordsShared(desk, opened, data);
  return edit ? [{ title, kind, edit }] : [];
}

/** Works out what was offered: the edit, or why there is none. */
export async function wordsShared(desk: Desk, opened: Opened, asked: Extract<Unresolved, { does: "share-words" }>): Promise<Outcome> {
  const { uri, report, known, document } = opened;
  // The version that was read, whatever is typed while the shared assets are fetched.
  const { version } = document;
  const wanted = asked.touch.join("\n");
  const touch = report.playbook && allTouches(report.playbook).find((one) => pathOf(one).join("\n") === wanted);
  const file = known.assetsFile ?? fileToMake(desk, opened);
  const address = file === undefined ? undefined : desk.addressOf(file);
  const open = address === undefined ? undefined : desk.documents.get(address);
  const there = open
    ? { text: open.getText(), version: open.version }
    : { text: address && (await desk.host.read(address)), version: null };
  const source = read(there.text ?? HEADING);
  const taken = namesIn(source, "assets").flatMap(({ role, name }) => (role === "given" ? [name] : []));
  const shared = touch && sharing(desk, { report, known }, touch, taken);
  if (!shared || (shared.added ? null : shared.id) !== asked.from) return { reason: CHANGED };
  const here = edited(uri, version, report.source.text, edits(report.source, report.kind, shared.changes));
  if (!shared.added) return { edit: editOf(desk, [here]) };
  if (address === undefined) return { reason: CHANGED };
  if (there.text === undefined && known.assetsFile !== undefined)
    return {
      reason: `“${named(desk, known.assetsFile)}” cannot be read, so no words can be shared there. See that it is there, and try again.`,
    };
  const made = withAsset(source.text, shared.id, shared.added);
  if (made === undefined) return { reason: unlike(named(desk, file ?? address), source.text) };
  if (there.text === undefined) {
    const whole = edited(address, null, "", [{ span: [0, 0], text: made }]);
    return { edit: editOf(desk, [{ kind: "create", uri: address }, whole, here]) };
  }
  desk.mention(address, there.text);
  return { edit: editOf(desk, [edited(address, there.version, there.text, [difference(there.text, made)]), here]) };
}

const CHANGED = "The playbook or the shared assets were changed after this was offered. Open the menu once more.";

/** Why nothing can be added to a file of shared assets, with the first thing that is to be mended in it. */
function unlike(file: string, text: string): string {
  const [found] = check(text, { kind: "assets" }).findings;
  const where = found ? ` Line ${found.range.start.line + 1}: ${found.what} ${found.todo}` : " Write its assets under the key “assets”.";
  return `Nothing can be added to “${file}” as it is written.${where}`;
}

/** What makes the words of a touch shared ones, as far as is known without looking. */
function sharing(desk: Desk, { report, known }: Pick<Opened, "report" | "known">, touch: Touch, taken: readonly string[] = []) {
  const until = addDays(desk.host.today(), reviewDays(known.config));
  return report.playbook && sharedWords(report.playbook, touch, { assets: known.assets, until, taken });
}

/** A file as it is named to a person: by its way from the workspace's folder, where it is in one. */
function named(desk: Desk, file: string): string {
  const folders = desk.folders.flatMap((uri) => desk.host.pathOf(uri)?.replace(/[\\/]+$/, "") ?? []);
  const ways = folders.flatMap((folder) => (file.startsWith(folder) ? file.slice(folder.length) : [])).filter((way) => /^[\\/]/.test(way));
  return ways[0]?.slice(1) ?? file;
}

/** The file that shared assets would be in, where there is none yet and the client can make it. */
function fileToMake(desk: Desk, { uri, known }: Opened): string | undefined {
  const beside = known.configFile ?? desk.host.pathOf(uri);
  return makesFiles(desk) ? beside?.replace(/[^\\/]*$/, "cadence.assets.yaml") : undefined;
}

function touchWhoseWords({ kind, playbook, source }: Report, offset: number): Touch | undefined {
  if (kind !== "playbook" || !playbook) return undefined;
  const path = spotAt(source, offset)?.path.join("\n");
  return allTouches(playbook).find((touch) => [...pathOf(touch), mainField(touch.channel)].join("\n") === path);
}

type Step = TextDocumentEdit | CreateFile;

function makesFiles({ client }: Desk): boolean {
  const { documentChanges, resourceOperations } = client.workspace?.workspaceEdit ?? {};
  return documentChanges === true && resourceOperations?.includes("create") === true;
}

type Written = { readonly span: Span; readonly text: string };

function edited(uri: string, version: number | null, text: string, made: readonly Written[]): TextDocumentEdit {
  const lines = linesOf(text);
  return {
    textDocument: { uri, version },
    edits: made.map(({ span, text: newText }) => ({ range: rangeOf(lines, span), newText })),
  };
}

function editOf({ client }: Desk, documentChanges: Step[]): NonNullable<CodeAction["edit"]> {
  if (client.workspace?.workspaceEdit?.documentChanges === true) return { documentChanges };
  const changes = documentChanges.flatMap((step) => ("edits" in step ? [[step.textDocument.uri, step.edits]] : []));
  return { changes: Object.fromEntries(changes) };
}
