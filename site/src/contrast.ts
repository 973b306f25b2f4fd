import { check, type Finding, type Principle } from "@cadence-playbooks/server/core";

const files = import.meta.glob<string>("./content/principles/*/*.yaml", { query: "?raw", import: "default", eager: true });

/** A principle's two drawings: what badgering looks like to its rules, and the same thing done well. */
export type Contrast = { readonly side: "bad" | "good"; readonly text: string; readonly findings: readonly Finding[] };

/**
 * The faulty and the good example of a principle, checked anew. Only this principle's rules speak, and of the good one only
 * those that the faulty one breaks, because both are cuttings of a playbook.
 * Throws when the faulty one breaks no rule, or the good one breaks one of the same.
 */
export function contrastOf(principle: Principle): readonly [Contrast, Contrast] {
  const own = (side: "bad" | "good") => {
    const text = files[`./content/principles/${principle}/${side}.yaml`];
    if (text === undefined) throw new Error(`src/content/principles/${principle}/ has no ${side}.yaml. Write one.`);
    return {
      side,
      text: text.trimEnd(),
      findings: check(text, { today: "2026-11-01" }).findings.filter((finding) => finding.principle === principle),
    };
  };
  const bad = own("bad");
  const broken = new Set(bad.findings.map(({ rule }) => rule));
  const good = own("good");
  const findings = good.findings.filter(({ rule }) => broken.has(rule));
  if (broken.size === 0)
    throw new Error(`src/content/principles/${principle}/bad.yaml breaks none of the principle's rules. Make it badgering.`);
  if (findings.length > 0)
    throw new Error(`src/content/principles/${principle}/good.yaml is not good: ${findings.map(({ what }) => what).join(" ")}`);
  return [bad, { ...good, findings }];
}
