import { type DocumentHighlight, DocumentHighlightKind, type LinkedEditingRanges, type Location } from "vscode-languageserver";
import { kindOfFile, type Name, namesIn, type Report, rangeOf, read, type Source } from "../core/index.ts";
import type { Desk, Opened } from "./desk.ts";
import type { Going } from "./going.ts";
import { texts } from "./texts.ts";

/** The name that stands at an offset, its ends included. */
export const nameAt = ({ source, kind }: Pick<Report, "source" | "kind">, offset: number): Name | undefined =>
  namesIn(source, kind).find(({ span: [start, end] }) => start <= offset && offset <= end);

/** Every place of a name in its own file. */
const sameNames = ({ source, kind }: Pick<Report, "source" | "kind">, { kind: of, name }: Name): readonly Name[] =>
  namesIn(source, kind).filter((one) => one.kind === of && one.name === name);

/** The other places of a name, while the cursor is on one of them. */
export function highlights(report: Report, offset: number): DocumentHighlight[] {
  const name = nameAt(report, offset);
  return (name ? sameNames(report, name) : []).map(({ span, role }) => ({
    range: rangeOf(report.source.lines, span),
    kind: role === "given" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/**
 * The places of a variable or a touch that are typed together. Not those of an asset: its other places are in other files. A name
 * that is given twice is left alone, because nobody can tell which of the two its uses mean.
 */
export function linkedEditing(report: Report, offset: number): LinkedEditingRanges | null {
  const name = nameAt(report, offset);
  if (!name || name.kind === "asset") return null;
  const same = sameNames(report, name);
  const written = same.every(({ span }) => report.source.text.slice(...span) === name.name);
  if (!written || same.length < 2 || same.filter(({ role }) => role === "given").length !== 1) return null;
  return { ranges: same.map(({ span }) => rangeOf(report.source.lines, span)), wordPattern: "[a-z0-9_-]*" };
}

/** A place in any of the workspace's files, with the text it stands in. */
export type Found = { readonly uri: string; readonly version: number | null; readonly source: Source; readonly name: Name };

/** Every place of a name: in its own file, and for an asset in each file that shares the same assets. */
export async function placesOf(desk: Desk, { uri, document, report, known }: Opened, name: Name, going: Going): Promise<readonly Found[]> {
  const { version } = document;
  const here = () => sameNames(report, name).map((one) => ({ uri, version, source: report.source, name: one }));
  if (name.kind !== "asset") return here();
  const home = report.kind === "assets" ? desk.host.pathOf(uri) : known.assetsFile;
  if (home === undefined) return here();
  const found: Found[] = [];
  for await (const { uri: address, text, version } of texts(desk, going)) {
    const kind = kindOfFile(address);
    if (kind !== "playbook" && kind !== "assets") continue;
    const file = desk.host.pathOf(address);
    const shares = kind === "assets" ? file === home : (await desk.learn(address)).assetsFile === home;
    if (!shares || !text.includes(name.name)) continue;
    const source = read(text);
    found.push(...sameNames({ source, kind }, name).map((one) => ({ uri: address, version, source, name: one })));
    desk.mention(address, text);
  }
  return found;
}

/** A place as the protocol says it. */
export const locationOf = ({ uri, source, name }: Found): Location => ({ uri, range: rangeOf(source.lines, name.span) });
