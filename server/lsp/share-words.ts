import { type CodeAction, CodeActionKind, type CodeActionParams, type CreateFile, type TextDocumentEdit } from "vscode-languageserver";
import {
  addDays,
  allTouches,
  difference,
  edits,
  linesOf,
  mainField,
  offsetAt,
  pathOf,
  type Report,
  rangeOf,
  reviewDays,
  type SharedWords,
  type Span,
  sharedWords,
  spotAt,
  type Touch,
  withAsset,
} from "../core/index.ts";
import { isWanted } from "./code-actions.ts";
import type { Desk, Opened } from "./desk.ts";

/** What a team's file of shared assets begins with, where a menu makes it. */
const HEADING =
  "# What our playbooks bring to a prospect, and the words they share. Whoever owns an asset keeps it true until the day it expires.\n";

/** What the edit of an action is worked out from, once somebody has chosen it: where in a version of a document its words stand. */
export type UnresolvedWords = { readonly kind: "words"; readonly uri: string; readonly version: number; readonly at: number };

/**
 * Makes the words that are selected those of a shared asset. That edits two files, of which the second may not be there yet: so it is
 * not offered where the client cannot make one, nor where the shared assets are not understood. A client that `resolves` edits gets the
 * action without: menus are asked for wherever the cursor goes, and the shared assets need not be read there.
 */
export async function shareWords(
  desk: Desk,
  opened: Opened,
  { range, context }: CodeActionParams,
  resolves: boolean,
): Promise<CodeAction[]> {
  const { uri, report, document } = opened;
  const kind = CodeActionKind.RefactorExtract;
  if (!isWanted(context, kind)) return [];
  const at = offsetAt(report.source.text, report.source.lines, range.start);
  const found = wordsAt(desk, opened, at);
  if (!found) return [];
  const { touch, shared } = found;
  const title = shared.added
    ? `Share the words of “${touch.id}” as an asset`
    : `Take the words of “${touch.id}” from the asset “${shared.id}”, which says the same`;
  if (resolves) {
    const data: UnresolvedWords = { kind: "words", uri, version: document.version, at };
    return (await canBeAdded(desk, opened, shared)) ? [{ title, kind, data }] : [];
  }
  const edit = await sharingEdit(desk, opened, at);
  return edit ? [{ title, kind, edit }] : [];
}

/** The edit that shares the words at an offset. Undefined where there are none, or where what it would take cannot be done any more. */
export async function sharingEdit(desk: Desk, opened: Opened, at: number): Promise<CodeAction["edit"]> {
  const { uri, report, document } = opened;
  // The version that was read, whatever is typed while the shared assets are fetched.
  const { version } = document;
  const shared = wordsAt(desk, opened, at)?.shared;
  if (!shared) return undefined;
  const there = shared.added ? await addition(desk, opened, shared.id, shared.added) : [];
  const here = edits(report.source, report.kind, shared.changes);
  if (!there || here.length === 0) return undefined;
  return editOf(desk, [...there, edited(uri, version, report.source.text, here)]);
}

/** Why words could not be shared that were offered to be. */
export const notShared = ({ known }: Opened): string =>
  `The words were not shared, because ${known.assetsFile ? `${known.assetsFile} cannot be added to as it stands` : "the file of shared assets cannot be made"}. ` +
  "Nothing was changed. Open that file, mend what is marked in it, and choose again.";

/** The touch whose words stand at an offset, and what it takes to share them. */
function wordsAt(desk: Desk, { report, known }: Opened, at: number) {
  const touch = touchWhoseWords(report, at);
  const until = addDays(desk.host.today(), reviewDays(known.config));
  const shared = touch && report.playbook && sharedWords(report.playbook, touch, { assets: known.assets, until });
  return shared && { touch, shared };
}

/** Whether the shared assets take another, as long as what is known of them is the same. */
const addable = new WeakMap<Opened["known"], Promise<boolean>>();

async function canBeAdded(desk: Desk, opened: Opened, { id, added }: SharedWords): Promise<boolean> {
  if (!added) return true;
  const known = addable.get(opened.known) ?? addition(desk, opened, id, added).then((steps) => steps !== undefined);
  addable.set(opened.known, known);
  return known;
}

function touchWhoseWords({ kind, playbook, source }: Report, offset: number): Touch | undefined {
  if (kind !== "playbook" || !playbook) return undefined;
  const path = spotAt(source, offset)?.path.join("\n");
  return allTouches(playbook).find((touch) => [...pathOf(touch), mainField(touch.channel)].join("\n") === path);
}

type Step = TextDocumentEdit | CreateFile;

/** What adds an asset to the shared ones, or makes the file with it. Undefined where that cannot be done. */
async function addition(
  desk: Desk,
  { uri, known }: Opened,
  id: string,
  asset: NonNullable<SharedWords["added"]>,
): Promise<Step[] | undefined> {
  if (known.assetsFile === undefined) {
    const beside = known.configFile ?? desk.host.pathOf(uri);
    const made = withAsset(HEADING, id, asset);
    if (beside === undefined || made === undefined || !makesFiles(desk)) return undefined;
    const file = desk.host.uriOf(beside.replace(/[^\\/]*$/, "cadence.assets.yaml"));
    return [{ kind: "create", uri: file }, edited(file, null, "", [{ span: [0, 0], text: made }])];
  }
  const file = desk.host.uriOf(known.assetsFile);
  const open = desk.documents.get(file);
  const version = open?.version ?? null;
  const text = open ? open.getText() : await desk.host.read(file);
  const made = text === undefined ? undefined : withAsset(text, id, asset);
  if (text === undefined || made === undefined) return undefined;
  desk.mention(file, text);
  return [edited(file, version, text, [difference(text, made)])];
}

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
