import { describe, expect, test } from "vitest";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { called } from "./called.ts";
import { check, checkMessage, sentencesOf } from "./index.ts";

/** A name that every object answers to, and one as long that none does: whoever tells them apart has asked an object. */
const [BORN, PLAIN] = ["constructor", "konstructor"];
const plainly = (value: unknown): string => JSON.stringify(value).replaceAll(BORN, PLAIN);

const playbook = cleanPlaybook
  .replace("segment: mid-market", `segment: ${BORN}`)
  .replace("Row four is the size of your site.", `Row four is the size of your ${BORN}, {{${BORN}}}.`)
  .replace("subject: Pick errors", `asset: ${BORN}\n    subject: Pick {{${BORN}}} errors`)
  .replace("pairs-with: benchmark-call", `pairs-with: ${BORN}`)
  .replace("referral: hand-over", `${BORN}: hand-over`)
  .concat(`accepted:\n  - { rule: ${BORN}, touch: ${BORN}, because: Their ${BORN} asked for it. }\n`);

const config = check(`caps: { another: { most-touches: 3 }, default: { most-touches: 4 } }\ncalendars: { default: { region: DE } }\n`, {
  kind: "config",
}).config;
const { assets } = check(`assets:\n  other: { title: Other, owner: Dana Ortiz <dana@northwind.example>, expires: 2027-01-01 }\n`, {
  kind: "assets",
});

describe("called", () => {
  test("answers what a record holds itself, and nothing that every object has", () => {
    expect(called({ a: 1 }, "a")).toBe(1);
    expect(called({ a: 1 }, BORN)).toBeUndefined();
    expect(called({ a: 1 }, undefined)).toBeUndefined();
    expect(called(undefined, "a")).toBeUndefined();
  });
});

describe("a name that every object answers to is a name like any other", () => {
  const judged = (text: string) => check(text, { today: "2026-11-20", config, assets, file: "a.playbook.yaml" });

  test("in a playbook", () => {
    const findings = judged(playbook).findings;
    expect(findings.length).toBeGreaterThan(4);
    expect(plainly(findings)).toBe(plainly(judged(playbook.replaceAll(BORN, PLAIN)).findings));
  });

  test("in a configuration", () => {
    const text = `severities: { ${BORN}: off }\ncaps: { ${BORN}: { most-touches: 3 } }\ncalendars: { ${BORN}: { region: DE } }\n${BORN}: 3\n`;
    const told = (words: string) => check(words, { kind: "config", today: "2026-11-20" }).findings;
    expect(told(text)).not.toEqual([]);
    expect(plainly(told(text))).toBe(plainly(told(text.replaceAll(BORN, PLAIN))));
  });

  test("in a message, of which the words are heard and counted", () => {
    const text = `Hi {{${BORN}}},\n\njust checking in with the ${BORN}. Is the ${BORN}'s roof on? ${BORN}`;
    expect(checkMessage(text).findings).toMatchObject([{ rule: "reason-not-checking-in", start: 21, end: 37 }]);
    const lemmas = sentencesOf(text).flatMap(({ tokens }) => tokens.map(({ form }) => form.lemma));
    expect(lemmas.filter((lemma) => lemma === BORN)).toHaveLength(3);
  });
});
