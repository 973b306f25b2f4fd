import { checkMessage, type Rule, rules } from "../core/index.ts";
import type { Labelled } from "./sentences.ts";

/** How well one rule of prose reads. Shares from 0 to 1; undefined where there was nothing to judge. */
type Figures = {
  readonly rule: string;
  readonly family: string;
  /** Texts that offend in the family. */
  readonly offending: number;
  /** The share of them that the rule finds. */
  readonly recall: number | undefined;
  /** The share of what the rule finds, in these and in the fine texts, that does offend. */
  readonly precision: number | undefined;
};

export type Accuracy = {
  readonly texts: number;
  readonly families: readonly Figures[];
  /** The share of offences, text by text and family by family, that the family's own rule finds. */
  readonly recall: number;
  /** The share of offending texts in which any rule of prose finds anything. */
  readonly noticed: number;
  readonly fine: number;
  /** The share of fine texts in which any rule of prose finds anything. */
  readonly falseAlarms: number;
};

/** Reads every text as the editor would, and compares with what a person said of it. */
export function measure(texts: readonly Labelled[]): Accuracy {
  const prose = Object.entries<Rule>(rules).flatMap(([rule, { reads, ...about }]) =>
    reads === "prose" && "family" in about ? [{ rule, family: String(about.family) }] : [],
  );
  const proseRules = new Set(prose.map(({ rule }) => rule));
  const judged = texts.map((text) => ({
    ...text,
    found: new Set(
      checkMessage(text.text, text.context)
        .findings.map(({ rule }) => rule)
        .filter((rule) => proseRules.has(rule)),
    ),
  }));
  const families = prose.map(({ rule, family }): Figures => {
    const offending = judged.filter((one) => one.families.includes(family));
    // A text that offends elsewhere may well offend here too; only the fine ones prove a rule wrong.
    const found = judged.filter((one) => one.found.has(rule) && (one.families.length === 0 || one.families.includes(family)));
    return {
      rule,
      family,
      offending: offending.length,
      recall: share(offending.filter((one) => one.found.has(rule)).length, offending.length),
      precision: share(found.filter((one) => one.families.includes(family)).length, found.length),
    };
  });
  const offences = judged.flatMap((one) =>
    one.families.map((family) => one.found.has(prose.find((each) => each.family === family)?.rule ?? "")),
  );
  const offending = judged.filter((one) => one.families.length > 0);
  const fine = judged.filter((one) => one.families.length === 0);
  return {
    texts: texts.length,
    families: families.sort((a, b) => a.family.localeCompare(b.family)),
    recall: share(offences.filter(Boolean).length, offences.length) ?? 0,
    noticed: share(offending.filter((one) => one.found.size > 0).length, offending.length) ?? 0,
    fine: fine.length,
    falseAlarms: share(fine.filter((one) => one.found.size > 0).length, fine.length) ?? 0,
  };
}

/** A share, to three places: more would pretend to know more than a few hundred sentences can tell. */
const share = (part: number, whole: number) => (whole === 0 ? undefined : Math.round((part / whole) * 1000) / 1000);
