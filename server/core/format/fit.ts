import { closest, distance } from "fastest-levenshtein";
import type * as z from "zod";
import type { Misfit } from "../text/flaw.ts";
import { addressOf, remember } from "../text/read.ts";
import type { Path } from "../text/span.ts";
import { type FileKind, fieldsAt, type SchemaOf, schemaOf } from "./fields.ts";

type Issue = z.core.$ZodIssue;
type Part = Record<string | number, unknown>;

/** Rounds of mending. Each round mends at least one thing; real files need two or three. */
const MOST_ROUNDS = 200;

/**
 * Fits a read value to the format. What does not fit is told once and then mended as a careful reader would (a misspelt key
 * is read as the one meant, a touch without a day is left out), so that one slip does not hide everything else there is to say.
 */
export function fit<K extends FileKind>(kind: K, read: unknown): { value: z.output<SchemaOf<K>> | undefined; misfits: readonly Misfit[] } {
  const mended = copy(read) as Part;
  const misfits = new Map<string, Misfit>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { success, data, error } = schemaOf(kind).safeParse(mended);
    if (success) {
      readdress(data, mended, []);
      return { value: data as z.output<SchemaOf<K>>, misfits: [...misfits.values()] };
    }
    const tell = (misfit: Misfit) => {
      const place = JSON.stringify([misfit.path, "key" in misfit ? misfit.key : ""]);
      if (!misfits.has(place)) misfits.set(place, misfit);
    };
    // Misspelt keys first: what they hold may be just what is missing.
    const renamed = misspeltKeys(kind, error.issues, mended, tell);
    if (!renamed) for (const issue of error.issues) mend(kind, issue, mended, tell);
  }
  return { value: undefined, misfits: [...misfits.values()] };
}

/** A copy that may be mended; parts keep their addresses. */
function copy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const address = addressOf(value) ?? [];
  if (Array.isArray(value)) return remember(value.map(copy), address);
  const made = remember<Part>(Object.create(null), address);
  for (const [key, inner] of Object.entries(value)) made[key] = copy(inner);
  return made;
}

/** Gives the parts of a fitted value the addresses of the parts they were made from. */
function readdress(fitted: unknown, from: unknown, fallback: Path): void {
  if (typeof fitted !== "object" || fitted === null) return;
  const path = (typeof from === "object" && from !== null ? addressOf(from) : undefined) ?? fallback;
  remember(fitted, path);
  for (const [key, inner] of Object.entries(fitted)) {
    const step = Array.isArray(fitted) ? Number(key) : key;
    readdress(inner, (from as Part | undefined)?.[step], [...path, step]);
  }
}

/** Tells and mends unknown keys. Answers whether one was read as another, in which case the rest is judged anew. */
function misspeltKeys(kind: FileKind, issues: readonly Issue[], root: Part, tell: (misfit: Misfit) => void): boolean {
  let renamed = false;
  const suspects = issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") return [{ path: issue.path, keys: issue.keys }];
    // Without its channel a touch has no schema of its own, so its keys were not looked at.
    const part = issue.code === "invalid_union" && issue.path.at(-1) === "channel" ? at(root, issue.path.slice(0, -1)) : undefined;
    return part && !("channel" in part) ? [{ path: issue.path.slice(0, -1), keys: Object.keys(part) }] : [];
  });
  for (const { path, keys } of suspects) {
    const part = at(root, path);
    if (!part) continue;
    const here = textPath(root, path);
    const known = fieldsAt(kind, path as Path, root).map(({ key }) => key);
    for (const key of keys) {
      if (known.includes(key)) continue;
      const free = known.filter((name) => !(name in part));
      const nearest = near(key, free);
      tell({ kind: "unknown-key", path: here, key, known: nearest ? [nearest] : free, owner: ownerOf(here, part) });
      if (nearest) {
        part[nearest] = part[key];
        renamed = true;
      }
      delete part[key];
    }
  }
  return renamed;
}

function mend(kind: FileKind, issue: Issue, root: Part, tell: (misfit: Misfit) => void): void {
  const path = issue.path as Path;
  const key = path.at(-1);
  const parent = at(root, path.slice(0, -1));
  if (key === undefined || !parent || issue.code === "unrecognized_keys") return;
  const value = parent[key];
  const here = textPath(root, path);
  const options = optionsOf(issue);

  if (issue.code === "invalid_key") {
    const problem = issue.issues[0]?.message ?? "is not a name";
    tell({ kind: "bad-key", path: here, key: String(key), problem });
    delete parent[key];
    return;
  }
  if (value === undefined || value === null) {
    tell({ kind: "missing", path: here.slice(0, -1), key: String(key), options });
    const required = fieldsAt(kind, path.slice(0, -1), root).some((field) => field.key === key && field.required);
    if (value === null && !required) remove(parent, key);
    else drop(root, path.slice(0, -1));
    return;
  }
  if (options.length > 0 && typeof value !== "object") {
    const nearest = typeof value === "string" ? near(value, options) : undefined;
    tell({ kind: "not-one-of", path: here, options, value, ...(nearest ? { nearest } : {}) });
    if (nearest) parent[key] = nearest;
    else remove(parent, key);
    return;
  }
  if (issue.code === "too_small" || issue.code === "too_big") {
    const limit = Number(issue.code === "too_small" ? issue.minimum : issue.maximum);
    tell({ kind: "out-of-bounds", path: here, bound: issue.code === "too_small" ? "min" : "max", limit, value });
    parent[key] = limit;
    return;
  }
  if (issue.code === "invalid_format" || issue.code === "custom") tell({ kind: "malformed", path: here, problem: issue.message, value });
  else tell({ kind: "wrong-type", path: here, expected: expectedOf(issue), value });
  // A title such as 2026 is a number to YAML and a title to everybody else.
  if (expectedOf(issue) === "string" && (typeof value === "number" || typeof value === "boolean")) parent[key] = String(value);
  else remove(parent, key);
}

const remove = (parent: Part, key: string | number) => (Array.isArray(parent) ? parent.splice(Number(key), 1) : delete parent[key]);

/** Takes away the smallest part that can be done without: a list item, or the nearest optional key. */
function drop(root: Part, path: Path): void {
  const key = path.at(-1);
  const parent = at(root, path.slice(0, -1));
  if (key === undefined || !parent) return;
  remove(parent, key);
}

function at(root: unknown, path: readonly PropertyKey[]): Part | undefined {
  let part: unknown = root;
  for (const step of path) part = typeof part === "object" && part !== null ? (part as Part)[step as string] : undefined;
  return typeof part === "object" && part !== null ? (part as Part) : undefined;
}

/** Where a path of the mended copy stands in the text: items may have been left out before it. */
function textPath(root: Part, path: readonly PropertyKey[]): Path {
  let address: Path = [];
  let part: unknown = root;
  for (const step of path) {
    part = typeof part === "object" && part !== null ? (part as Part)[step as string] : undefined;
    const known = typeof part === "object" && part !== null ? addressOf(part) : undefined;
    address = known ?? [...address, step as string | number];
  }
  return address;
}

/** The words a value may be, when it may be only some. */
function optionsOf(issue: Issue): readonly string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code !== "invalid_union") return [];
  if ("options" in issue && Array.isArray(issue.options)) return issue.options.map(String);
  return issue.errors.flat().flatMap((inner) => (inner.code === "invalid_value" ? inner.values.map(String) : []));
}

function expectedOf(issue: Issue): string {
  if (issue.code === "invalid_type") return issue.expected;
  return issue.code === "invalid_union" ? "object" : "string";
}

/** What the keys at a path belong to, for sentences such as «there is no key “subjet” in a touch by email». */
function ownerOf(path: Path, part: Part): string {
  const last = path.at(-1);
  if (last === undefined) return "this file";
  if (typeof last === "string") return `“${last}”`;
  return path.at(-2) === "touches"
    ? `a touch${typeof part["channel"] === "string" ? ` by ${part["channel"]}` : ""}`
    : "an item of this list";
}

/** The option that was probably meant: at most a third of its letters away. */
export function near(word: string, options: readonly string[]): string | undefined {
  if (options.length === 0) return undefined;
  const plainWord = word.toLowerCase().replaceAll("_", "-").replaceAll(" ", "-");
  const best = closest(plainWord, options);
  return distance(plainWord, best) <= Math.max(1, Math.floor(best.length / 3)) ? best : undefined;
}
