import { checkMessage, type Rule, rules } from "../core/index.ts";
import type { Labelled } from "./sentences.ts";

/** How well one rule of prose reads. Shares from 0 to 1; undefined where there was nothing to judge. */
type Figures = {
  readonly rule: string;
  readonly family: string;
  /** Sentences that offend in the family. */
  readonly offending: number;
  /** The share of them that the rule finds. */
  readonly recall: number | undefined;
  /** The share of what the rule finds, in these and in the fine sentences, that does offend. */
  readonly precision: number | undefined;
};

export type Accuracy = {
  readonly sentences: number;
  readonly families: readonly Figures[];
  /** The share of offending sentences in which their family is found. */
  readonly recall: number;
  readonly fine: number;
  /** The share of fine sentences in which any rule of prose finds anything. */
  readonly falseAlarms: number;
};

/** Reads every sentence as the editor would, and compares with what a person said of it. */
export function measure(sentences: readonly Labelled[]): Accuracy {
  const prose = Object.entries<Rule>(rules).flatMap(([rule, { reads, ...about }]) =>
    reads === "prose" && "family" in about ? [{ rule, family: String(about.family) }] : [],
  );
  const proseRules = new Set(prose.map(({ rule }) => rule));
  const judged = sentences.map((sentence) => ({
    ...sentence,
    found: new Set(
      checkMessage(sentence.text, sentence.context)
        .findings.map(({ rule }) => rule)
        .filter((rule) => proseRules.has(rule)),
    ),
  }));
  const families = prose.map(({ rule, family }): Figures => {
    const offending = judged.filter((one) => one.families.includes(family));
    // A sentence that offends elsewhere may well offend here too; only the fine ones prove a rule wrong.
    const found = judged.filter((one) => one.found.has(rule) && (one.families.length === 0 || one.families.includes(family)));
    return {
      rule,
      family,
      offending: offending.length,
      recall: share(offending.filter((one) => one.found.has(rule)).length, offending.length),
      precision: share(found.filter((one) => one.families.includes(family)).length, found.length),
    };
  });
  const offending = judged.flatMap((one) =>
    one.families.map((family) => one.found.has(prose.find((each) => each.family === family)?.rule ?? "")),
  );
  const fine = judged.filter((one) => one.families.length === 0);
  return {
    sentences: sentences.length,
    families: families.sort((a, b) => a.family.localeCompare(b.family)),
    recall: share(offending.filter(Boolean).length, offending.length) ?? 0,
    fine: fine.length,
    falseAlarms: share(fine.filter((one) => one.found.size > 0).length, fine.length) ?? 0,
  };
}

/** A share, to three places: more would pretend to know more than a few hundred sentences can tell. */
const share = (part: number, whole: number) => (whole === 0 ? undefined : Math.round((part / whole) * 1000) / 1000);
