import type * as z from "zod";
import { addressOf, remember } from "../text/address.ts";
import type { Misfit } from "../text/flaw.ts";
import type { Path } from "../text/span.ts";
import { calledElsewhere } from "./called-elsewhere.ts";
import { fieldsAt, type SchemaOf, schemaOf } from "./fields.ts";
import type { FileKind } from "./file-kind.ts";
import { guessed } from "./guess.ts";
import { near } from "./near.ts";

type Issue = z.core.$ZodIssue;
type Part = Record<string | number, unknown>;

/** What one round of mending needs at hand. */
type Round = {
  readonly kind: FileKind;
  readonly root: Part;
  readonly tell: (misfit: Misfit) => void;
  /** List items to leave out once the round is over: until then every path of the round still leads where it did. */
  readonly doomed: Map<unknown[], Set<number>>;
};

/** A schema can write a program for each of its parts first: a hundred programs for whoever judges one playbook, and no quicker for a thousand. */
const PLAINLY = { jitless: true } as const;

/** Rounds of mending. Each round mends at least one thing; real files need two or three. */
const MOST_ROUNDS = 200;

/**
 * Fits a read value to the format. What does not fit is told once and then mended as a careful reader would (a misspelt key
 * is read as the one meant, a touch without a day stands between its neighbours, one without a channel is left out), so that one slip does not hide everything else there is to say.
 */
export function fit<K extends FileKind>(kind: K, read: unknown): { value: z.output<SchemaOf<K>> | undefined; misfits: readonly Misfit[] } {
  // Most playbooks fit as they are. What is mended is a copy, and the rest stays the same objects, which the schema knows again.
  let mended = read as Part;
  const owned = new Set<unknown>();
  const misfits = new Map<string, Misfit>();
  for (let count = 0; count < MOST_ROUNDS; count++) {
    const { success, data, error } = schemaOf(kind).safeParse(mended, PLAINLY);
    if (success) {
      readdress(data, mended, []);
      return { value: data as z.output<SchemaOf<K>>, misfits: [...misfits.values()] };
    }
    for (const { path } of error.issues.flatMap(everyIssue)) mended = own(mended, path, owned) as Part;
    const round: Round = {
      kind,
      root: mended,
      doomed: new Map(),
      tell: (misfit) => {
        const place = "key" in misfit && misfit.kind !== "bad-key" ? [...misfit.path, misfit.key] : misfit.path;
        const known = place.some((_, length) => misfits.get(JSON.stringify(place.slice(0, length)))?.kind === "wrong-type");
        const name = JSON.stringify(place);
        if (!known && !misfits.has(name)) misfits.set(name, misfit);
      },
    };
    const issues = error.issues.flatMap((issue) => opened(issue, mended));
    // Misspelt keys first: what they hold may be just what is missing.
    if (misspeltKeys(round, issues)) continue;
    for (const issue of issues) mend(round, issue);
    for (const [list, indexes] of round.doomed) for (const index of [...indexes].sort((a, b) => b - a)) list.splice(index, 1);
  }
  return { value: undefined, misfits: [...misfits.values()] };
}

/** The issues inside a part that may also be written as one word, when it is written as a part: what is wrong in it, not that it is no word. */
function opened(issue: Issue, root: Part): readonly Issue[] {
  if (issue.code !== "invalid_union" || !at(root, issue.path) || Array.isArray(at(root, issue.path))) return [issue];
  const inside = issue.errors.find((branch) => !branch.some(({ path, code }) => path.length === 0 && code !== "unrecognized_keys"));
  return inside?.flatMap((inner) => opened({ ...inner, path: [...issue.path, ...inner.path] } as Issue, root)) ?? [issue];
}

/** An issue and those inside of it, with their paths from the root. */
const everyIssue = (issue: Issue): readonly Issue[] =>
  issue.code === "invalid_union"
    ? [issue, ...issue.errors.flat().flatMap((inner) => everyIssue({ ...inner, path: [...issue.path, ...inner.path] } as Issue))]
    : [issue];

/** A value in which every part on a way may be mended: those that were only read are copied, and keep their addresses. */
function own(value: unknown, way: readonly PropertyKey[], owned: Set<unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  let part = value as Part;
  if (!owned.has(part)) {
    const address = addressOf(part) ?? [];
    part = remember(Array.isArray(part) ? ([...part] as unknown as Part) : Object.assign(Object.create(null), part), address);
    owned.add(part);
  }
  const [step, ...rest] = way;
  if (step !== undefined && Object.hasOwn(part, step)) part[step as string] = own(part[step as string], rest, owned);
  return part;
}

/** Gives the parts of a fitted value the addresses of the parts they were made from, or else those they would have below the part around them. */
function readdress(fitted: object, from: unknown, around: Path, step?: string | number): void {
  const path =
    (typeof from === "object" && from !== null ? addressOf(from) : undefined) ?? (step === undefined ? around : [...around, step]);
  // Known again, and with it everything inside.
  if (addressOf(fitted) === path) return;
  remember(fitted, path);
  for (const key of Object.keys(fitted)) {
    const inner = (fitted as Part)[key];
    if (typeof inner !== "object" || inner === null) continue;
    readdress(inner, (from as Part | undefined)?.[key], path, Array.isArray(fitted) ? Number(key) : key);
  }
}

/** Tells and mends unknown keys. Answers whether one was read as another, in which case the rest is judged anew. */
function misspeltKeys({ kind, root, tell }: Round, issues: readonly Issue[]): boolean {
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
    const strange = keys.filter((key) => !known.includes(key));
    // Which other keys a touch has depends on its channel.
    const channel = "channel" in part || !known.includes("channel") ? undefined : strange.find((key) => keyMeant(key, ["channel"]));
    for (const key of channel === undefined ? strange : [channel]) {
      const free = known.filter((name) => !(name in part));
      const nearest = keyMeant(key, free);
      tell({ kind: "unknown-key", path: here, key, known: nearest ? [nearest] : free, owner: ownerOf(path as Path, here, part) });
      if (nearest) {
        part[nearest] = part[key];
        renamed = true;
      }
      delete part[key];
    }
  }
  return renamed;
}

function mend(round: Round, issue: Issue): void {
  const { kind, root, tell } = round;
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
    if (value === null && !required) remove(round, parent, key);
    else if (guess(round, path)) return;
    else drop(round, path.slice(0, -1));
    return;
  }
  if (options.length > 0 && typeof value !== "object") {
    const nearest = typeof value === "string" ? near(value, options) : undefined;
    tell({ kind: "not-one-of", path: here, options, value, ...(nearest ? { nearest } : {}) });
    if (nearest && nearest !== value) parent[key] = nearest;
    else if (nearest) parent[key] = Number(nearest);
    else remove(round, parent, key);
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
  const meant = meantBy(round, path, expectedOf(issue), value);
  if (meant !== undefined) parent[key] = meant;
  else if (!guess(round, path)) remove(round, parent, key);
}

/** Gives a touch the id or day it probably has. Answers whether it could. */
function guess({ root }: Round, path: Path): boolean {
  const key = path.at(-1);
  const index = path.at(-2);
  const list = at(root, path.slice(0, -2));
  const touch = at(root, path.slice(0, -1));
  if ((key !== "id" && key !== "day") || typeof index !== "number" || path.at(-3) !== "touches" || !Array.isArray(list) || !touch)
    return false;
  touch[key] = guessed(list, index, key);
  return true;
}

/** What a value of the wrong type most likely means. Undefined when nobody could tell. */
function meantBy({ kind, root }: Round, path: Path, expected: string, value: unknown): unknown {
  const isWord = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  if (!isWord) return undefined;
  // A title such as 2026 is a number to YAML and a title to everybody else.
  if (expected === "string" && typeof value !== "string") return String(value);
  // `day: "3"` and `minutes: 15 minutes` say which number they mean.
  const digits = /\d+/.exec(String(value))?.[0];
  if ((expected === "number" || expected === "int") && digits !== undefined && typeof value !== "boolean") return Number(digits);
  // `first_name: Priya` says what a variable must say first, its example.
  const required = expected === "object" ? fieldsAt(kind, path, root).filter((field) => field.required) : [];
  return required.length === 1 && required[0]?.shape === "text"
    ? remember({ [required[0].key]: String(value) }, textPath(root, path))
    : undefined;
}

function remove({ doomed }: Round, parent: Part | unknown[], key: string | number): void {
  if (!Array.isArray(parent)) delete parent[key];
  else if (doomed.has(parent)) doomed.get(parent)?.add(Number(key));
  else doomed.set(parent, new Set([Number(key)]));
}

/** Takes away the smallest part that can be done without: a list item, or the nearest optional key. */
function drop(round: Round, path: Path): void {
  const key = path.at(-1);
  const parent = at(round.root, path.slice(0, -1));
  if (key !== undefined && parent) remove(round, parent, key);
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

/** The one of some keys that an unknown one was meant to be. */
const keyMeant = (key: string, free: readonly string[]) => calledElsewhere(key, free) ?? near(key, free);

/** What the keys at a path belong to, and at its place in the text, for sentences such as «there is no key “subjet” in a touch by email». */
function ownerOf(path: Path, here: Path, part: Part): string {
  const last = here.at(-1);
  if (last === undefined) return "this file";
  if (typeof last === "string") return `“${last}”`;
  return path.at(-2) === "touches"
    ? `a touch${typeof part["channel"] === "string" ? ` by ${part["channel"]}` : ""}`
    : "an item of this list";
}
