import type { Hover } from "vscode-languageserver-protocol";
import {
  blanks,
  type Field,
  type Finding,
  fieldAt,
  principles,
  type Report,
  rangeOf,
  ruleList,
  type Spot,
  spotAt,
  valueAt,
} from "../core/index.ts";
import type { Known } from "./host.ts";

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
  const { title, statement } = principles[rule.principle];
  return [
    `**${rule.summary}**`,
    `*${title}.* ${statement}`,
    `Drawn from ${rule.drawnFrom.map((source) => `“${source}”`).join(" and ")}.`,
    `[${id}](${url}) · ${kind}`,
  ].join("\n\n");
}

function spotWords(report: Report, spot: Spot, offset: number, known: Known): string[] {
  const { path, on } = spot;
  if (on === "value") {
    const blank = blankWords(report, offset);
    if (blank) return [blank];
    const asset = path.at(-1) === "asset" ? assetWords(valueAt(report.source.value, path), known) : undefined;
    if (asset) return [asset];
  }
  const field = fieldAt(report.kind, path, report.source.value);
  if (!field) return [];
  const chosen = on === "value" ? field.values.find(({ value }) => value === valueAt(report.source.value, path)) : undefined;
  return [fieldWords(field, chosen)];
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
  const variable = blank && playbook?.variables[blank.name];
  if (!blank || !variable) return undefined;
  const lines = [`**{{${blank.name}}}**`, variable.meaning ?? "", `*For example:* ${variable.example}`];
  lines.push(variable.fallback ? `*When it is not known:* ${variable.fallback}` : "*It must be known before the touch goes out.*");
  return lines.filter(Boolean).join("\n\n");
}

function assetWords(id: unknown, { assets }: Known): string | undefined {
  const asset = typeof id === "string" ? assets?.assets[id] : undefined;
  return (
    asset &&
    [
      `**${asset.title}**`,
      asset.summary ?? "",
      `Kept by ${asset.owner.replace(/[<>]/g, "\\$&")}, to be sent until ${asset.expires}.`,
      asset.link ?? "",
    ]
      .filter(Boolean)
      .join("\n\n")
  );
}
