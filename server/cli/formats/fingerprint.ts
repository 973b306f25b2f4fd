import { sha256 } from "../../disk/sha256.ts";
import type { Checked } from "../verdict.ts";
import { wordsOf } from "../words-of.ts";

/**
 * A name for each finding of a file that stays the same while the file is edited elsewhere: made of the file, the rule and the
 * underlined words, and counted up where the same is found twice. In the order of the findings.
 */
export function fingerprints(file: string, report: Checked["report"]): readonly string[] {
  const seen = new Map<string, number>();
  return report.findings.map((finding) => {
    const plain = JSON.stringify([file, finding.rule, wordsOf(finding, report)]);
    const nth = seen.get(plain) ?? 0;
    seen.set(plain, nth + 1);
    return sha256().update(`${plain}${nth}`).digest("hex");
  });
}
