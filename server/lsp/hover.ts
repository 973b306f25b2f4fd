import type { Hover } from "vscode-languageserver";
import {
  blanks,
  called,
  type Field,
  type Finding,
  fieldAt,
  laws,
  NO_ADVICE,
  principles,
  type Report,
  type Rule,
  type RuleId,
  rangeOf,
  ruleList,
  rules,
  type Spot,
  spotAt,
  valueAt,
  valuesAt,
} from "../core/index.ts";
import type { Known } from "./host.ts";
import { ruleWords } from "./rule-words.ts";

/** What stands at an offset, explained: a finding by its rule and principle, a blank, an asset, a field. */
export function hoverAt(report: Report, offset: number, known: Known): Hover | undefined {
  const findings = report.findings.filter(({ span: [start, end] }) => start <= offset && offset <= end);
  const spot = spotAt(report.source, offset);
  const parts = [...findings.map(findingWords), ...(spot ? spotWords(report, spot, offset, known) : [])];
  if (parts.length === 0) return undefined;
  const span = findings[0]?.span ?? spot?.span;
  return {
    contents: { kind: "markdown", value: parts.join("\n\n---\n\n") },
    ...(span ? { range: rangeOf(report.source.lines, span) } : {}),
  };
}

/** What stands behind a finding. Its own message, with why and what to do, is not repeated: editors show it in the same hover. */
function findingWords({ rule: id, kind, url }: Finding): string {
  const rule = ruleList.find((one) => one.id === id);
  if (!rule) return `[${id}](${url})`;
  const { law } = rules[rule.id as RuleId] as Rule;
  const { title, statement } = principles[rule.principle];
  return [
    `**${rule.summary}**`,
    `*${title}.* ${statement}`,
    law
      ? `From a law: ${laws[law.pack].name}, ${laws[law.pack].jurisdiction}, ${law.cite}; last read on ${laws[law.pack].verified}. ${NO_ADVICE}`
      : `Drawn from ${rule.drawnFrom.map((source) => `“${source}”`).join(" and ")}.`,
    `[${id}](${url}) · ${kind}`,
  ].join("\n\n");
}

function spotWords(report: Report, spot: Spot, offset: number, known: Known): string[] {
  const { path, on } = spot;
  if (on === "value") {
    const blank = blankWords(report, offset);
    if (blank) return [blank];
    const asset =
      path.at(-1) === "asset" || path.at(-1) === "words-from" ? assetWords(valueAt(report.source.value, path), known) : undefined;
    if (asset) return [asset];
  }
  const rule = report.kind === "config" && path.at(-2) === "severities" ? called<Rule>(rules, String(path.at(-1))) : undefined;
  if (rule && on === "key") return [ruleWords(String(path.at(-1)), rule)];
  const field = fieldAt(report.kind, path, report.source.value);
  if (!field) return on === "value" ? itemWords(report, path) : [];
  const chosen = on === "value" ? field.values.find(({ value }) => value === valueAt(report.source.value, path)) : undefined;
  return [fieldWords(field, chosen)];
}

/** An item of a list that may hold only some words: what the word means. */
function itemWords({ kind, source: { value: root } }: Report, path: Spot["path"]): string[] {
  const chosen = valuesAt(kind, path, root).find(({ value }) => value === valueAt(root, path));
  return chosen?.meaning ? [`\`${chosen.value}\`: ${chosen.meaning}`] : [];
}

function fieldWords(
  { title, description, type, values, required, default: fallback, examples }: Field,
  chosen?: Field["values"][number],
): string {
  const lines = [`**${title}**`, description];
  if (chosen?.meaning) lines.push(`\`${chosen.value}\`: ${chosen.meaning}`);
  else if (values.some(({ meaning }) => meaning))
    lines.push(values.map(({ value, meaning }) => `- \`${value}\`${meaning ? `: ${meaning}` : ""}`).join("\n"));
  else lines.push(`*Write* ${type}.`);
  const [example] = examples;
  if (example !== undefined) lines.push(`*For example:* ${Array.isArray(example) ? example.join(", ") : String(example)}`);
  if (required) lines.push("*It cannot be left out.*");
  else if (typeof fallback === "string" || typeof fallback === "number") lines.push(`*Left out, it means* \`${fallback}\`.`);
  return lines.filter(Boolean).join("\n\n");
}

function blankWords({ source, playbook }: Report, offset: number): string | undefined {
  // A blank stands on one line, so the line is enough to find it in, whatever the scalar's style.
  const start = source.text.lastIndexOf("\n", offset - 1) + 1;
  const end = source.text.indexOf("\n", offset);
  const line = source.text.slice(start, end < 0 ? undefined : end);
  const blank = blanks(line).find(({ from, to }) => start + from <= offset && offset <= start + to);
  const variable = blank && called(playbook?.variables, blank.name);
  if (!blank || !variable) return undefined;
  const lines = [`**{{${blank.name}}}**`, variable.meaning ?? "", `*For example:* ${variable.example}`];
  lines.push(variable.fallback ? `*When it is not known:* ${variable.fallback}` : "*It must be known before the touch goes out.*");
  return lines.filter(Boolean).join("\n\n");
}

function assetWords(id: unknown, { assets }: Known): string | undefined {
  const asset = typeof id === "string" ? called(assets?.assets, id) : undefined;
  return (
    asset &&
    [
      `**${asset.title}**`,
      asset.summary ?? "",
      asset.words?.replace(/^/gm, "> ") ?? "",
      `Kept by ${asset.owner.replace(/[<>]/g, "\\$&")}, to be sent until ${asset.expires}.`,
      asset.link ?? "",
    ]
      .filter(Boolean)
      .join("\n\n")
  );
}
