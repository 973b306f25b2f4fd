import { describe, expect, test } from "vitest";
import { whereabouts } from "../business/where.ts";
import { check } from "../check.ts";
import { judged, knowledgeOf, shownExample } from "../example.ts";
import type { Finding, Fix } from "../finding.ts";
import { CAREFUL, type Caps } from "../format/caps.ts";
import { laws } from "../laws/index.ts";
import { SAYS } from "../ledger/lapse.ts";
import { textsOf } from "../model.ts";
import { explorePace, exploring } from "../paths/explore.ts";
import { articles, principles } from "../principles.ts";
import type { Example, Rule } from "../rule.ts";
import { squiggled, unmarked } from "../squiggle.ts";
import { applied, edits } from "../text/edit.ts";
import { read } from "../text/read.ts";
import { rules } from "./index.ts";

const textOf = (example: Example) => (typeof example === "string" ? example : example.text);

/** Characters: what fits into two lines of a hover. */
const WHAT = 150;
const SENTENCE = 125;
/** Words of programmers that authors should never meet. */
const JARGON = /\b(?:invalid|null|undefined|string|array|boolean|object|schema|parser?|token|syntax|nested|expected|received)\b/i;

describe.each(Object.entries<Rule>(rules))("%s", (id, rule) => {
  test.each(rule.examples)("example %#", (example) => {
    const { text, findings } = shownExample(id, example);
    expect(squiggled(text, findings)).toBe(textOf(example));
  });

  test("says the same of a text with the line ends of Windows and a byte order mark", () => {
    for (const example of rule.examples) {
      const said = (text: string) =>
        judged(example, text)
          .filter((finding) => finding.rule === id)
          .map(
            ({ what, span }) =>
              `${what} (${text
                .slice(...span)
                .replaceAll("\r", "")
                .replace("\uFEFF", "")})`,
          );
      const text = unmarked(textOf(example));
      expect(said(`\uFEFF${text.replaceAll("\n", "\r\n")}`)).toEqual(said(text));
    }
  });

  test("names the team's numbers it goes by, and no others", () => {
    const read = new Set<string>();
    const caps = new Proxy(CAREFUL, {
      get(target, name: keyof Caps) {
        read.add(name);
        return target[name];
      },
    });
    if (rule.reads !== "playbook") return expect(rule.caps).toBeUndefined();
    for (const example of rule.examples) {
      if (typeof example !== "string" && "message" in example) continue;
      const { assets, today, config, regionOf } = knowledgeOf(example);
      const { playbook } = check(unmarked(textOf(example)));
      const where = whereabouts(config, playbook?.audience.segment, regionOf);
      if (playbook)
        Array.from(
          rule.check(playbook, {
            caps,
            assets,
            today,
            config: undefined,
            where,
            paths: exploring(playbook, CAREFUL),
            paced: (lasts) => explorePace(playbook, CAREFUL, lasts),
            mentions: () => false,
          }),
        );
    }
    expect([...read].sort()).toEqual([...(rule.caps ?? [])].sort());
  });

  test("shows both sides", () => {
    const texts = rule.examples.map(textOf);
    expect(new Set(texts.map((text) => text === unmarked(text)))).toEqual(new Set([true, false]));
  });

  test("is a sentence each: summary, why and what to do", () => {
    for (const words of [rule.summary, rule.why, rule.todo]) expect(words).toMatch(/^[“\p{Lu}`].*[.]$/su);
    expect(rule.summary.length).toBeLessThan(90);
  });

  test("speaks briefly and plainly", () => {
    const said = rule.examples.flatMap((example) => shownExample(id, example).findings);
    for (const { what, message, fixes } of said) {
      expect(what).toMatch(/^[“\p{Lu}\d].*[.?]$/su);
      expect(what.length, what).toBeLessThanOrEqual(WHAT);
      expect(message, message).not.toMatch(JARGON);
      expect(message).toMatch(/[.`]$/);
      expect(message).not.toMatch(/ {2}|undefined|\b1 (?:days|touches|words|minutes)\b/);
      for (const { title } of fixes) expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    }
    expect(rule.why.length, rule.why).toBeLessThanOrEqual(SENTENCE);
    expect(rule.todo.length, rule.todo).toBeLessThanOrEqual(SENTENCE);
  });

  test("names a principle and the articles it stands on", () => {
    expect(Object.keys(principles)).toContain(rule.principle);
    if (rule.law) expect([laws[rule.law.pack].name.length > 0, /\d/.test(rule.law.cite), rule.articles]).toEqual([true, true, []]);
    else expect(rule.articles.length).toBeGreaterThan(0);
    for (const article of rule.articles) expect(Object.keys(articles)).toContain(article);
  });

  test("its fixes put it right, and break nothing that held", () => {
    for (const example of rule.examples) {
      const { text, findings: own } = shownExample(id, example);
      const before = judged(example, text);
      const kind = (typeof example !== "string" && "file" in example && example.file) || "playbook";
      for (const finding of own) {
        for (const fix of finding.fixes) {
          const mended = applied(text, edits(read(text), kind, fix.changes));
          const after = judged(example, mended);
          expect(after.filter((one) => one.rule === id).length, `${fix.title}\n${mended}`).toBeLessThan(own.length);
          expect(
            brokenBy(before, after).filter((broken) => !mayBreak(id, rule, broken, fix)),
            `${fix.title}\n${mended}`,
          ).toEqual([]);
        }
      }
    }
  });
});

test.each(Object.entries<Rule>(rules).filter(([, { law }]) => law))(
  "%s is silent until its law's pack is on, and says that it is no advice",
  (id, rule) => {
    for (const example of rule.examples) {
      const text = unmarked(textOf(example));
      expect(check(text).findings.map((finding) => finding.rule)).not.toContain(id);
      for (const { message } of shownExample(id, example).findings) {
        expect(message).toContain(rule.law?.cite);
        expect(message).toContain("2026-11-22. This is not legal advice; check with counsel.");
      }
    }
  },
);
const countOf = (findings: readonly Finding[], id: string) => findings.filter(({ rule }) => rule === id).length;

/** The rules of which more is said after a fix than before. */
const brokenBy = (before: readonly Finding[], after: readonly Finding[]) =>
  [...new Set(after.map(({ rule }) => rule))].filter((id) => countOf(after, id) > countOf(before, id));

/** What comes to light when a fix takes away what hid it, or takes out what was never there. */
const COMES_TO_LIGHT: Readonly<Record<string, string>> = {
  "asset-used-once → deferral-is-patient": "a touch that brings only what they have brings nothing",
  "negative-option-is-said → no-is-offered": "a no that nobody reads was never offered",
  "only-readings-accepted → acceptances-used": "a rule that is named rightly at last may have found nothing",
  "pairs-match → gaps-hold": "two touches that are no pair were always too close",
  "pairs-match → follow-ups-bring-value": "a touch that is no half of a pair counts by itself",
  "reply-thread-is-real → thread-is-true": "without “Re:” the subject still claims a talk",
  "take-away-is-last → ends-with-take-away": "an ordinary touch is no goodbye, and one must follow",
};

/** A gap that a fix leaves is told by `words-filled-in`; what could not be read before may be wrong in other ways, too. */
function mayBreak(id: string, { reads }: Rule, broken: string, { changes }: Fix): boolean {
  if (reads === "writing") return broken !== "readable-yaml";
  if (broken === "words-filled-in") return JSON.stringify(changes).includes("[fill in: ");
  return `${id} → ${broken}` in COMES_TO_LIGHT;
}

test("every principle has a certain rule", () => {
  const certain = Object.values<Rule>(rules).filter(({ kind }) => kind === "certain");
  expect(new Set(certain.map(({ principle }) => principle))).toEqual(new Set(Object.keys(principles)));
});

/** Where no change could be written down for an author without making something up. */
const NOTHING_HONEST: Readonly<Record<string, string>> = {
  "can-spam-address-stated": "the address is the team's own",
  "can-spam-opt-out-stated": "how one opts out, the sequencer decides",
  "caps-agree": "which of the numbers was meant, only the team knows",
  "casl-opt-out-stated": "how one opts out, the sequencer decides",
  "florida-calls-a-day": "which of the calls is one too many, only the author knows",
  "gdpr-right-to-object-told": "how one objects, the sequencer decides",
  "oklahoma-calls-a-day": "which of the calls is one too many, only the author knows",
  "pecr-register-screened": "whether a list was screened, only the team knows",
  "pecr-subscribers-known": "what kind of subscribers they are, only the team knows",
  "hours-meet": "who could call, and when, only the team knows",
  "message-is-in-english": "a translation is a new message",
  "assets-current": "whether an asset is still true, only its owner can find out",
  "channels-vary": "which touch suits another channel depends on what it brings",
  "days-within-cap": "which of the gaps to shorten, or what to leave out, only the author knows",
  "enough-touches": "a touch that brings something new has to be thought of",
  "message-is-short": "which of the thoughts is the one to keep, only the author knows",
  "playbook-is-small": "a file that is not a playbook cannot be mended into one",
  "runs-can-be-followed": "which of the replies needs fewer touches, only the author knows",
  "speaks-of-them": "what it means for them has to be known and written",
  "voicemail-is-short": "which of the thoughts is the one to keep, only the author knows",
};

test("every rule offers a fix or a suggestion, unless nothing honest could be offered", () => {
  const silent = Object.entries<Rule>(rules).filter(
    ([id, { examples }]) => !examples.some((example) => shownExample(id, example).findings.some(({ fixes }) => fixes.length > 0)),
  );
  expect(silent.map(([id]) => id).sort()).toEqual(Object.keys(NOTHING_HONEST).sort());
});

test.each([...new Set(Object.values(SAYS)), "calendar-keeps-the-pace", "every-wait-ends"] as const)(
  "%s breaks on some run, and an example tells it as a story",
  (id) => {
    const rule: Rule = rules[id];
    const stories = rule.examples.flatMap((example) => shownExample(id, example).findings).flatMap(({ story }) => story ?? []);
    expect(stories.length).toBeGreaterThan(0);
    for (const story of stories) expect(story).toMatch(/^Day \d+: .+\.$/);
  },
);

test("a safe fix changes nothing that a prospect reads, or when", () => {
  for (const [id, { examples }] of Object.entries<Rule>(rules))
    for (const example of examples) {
      const { text, findings } = shownExample(id, example);
      const before = typeof example === "string" || !("message" in example) ? reaching(text) : undefined;
      // What could not be read reached nobody yet.
      for (const fix of findings.flatMap(({ fixes }) => fixes).filter(({ safe }) => safe))
        if (before) expect(reaching(applied(text, edits(read(text), "playbook", fix.changes))), `${id}: ${fix.title}`).toEqual(before);
    }
});

/** What reaches a prospect: on which channel, how long after the first touch, and in which words. */
function reaching(text: string) {
  const touches = check(text).playbook?.touches;
  return touches?.map((touch) => [touch.channel, touch.day - (touches[0]?.day ?? 0), textsOf(touch)]);
}
