import { shownExample } from "./example.ts";
import type { Finding, Kind, Severity } from "./finding.ts";
import { type JsonSchema, jsonSchema as schemaOfFormat } from "./format/fields.ts";
import type { FileKind } from "./format/file-kind.ts";
import { type Article, articles, type Principle, principles } from "./principles.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";

/** What a rule says of itself, wherever it is shown: the editor, the command line, the handbook, and the schema of the settings. */
export type ListedRule = {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  readonly todo: string;
  readonly kind: Kind;
  /** Where no team has chosen another. */
  readonly severity: Severity;
  readonly principle: Principle;
  /** The principle, named and stated. */
  readonly serves: string;
  readonly articles: readonly Article[];
  /** The titles of the articles it is drawn from. */
  readonly drawnFrom: readonly string[];
};

/** Every rule by what it says of itself, in the order of their ids. */
export const ruleList: readonly ListedRule[] = Object.entries<Rule>(rules).map(([id, rule]) => {
  const { title, statement } = principles[rule.principle];
  return {
    id,
    summary: rule.summary,
    why: rule.why,
    todo: rule.todo,
    kind: rule.kind,
    severity: rule.severity,
    principle: rule.principle,
    serves: `${title}. ${statement}`,
    articles: rule.articles,
    drawnFrom: rule.articles.map((article) => articles[article].title),
  };
});

/** What a rule offers where it finds something: the titles of its fixes and suggestions, as its own examples bring them out. */
export function offersOf(id: string): readonly string[] {
  const examples = Object.entries<Rule>(rules).find(([name]) => name === id)?.[1].examples ?? [];
  return offersIn(examples.flatMap((example) => shownExample(id, example).findings));
}

/** The titles of the fixes and suggestions that some findings come with, each once. */
export function offersIn(findings: readonly Pick<Finding, "fixes">[]): readonly string[] {
  return [...new Set(findings.flatMap(({ fixes }) => fixes.map(({ title }) => title)))];
}

/** The JSON Schema (2020-12) of a file. That of the configuration knows every rule by name, so that editors can complete and explain it. */
export function jsonSchema(kind: FileKind): JsonSchema {
  const schema = schemaOfFormat(kind);
  const severities = schema.properties?.["severities"];
  const loudness = severities?.additionalProperties;
  if (kind !== "config" || !severities || typeof loudness !== "object") return schema;
  const named = ruleList.map(({ id, summary, why, todo, severity }): [string, JsonSchema] => [
    id,
    { ...loudness, title: summary, description: `${why} ${todo} Left out: ${severity}.` },
  ]);
  return { ...schema, properties: { ...schema.properties, severities: { ...severities, properties: Object.fromEntries(named) } } };
}
