import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from "vscode-languageserver";
import {
  type FileKind,
  kindOfFile,
  type Path,
  rangeOf,
  read,
  type Source,
  type Span,
  saidBy,
  symbolParts,
  valueAt,
} from "../core/index.ts";
import type { Desk } from "./desk.ts";
import type { Going } from "./going.ts";
import { texts } from "./texts.ts";

/** A file's outline: its parts, and in them the touches with their day and channel, the variables, the replies, the assets. */
export function documentSymbols(source: Source, kind: FileKind): DocumentSymbol[] {
  const symbolsOf = (path: Path): DocumentSymbol[] =>
    symbolParts(source, path).map(({ key, path: own, span, name }) => {
      const inner = isOpen(own) ? symbolsOf(own) : [];
      const { label, detail, symbol } = described(source, kind, own, key);
      const range = rangeOf(source.lines, span);
      return {
        name: label,
        ...(detail ? { detail } : {}),
        kind: symbol,
        range,
        selectionRange: rangeOf(source.lines, name),
        ...(inner.length > 0 ? { children: inner } : {}),
      };
    });
  return symbolsOf([]);
}

/** Parts whose own parts are told: sections, lists of touches, single replies with touches. Not the fields of a touch. */
const isOpen = (path: Path) => !(path.at(-2) === "touches" && typeof path.at(-1) === "number") && path.length < 5;

function described(source: Source, kind: FileKind, path: Path, key: string | number) {
  const value = valueAt(source.value, path);
  const part = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  if (path.at(-2) === "touches" && typeof key === "number") {
    const day = saidBy(part.day);
    return {
      label: words(part.id) ?? `touch ${key + 1}`,
      detail: [day && `day ${day}`, words(part.channel)].filter(Boolean).join(", "),
      symbol: SymbolKind.Event,
    };
  }
  const said = saidBy(value);
  const detail = said === undefined ? undefined : short(said);
  if (path[0] === "variables" && path.length === 2) return { label: String(key), detail: words(part.example), symbol: SymbolKind.Variable };
  if (path[0] === "replies" && path.length === 2)
    return { label: String(key), detail: detail ?? words(part.then), symbol: SymbolKind.Function };
  if (kind === "assets" && path.length === 2) return { label: String(key), detail: words(part.title), symbol: SymbolKind.File };
  const symbol = typeof value === "object" && value !== null ? SymbolKind.Namespace : SymbolKind.Property;
  return {
    label: typeof key === "number" ? (detail ?? `item ${key + 1}`) : key,
    detail: typeof key === "number" ? undefined : detail,
    symbol,
  };
}

const words = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? short(value) : undefined);
const short = (text: string) => {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line || "…";
};

/** Playbooks, touches, variables and assets of the whole workspace whose name or words hold what is asked for. */
export async function workspaceSymbols(desk: Desk, query: string, going: Going): Promise<WorkspaceSymbol[]> {
  const found: WorkspaceSymbol[] = [];
  const wanted = query.trim().toLowerCase().split(/\s+/);
  const fits = (text: string) => wanted.every((word) => text.toLowerCase().includes(word));
  for await (const { uri, text } of texts(desk, going)) {
    const kind = kindOfFile(uri);
    if (!kind || (query.trim() !== "" && !fits(`${text}\n${uri}`))) continue;
    const source = read(text);
    desk.mention(uri, text);
    const title = kind === "playbook" ? words(valueAt(source.value, ["title"])) : undefined;
    const name = decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
    const add = (label: string, symbol: SymbolKind, span: DocumentSymbol["range"], extra = "") => {
      if (fits(`${label} ${extra}`))
        found.push({ name: label, kind: symbol, location: { uri, range: span }, containerName: title ?? name });
    };
    if (title) add(title, SymbolKind.File, rangeOf(source.lines, firstLine(text)), name);
    const within = (symbols: readonly DocumentSymbol[]): void => {
      for (const one of symbols) {
        if (TOLD.has(one.kind)) add(one.name, one.kind, one.selectionRange, one.detail);
        within(one.children ?? []);
      }
    };
    within(documentSymbols(source, kind));
  }
  return found;
}

const TOLD = new Set<SymbolKind>([SymbolKind.Event, SymbolKind.Variable, SymbolKind.File]);
const firstLine = (text: string): Span => [0, text.search(/[\r\n]|$/)];
