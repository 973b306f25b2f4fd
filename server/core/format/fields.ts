import * as z from "zod";
import type { Path } from "../text/span.ts";
import { ApprovalSchema } from "./approval.ts";
import { AssetsSchema } from "./assets.ts";
import { ConfigSchema } from "./config.ts";
import type { FileKind } from "./file-kind.ts";
import { PlaybookSchema } from "./playbook.ts";

/** The files this format knows, each with its schema. */
const schemas = {
  playbook: PlaybookSchema,
  config: ConfigSchema,
  assets: AssetsSchema,
  approval: ApprovalSchema,
} as const satisfies Record<FileKind, z.ZodType>;
export type SchemaOf<K extends FileKind> = (typeof schemas)[K];
export const schemaOf = <K extends FileKind>(kind: K): SchemaOf<K> => schemas[kind];

/** The part of JSON Schema that the format uses. */
export type JsonSchema = {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly const?: string | number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
};

const derived = new Map<FileKind, JsonSchema>();

/** The JSON Schema (2020-12) of a file, derived from the one definition, for editors that know JSON Schema and for everything below. */
export function jsonSchema(kind: FileKind): JsonSchema {
  const known = derived.get(kind);
  if (known) return known;
  const made = z.toJSONSchema(schemas[kind], { io: "input" }) as JsonSchema;
  derived.set(kind, made);
  return made;
}

/** A key of the format, explained. */
export type Field = {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** What to write, in plain words. */
  readonly type: string;
  readonly shape: "text" | "number" | "choice" | "list" | "map" | "choice-or-map";
  readonly required: boolean;
  readonly values: readonly { readonly value: string; readonly meaning: string }[];
  readonly default: unknown;
  readonly examples: readonly unknown[];
};

/** The keys that the map at a path may hold. Empty where no map belongs, and where the author chooses the keys. */
export function fieldsAt(kind: FileKind, path: Path, root: unknown): readonly Field[] {
  const fields = new Map<string, Field>();
  const branches = schemasAt(kind, path, root);
  for (const branch of branches) {
    for (const [key, schema] of Object.entries(branch.properties ?? {})) {
      const field = fieldOf(kind, key, schema, branch.required?.includes(key) ?? false);
      const seen = fields.get(key);
      fields.set(key, seen ? { ...seen, values: merged(seen.values, field.values) } : field);
    }
  }
  return [...fields.values()];
}

/** The field a path leads to, explained. Undefined for the root, list items and keys the format does not know. */
export function fieldAt(kind: FileKind, path: Path, root: unknown): Field | undefined {
  const key = path.at(-1);
  if (typeof key !== "string") return undefined;
  const named = fieldsAt(kind, path.slice(0, -1), root).find((field) => field.key === key);
  if (named) return named;
  const [own] = schemasAt(kind, path, root);
  return own ? fieldOf(kind, key, own, false) : undefined;
}

/** The values that may stand at a path, whether under a key or in a list. Empty where the author's own words belong. */
export function valuesAt(kind: FileKind, path: Path, root: unknown): Field["values"] {
  return schemasAt(kind, path, root).reduce<Field["values"]>((all, schema) => merged(all, valuesOf(kind, schema)), []);
}

/** The schemas that describe the value at a path, unions opened. */
function schemasAt(kind: FileKind, path: Path, root: unknown): readonly JsonSchema[] {
  let value = root;
  let here = open(kind, jsonSchema(kind), value);
  for (const step of path) {
    value = typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[step] : undefined;
    here = here.flatMap((schema) => {
      const next = typeof step === "number" ? schema.items : (schema.properties?.[step] ?? otherKeys(schema));
      return next ? open(kind, next, value) : [];
    });
  }
  return here;
}

const otherKeys = ({ additionalProperties }: JsonSchema) => (typeof additionalProperties === "object" ? additionalProperties : undefined);

/** A schema's alternatives, those first that the value's own choice of words points at. */
function open(kind: FileKind, schema: JsonSchema, value: unknown): readonly JsonSchema[] {
  if (schema.$ref) return open(kind, follow(kind, schema.$ref), value);
  const branches = (schema.oneOf ?? schema.anyOf)?.flatMap((branch) => open(kind, branch, value));
  if (!branches) return [schema];
  if (typeof value !== "object" || value === null) return branches;
  const chosen = branches.filter((branch) =>
    Object.entries(branch.properties ?? {}).some(
      ([key, { const: only }]) => only !== undefined && (value as Record<string, unknown>)[key] === only,
    ),
  );
  return chosen.length > 0 ? chosen : branches;
}

const follow = (kind: FileKind, ref: string): JsonSchema => jsonSchema(kind).$defs?.[ref.replace("#/$defs/", "")] ?? {};

function fieldOf(kind: FileKind, key: string, schema: JsonSchema, required: boolean): Field {
  const parts = open(kind, schema, undefined);
  const values = valuesOf(kind, schema);
  const hasMap = parts.some(({ type }) => type === "object");
  const hasText = parts.some(({ type, enum: words, const: only }) => type === "string" && !words && only === undefined);
  return {
    key,
    title: schema.title ?? key,
    description: schema.description ?? "",
    type: typeWords(kind, schema),
    shape: hasMap
      ? values.length > 0
        ? "choice-or-map"
        : "map"
      : parts.some(({ type }) => type === "array")
        ? "list"
        : parts.some(({ type }) => type === "integer" || type === "number")
          ? "number"
          : values.length > 0 && !hasText
            ? "choice"
            : "text",
    required,
    values,
    default: schema.default,
    examples: schema.examples ?? [],
  };
}

const valuesOf = (kind: FileKind, schema: JsonSchema): Field["values"] =>
  open(kind, schema, undefined).flatMap((part) =>
    part.const !== undefined
      ? [{ value: String(part.const), meaning: part.enumDescriptions?.[0] ?? "" }]
      : (part.enum ?? []).map((value, i) => ({ value, meaning: part.enumDescriptions?.[i] ?? "" })),
  );

const merged = (a: Field["values"], b: Field["values"]): Field["values"] => [
  ...a,
  ...b.filter(({ value }) => !a.some((one) => one.value === value)),
];

/** What to write, in words an author knows. */
function typeWords(kind: FileKind, schema: JsonSchema): string {
  const words = new Set(open(kind, schema, undefined).map((part) => oneTypeWords(kind, part)));
  return [...words].join(", or ");
}

function oneTypeWords(
  kind: FileKind,
  { type, const: only, enum: words, format, pattern, minimum, maximum, items, additionalProperties }: JsonSchema,
): string {
  if (only !== undefined) return `\`${only}\``;
  if (words) return `one of ${words.map((word) => `\`${word}\``).join(", ")}`;
  if (type === "integer") return maximum === undefined ? "a whole number" : `a whole number from ${minimum ?? 0} to ${maximum}`;
  if (type === "array")
    return items && open(kind, items, undefined).some((part) => part.type === "object") ? "a list of parts" : "a list of words";
  if (type === "object")
    return typeof additionalProperties === "object" ? "names of your choice, each with its own keys" : "a part with its own keys";
  if (format === "date") return "a date, as in 2027-03-31";
  if (format === "uri") return "a web address";
  if (pattern?.startsWith("^(?:[01]")) return "a time of day, as in 09:00";
  if (pattern?.includes("days?")) return "a length of time, as in 90 days";
  if (pattern?.startsWith("^[a-z0-9]+")) return "a short id, as in second-call";
  if (pattern?.includes("@")) return "a name and an email address";
  return "words";
}
