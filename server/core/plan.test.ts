import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { oddTexts } from "../test/odd-texts.ts";
import { whereabouts } from "./business/where.ts";
import { check, type Report } from "./check.ts";
import { CAREFUL } from "./format/caps.ts";
import { fit } from "./format/fit.ts";
import { lastsOf } from "./last-said.ts";
import type { Playbook } from "./model.ts";
import { explorePace, exploring } from "./paths/explore.ts";
import { planSame, WORDS } from "./plan.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { unmarked } from "./squiggle.ts";
import { read } from "./text/read.ts";
import { reread } from "./text/reread.ts";

const texts = ["../../playbooks", "../test"]
  .flatMap((folder) => {
    const there = path.join(import.meta.dirname, folder);
    return readdirSync(there)
      .filter((name) => name.endsWith(".playbook.yaml"))
      .map((name) => readFileSync(path.join(there, name), "utf8"));
  })
  .concat(oddTexts.filter(([what]) => what.endsWith("literal")).map(([, text]) => text));

/** Everything that any rule shows, and the playbooks that are whole. */
const examples = [
  ...texts,
  ...Object.values<Rule>(rules).flatMap(({ reads, examples }) =>
    reads === "playbook" ? examples.map((example) => unmarked(typeof example === "string" ? example : example.text)) : [],
  ),
];

const findings = ({ findings, accepted }: Report) => JSON.stringify({ findings, accepted });

/** A stretch of a text in which words of a touch stand, or any other. */
const edit = fc.tuple(
  fc.nat(),
  fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(30)),
  fc.constantFrom(
    "x",
    "x",
    " word",
    "Just checking in. ",
    "This is my last note. ",
    "STOP",
    "!",
    "\n",
    "7",
    "-",
    "'",
    ": ",
    "{{name}}",
    "",
    "",
  ),
);

test("whatever is typed, the verdict with the one before at hand is the verdict without", () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.boolean(), fc.array(edit, { minLength: 1, maxLength: 6 }), (start, inWords, edits) => {
      const known = { today: "2026-11-26" };
      let text = start;
      let report = check(text, known);
      const words = inWords ? Math.max(0, text.indexOf("message:")) : 0;
      for (const [at, gone, piece] of edits) {
        const from = words + (at % (text.length - words + 1));
        text = text.slice(0, from) + piece + text.slice(from + gone);
        const source = reread(report.source, text) ?? read(text);
        report = check(text, known, source, report);
        expect(findings(report), text).toBe(findings(check(text, known)));
      }
    }),
    { numRuns: 120 },
  );
});

test("a plan is the same whatever is said, and not where it is said on another day, by other means or not at all", () => {
  const value = (touch: string) => read(`touches: [${touch}]\nreplies: { no: { touches: [${touch}], then: stop } }\n`).value;
  const one = value("{ id: a, day: 1, channel: email, message: Hello, subject: A }");
  expect(planSame(one, value("{ id: a, day: 1, channel: email, message: Good day, subject: B }"))).toBe(true);
  for (const other of [
    "{ id: a, day: 2, channel: email, message: Hello, subject: A }",
    "{ id: a, day: 1, channel: sms, message: Hello, subject: A }",
    "{ id: a, day: 1, channel: email, message: Hello }",
    '{ id: a, day: 1, channel: email, message: "", subject: A }',
    "{ id: a, day: 1, channel: email, message: [Hello], subject: A }",
    "{ id: a, day: 1, channel: email, message: Hello, subject: A, reason: B }",
  ])
    expect(planSame(one, value(other)), other).toBe(false);
});

/** A playbook as it would be with other words in every touch, but for those that say they are the last: that is part of the plan. */
function saidOtherwise(text: string, lasts: ReadonlySet<string>) {
  const { value } = read(text);
  let count = 0;
  const change = (part: unknown, inTouch: boolean): void => {
    if (typeof part !== "object" || part === null || lasts.has(String((part as { id?: unknown }).id))) return;
    for (const [key, inner] of Object.entries(part)) {
      if (inTouch && WORDS.has(key) && typeof inner === "string" && inner.trim() !== "")
        (part as Record<string, unknown>)[key] = `Something else, ${++count}.`;
      else if (key === "touches" && Array.isArray(inner)) for (const touch of inner) change(touch, true);
      else change(inner, false);
    }
  };
  change(value, false);
  return fit("playbook", value).value as Playbook | undefined;
}

test.each(Object.entries<Rule>(rules).filter(([, rule]) => rule.reads === "playbook" && rule.plan))(
  "%s goes by the plan alone",
  (_, rule) => {
    if (rule.reads !== "playbook") return;
    const remarks = (playbook: Playbook) =>
      JSON.stringify([
        ...rule.check(playbook, {
          caps: CAREFUL,
          assets: undefined,
          today: "2026-11-26",
          config: undefined,
          mentions: () => false,
          where: whereabouts(undefined, playbook.audience.segment, undefined),
          paths: exploring(playbook, CAREFUL),
          paced: (lasts) => explorePace(playbook, CAREFUL, lasts),
        }),
      ]);
    for (const text of examples) {
      const { playbook } = check(text);
      const lasts = playbook && new Set([...lastsOf(playbook).keys()].map(({ id }) => id));
      const other = lasts && saidOtherwise(text, lasts);
      if (!playbook || !other) continue;
      expect(remarks(other), text).toBe(remarks(playbook));
    }
  },
);
