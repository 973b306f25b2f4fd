import { expect, test } from "vitest";
import { judged, shownExample } from "../example.ts";
import type { Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { rules } from "./index.ts";

/**
 * Rules that say that something is not there. They point at what stands around the gap, so they meet other rules in places that
 * neither is about; an example of one rule leaves most of a playbook out.
 */
const ABSENCES = new Set([
  "can-spam-address-stated",
  "can-spam-opt-out-stated",
  "casl-consent-holds",
  "asset-says-its-use",
  "belief-has-facts",
  "benefit-for-the-prospect",
  "channels-vary",
  "deferral-keeps-a-date",
  "email-has-subject",
  "ends-with-take-away",
  "enough-touches",
  "every-reply-handled",
  "exclusions-named",
  "first-touch-is-researched",
  "has-content",
  "no-is-offered",
  "nothing-missing",
  "owner-named",
  "reason-given",
  "relationship-kept",
  "research-is-time-boxed",
  "rest-before-return",
  "return-needs-new-reason",
  "talk-is-recalled",
  "words-written",
]);

/** Two rules that may object to the same words, each for a reason of its own. */
const BOTH: Readonly<Record<string, string>> = {
  "asset-is-current + shared-words-kept": "an asset can be out of date and have no words that could be taken",
  "calm-punctuation + reason-not-checking-in": "who has nothing to say may say it with exclamation marks",
  "florida-calls-a-day + gaps-hold": "a law counts what we would not do for other reasons",
  "florida-calls-a-day + touches-within-weekly-cap": "a law counts what we would not do for other reasons",
  "gaps-hold + oklahoma-calls-a-day": "a law counts what we would not do for other reasons",
  "oklahoma-calls-a-day + touches-within-weekly-cap": "a law counts what we would not do for other reasons",
  "opt-out-is-forever + us-revocation-honoured": "a law asks for what decency asks for",
  "channels-within-daily-cap + reflex-no-answered-once": "a second answer to a quick no can be too much for its day, too",
  "gaps-hold + reflex-no-answered-once": "a second answer to a quick no can be too soon, too",
  "follow-up-adds-something + house-phrases-avoided": "a team may avoid what the reader hears, too",
  "house-phrases-avoided + no-is-not-argued": "a team may avoid what the reader hears, too",
  "house-phrases-avoided + reason-not-checking-in": "a team may avoid what the reader hears, too",
  "house-phrases-avoided + yes-not-assumed": "whoever will be back on a day of their own choosing takes the talk for agreed",
  "silence-is-not-consent + yes-not-assumed": "to take silence for a yes is to assume it",
  "calm-punctuation + thread-is-true": "a talk that never was can be shouted about",
  "goodbye-is-no-lever + worry-is-real": "“are you alive?” as a last word worries and pulls",
  "goodbye-is-no-lever + quiet-letters": "a lever may be pulled in capitals",
  "reply-thread-is-real + thread-is-true": "“Re:” on a new thread is a false form and a false claim",
  "ask-climbs-one-rung + follow-ups-offer-a-no": "an ask can be too large and leave no way to decline",
  "attempts-not-counted + watching-left-out": "“opened my email four times” counts, and tells that somebody watched",
  "decision-left-to-them + risk-is-evidenced": "a threat frightens and presses",
  "decision-left-to-them + yes-not-assumed": "whoever presses for a signature may speak as if it were given",
  "deferral-is-patient + ids-unique": "both speak of a whole touch",
  "first-ask-is-small + take-away-asks-nothing": "where the only touch is the take-away, its ask is the first",
  "fitting-values + playbook-is-small": "forty brackets are no list of touches, either",
  "message-is-short + speaks-of-them": "a long message is often long because it is about us",
  "no-is-not-argued + risk-is-evidenced": "to call a no crazy argues with it and shames",
  "no-is-not-argued + thread-is-true": "“you said no” to somebody who never spoke with us argues with a no and makes up a talk",
  "quiet-letters + urgency-is-sourced": "“LAST CHANCE” shouts, and makes haste",
  "silence-is-given-time + touches-within-cap": "what comes after silence can be too soon and too much",
};

const meet = (a: Finding, b: Finding) => a.span[0] < b.span[1] && b.span[0] < a.span[1];
const isAbout = ({ rule }: Finding) => !ABSENCES.has(rule);

test("no two rules object to the same slip, unless each has a reason of its own", () => {
  const pairs = Object.entries<Rule>(rules).flatMap(([id, { examples }]) =>
    examples.flatMap((example) => {
      const { text, findings } = shownExample(id, example);
      const others = judged(example, text).filter(({ rule }) => rule !== id);
      return findings
        .filter(isAbout)
        .flatMap((own) => others.filter((other) => isAbout(other) && meet(own, other)).map((other) => [id, other.rule].sort().join(" + ")));
    }),
  );
  expect([...new Set(pairs)].sort().filter((pair) => !(pair in BOTH))).toEqual([]);
  // What a reading of words finds changes as it learns; what is counted is met as it is named here.
  const isCounted = (id: string) => (rules as Record<string, Rule>)[id]?.reads !== "prose";
  const counted = Object.keys(BOTH).filter((pair) => pair.split(" + ").every(isCounted));
  expect(counted.filter((pair) => !pairs.includes(pair))).toEqual([]);
});

test("the rules named here exist", () => {
  for (const id of [...ABSENCES, ...Object.keys(BOTH).flatMap((pair) => pair.split(" + "))]) expect(Object.keys(rules)).toContain(id);
});
