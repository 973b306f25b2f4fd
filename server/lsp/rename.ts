import { LSPErrorCodes, type PrepareRenameResult, ResponseError, type TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import { NAME_SHAPE, type NameKind, namesIn, type Report, rangeOf, read } from "../core/index.ts";
import type { Desk, Opened } from "./desk.ts";
import type { Going } from "./going.ts";
import { locationOf, nameAt, placesOf } from "./names.ts";

const SHAPES: Readonly<Record<NameKind, string>> = {
  touch: "The id of a touch is made of lower-case letters, digits and hyphens, as in second-call.",
  asset: "The id of an asset is made of lower-case letters, digits and hyphens, as in pick-error-benchmark.",
  variable: "The name of a variable is made of lower-case letters, digits and underscores, and begins with a letter, as in first_name.",
};

/** The name to be changed, and where it stands. Null where nothing has a name. */
export function renamed(report: Report, offset: number): PrepareRenameResult | null {
  const name = nameAt(report, offset);
  return name ? { range: rangeOf(report.source.lines, name.span), placeholder: name.name } : null;
}

/** Changes a name in every place where it is written. Refuses, in words for the author, a name that cannot be or is taken. */
export async function renames(desk: Desk, one: Opened, offset: number, newName: string, going: Going): Promise<WorkspaceEdit | null> {
  const name = nameAt(one.report, offset);
  if (!name) return null;
  if (!NAME_SHAPE[name.kind].test(newName)) throw refused(SHAPES[name.kind]);
  if (newName === name.name) return null;
  if (typeof read(newName).value !== "string")
    throw refused(`“${newName}” would be read as a number or a sign and not as a name. Add a letter or a word.`);
  const places = await placesOf(desk, one, name, going);
  const taken = places.some(({ source, uri }) =>
    namesIn(source, uri === one.uri ? one.report.kind : name.kind === "asset" && !uri.includes(".playbook.") ? "assets" : "playbook").some(
      (other) => other.kind === name.kind && other.role === "given" && other.name === newName,
    ),
  );
  if (taken) throw refused(`“${newName}” is the name of something else already. Choose another, or rename that one first.`);
  const edits = new Map<string, { readonly version: number | null; readonly made: TextEdit[] }>();
  for (const place of places) {
    const { uri, range } = locationOf(place);
    const file = edits.get(uri) ?? { version: place.version, made: [] };
    file.made.push({ range, newText: newName });
    edits.set(uri, file);
  }
  if (desk.client.workspace?.workspaceEdit?.documentChanges !== true) {
    for (const [uri, { version }] of edits)
      if ((desk.documents.get(uri)?.version ?? null) !== version) throw refused("A file was changed meanwhile. Rename once more.");
    return { changes: Object.fromEntries([...edits].map(([uri, { made }]) => [uri, made])) };
  }
  // The version whose text was read: a client refuses what was meant for another.
  return { documentChanges: [...edits].map(([uri, { version, made }]) => ({ textDocument: { uri, version }, edits: made })) };
}

const refused = (words: string) => new ResponseError(LSPErrorCodes.RequestFailed, words);
