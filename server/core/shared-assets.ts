import type { Change, Data } from "./finding.ts";
import { type Assets, at, mainField, type Playbook, type Touch } from "./model.ts";
import { valueAt } from "./text/cursor.ts";
import { applied, edits } from "./text/edit.ts";
import { read, type Source } from "./text/read.ts";
import { blanks } from "./variables.ts";
import { spoken } from "./words.ts";

/** A field of a touch that names a shared asset. */
export type AssetField = "asset" | "words-from";

/** The shared assets that a touch names, and the field that names each: what it brings, and whose words it sends. */
export const assetsOf = (touch: Touch): readonly { readonly field: AssetField; readonly id: string }[] =>
  (["asset", "words-from"] as const).flatMap((field) => {
    const id = touch[field];
    return id === undefined ? [] : [{ field, id }];
  });

/** A touch's words made those of a shared asset: the changes of the playbook, and the asset to be added, where it is a new one. */
export type SharedWords = {
  readonly id: string;
  readonly changes: readonly Change[];
  readonly added: { readonly [key: string]: Data } | undefined;
};

/**
 * Makes the words of a touch those of a shared asset, which is a new one unless there is one that says the same. The touch keeps its
 * words and says whose they are, so that a finding, a path and an approval go on to speak of one file. A new asset is kept by the
 * playbook's owner; `until` (ISO date) is the last day it may be sent; no name in `taken` becomes its own. Undefined where there are
 * no words, or where they are shared already.
 */
export function sharedWords(
  playbook: Playbook,
  touch: Touch,
  { assets, until, taken = [] }: { readonly assets: Assets | undefined; readonly until: string; readonly taken?: readonly string[] },
): SharedWords | undefined {
  const field = mainField(touch.channel);
  const words = (touch as { readonly [key in typeof field]?: string | undefined })[field];
  if (words === undefined || words.trim() === "" || touch["words-from"] !== undefined) return undefined;
  const known = Object.entries(assets?.assets ?? {});
  const same = known.find(([, one]) => one.words !== undefined && spoken(one.words) === spoken(words))?.[0];
  const id = same ?? freeId(touch.id, new Set([...known.map(([name]) => name), ...taken]));
  return {
    id,
    changes: [{ set: at(touch, "words-from").path, to: id }],
    added:
      same === undefined
        ? { title: titleOf(touch), words, ...(playbook.owner === undefined ? {} : { owner: playbook.owner }), expires: until }
        : undefined,
  };
}

/** Whether one more can be added to a file of shared assets: it is understood as it is written, and holds no other thing in their place. */
export const takesMore = (source: Source): boolean => (source.flaws.length === 0 || isEmpty(source)) && isMapping(assetsIn(source));

/** A file of shared assets with one more. Undefined where the file takes none, or has one of that name. */
export function withAsset(text: string, id: string, asset: { readonly [key: string]: Data }): string | undefined {
  const source = read(text);
  const known = assetsIn(source);
  if (!takesMore(source) || !isMapping(known) || Object.hasOwn(known, id)) return undefined;
  const base = isEmpty(source) ? `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}assets:\n` : text;
  // What has no key yet may be written as `{}`, which would keep everything on its line.
  const change: Change = Object.keys(known).length === 0 ? { set: ["assets"], to: { [id]: asset } } : { set: ["assets", id], to: asset };
  return applied(base, edits(read(base), "assets", [change]));
}

const assetsIn = ({ value }: Source) => valueAt(value, ["assets"]) ?? {};
const isEmpty = ({ flaws }: Source) => flaws[0]?.kind === "empty";
const isMapping = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let i = 2; taken.has(id); i++) id = `${wanted}-${i}`;
  return id;
}

/** The subject, where it is the same for everybody; else the touch's id in words. */
function titleOf(touch: Touch): string {
  const subject = "subject" in touch ? touch.subject : undefined;
  if (subject !== undefined && blanks(subject).length === 0) return subject;
  return touch.id.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase());
}
