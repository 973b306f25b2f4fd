import { type Field, type FileKind, fieldsAt, jsonSchema } from "@cadence-playbooks/server/core";

/** A key as the reference shows it. */
export type Entry = {
  readonly field: Field;
  /** Its address on the page. */
  readonly id: string;
  /** The siblings or choices it belongs to, when it does not belong to all. */
  readonly only: readonly string[];
  /** The address of the part it holds, if it holds one. */
  readonly part: string | undefined;
};

/** A part of a file: a map with keys of its own. */
export type Part = {
  readonly id: string;
  readonly title: string;
  readonly where: string;
  readonly about: string;
  readonly entries: readonly Entry[];
};

/** What our files are called. */
export const fileNames = {
  playbook: "<id>.playbook.yaml",
  config: "cadence.config.yaml",
  assets: "cadence.assets.yaml",
  approval: "<id>.approval.yaml",
} as const satisfies Record<FileKind, string>;

type Path = readonly (string | number)[];
/** Stands for a key that the author chooses, and for any one of several alike. */
const ANY = "<name>";
/** Maps that share this many keys, and differ in at most that many, are learned as one. */
const ALIKE = { shared: 3, different: 2 };

/** The parts of a file, outermost first, as the schema nests them. Parts with the same keys are told once. */
export function partsOf(kind: FileKind): readonly Part[] {
  const { title = kind, description = "" } = jsonSchema(kind);
  const told = new Map<string, string>();
  return partAt(kind, { path: [], members: [[]], title, about: description }, told);
}

type Place = { readonly path: Path; readonly members: readonly Path[]; readonly title: string; readonly about: string };

function partAt(kind: FileKind, { path, members, title, about }: Place, told: Map<string, string>): readonly Part[] {
  const id = idOf(kind, path);
  const variants = members.flatMap((member) => choicesAt(kind, member, String(member.at(-1))));
  const fields = unique(variants.flatMap(({ fields }) => fields));
  told.set(keysOf(fields), id);
  const inside: Place[] = [];
  const homes = new Map<string, string>();
  for (const family of familiesIn(kind, members[0] ?? path, fields)) {
    const place = placeOf(path, title, family);
    const home = told.get(family.keys) ?? idOf(kind, place.path);
    for (const { field } of family.members) homes.set(field.key, home);
    if (!told.has(family.keys)) inside.push(place);
    told.set(family.keys, home);
  }
  const entries = fields.map((field): Entry => {
    const only = variants.filter((variant) => variant.fields.some(({ key }) => key === field.key)).map(({ name }) => name);
    return { field, id: `${id}-${field.key}`, only: only.length === variants.length ? [] : only, part: homes.get(field.key) };
  });
  return [{ id, title, where: whereOf(path), about, entries }, ...inside.flatMap((place) => partAt(kind, place, told))];
}

type Holder = { readonly field: Field; readonly at: Path; readonly keys: readonly string[] };
type Family = { readonly keys: string; readonly members: readonly Holder[] };

/** The keys that hold a part. Those of nearly the same shape are one family: eleven replies are one thing to learn. */
function familiesIn(kind: FileKind, path: Path, fields: readonly Field[]): readonly Family[] {
  const families: Holder[][] = [];
  for (const field of fields) {
    const own = [...path, field.key];
    const at = [own, [...own, 0], [...own, ANY]].find((candidate) => fieldsAt(kind, candidate, undefined).length > 0);
    if (!at) continue;
    const holder = { field, at, keys: fieldsAt(kind, at, undefined).map(({ key }) => key) };
    const family = families.find(([first]) => first && alike(first.keys, holder.keys));
    if (family) family.push(holder);
    else families.push([holder]);
  }
  return families.map((members) => ({ keys: [...(members[0]?.keys ?? [])].sort().join(), members }));
}

function alike(one: readonly string[], other: readonly string[]): boolean {
  const shared = one.filter((key) => other.includes(key)).length;
  return shared >= ALIKE.shared && one.length + other.length - 2 * shared <= ALIKE.different;
}

function placeOf(path: Path, title: string, { members }: Family): Place {
  const [first] = members;
  if (!first || members.length > 1)
    return {
      path: [...path, ANY],
      members: members.map(({ at }) => at),
      title: `${title}: each of them`,
      about: "The same keys for each.",
    };
  return { path: first.at, members: [first.at], title: first.field.title, about: first.field.description };
}

/** The fields of a map, and where one of its keys decides which others it may have, the fields of each choice. */
function choicesAt(kind: FileKind, path: Path, name: string): readonly { readonly name: string; readonly fields: readonly Field[] }[] {
  const fields = fieldsAt(kind, path, undefined);
  const chosen = (key: string, value: string) => fieldsAt(kind, path, nested(path, { [key]: value }));
  const decider = fields.find(({ key, values }) => values.some(({ value }) => chosen(key, value).length < fields.length));
  if (!decider) return [{ name, fields }];
  const choices = decider.values.map(({ value }) => ({ name: value, fields: chosen(decider.key, value) }));
  // The deciding key itself is described with all of its values.
  return choices.map((choice) => ({ ...choice, fields: choice.fields.map((field) => (field.key === decider.key ? decider : field)) }));
}

/** A value that stands at a path and nothing beside it. */
const nested = (path: Path, value: unknown): unknown =>
  path.reduceRight<unknown>((inner, step) => (typeof step === "number" ? [inner] : { [step]: inner }), value);

const unique = (fields: readonly Field[]): readonly Field[] => [...new Map(fields.map((field) => [field.key, field])).values()];
const keysOf = (fields: readonly Field[]) =>
  fields
    .map(({ key }) => key)
    .sort()
    .join();
const idOf = (kind: FileKind, path: Path) =>
  [kind, ...path.flatMap((step) => (step === ANY ? "each" : typeof step === "number" ? [] : step))].join("-");

/** `touches[].deadline` */
const whereOf = (path: Path) =>
  path.reduce<string>((said, step) => (typeof step === "number" ? `${said}[]` : said === "" ? step : `${said}.${step}`), "");
