import type { ClientCapabilities, WorkspaceEdit } from "vscode-languageserver";
import type { Path } from "../core/index.ts";

/** What an action that was offered without its edit is worked out from once it is chosen. The client keeps it for us. */
export type Unresolved = { readonly uri: string; readonly version: number } & (
  | { readonly does: "everywhere"; readonly rule: string }
  /** `from` is the asset that the menu said the words are taken from, or null where it said that they become a new one. */
  | { readonly does: "share-words"; readonly touch: Path; readonly from: string | null }
);

/** What became of it: the edit, or the reason why there is none, in words for whoever chose it. */
export type Outcome = { readonly edit: WorkspaceEdit; readonly reason?: never } | { readonly edit?: never; readonly reason: string };

/** Whether a client asks for the edit of an action only once it is chosen. */
export const resolvesEdits = ({ textDocument }: ClientCapabilities): boolean =>
  textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true;

/** What a client kept, read back. Undefined where it is nothing that we gave it. */
export function unresolvedFrom(kept: unknown): Unresolved | undefined {
  const { does, uri, version, rule, touch, from } = (kept ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof uri !== "string" || typeof version !== "number") return undefined;
  if (does === "everywhere" && typeof rule === "string") return { does, uri, version, rule };
  if (does === "share-words" && isPath(touch) && (from === null || typeof from === "string")) return { does, uri, version, touch, from };
  return undefined;
}

const isPath = (value: unknown): value is Path =>
  Array.isArray(value) && value.every((step) => typeof step === "string" || typeof step === "number");
