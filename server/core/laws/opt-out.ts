import type { Remark } from "../finding.ts";
import { days } from "../format/duration.ts";
import { allTouches, at, branchOf, type Channel, onKey, onPart, type Playbook, pathOf, type Touch } from "../model.ts";
import { matcherOf, type Phrase } from "../prose/phrase.ts";
import { sentencesOf } from "../prose/tokens.ts";
import { businessDays } from "../timeline.ts";
import { blanks } from "../variables.ts";
import { counted } from "../wording.ts";

/**
 * Whether somebody who opts out is left alone in time. `within` counts business days; only playbooks that use one of the
 * channels are looked at.
 */
export function* optOutHonoured(playbook: Playbook, channels: readonly Channel[], within: number): Iterable<Remark> {
  const { replies } = playbook;
  if (!allTouches(playbook).some(({ channel }) => channels.includes(channel))) return;
  const branch = branchOf(replies, "opt-out");
  if (!branch) {
    yield {
      at: { path: ["replies"], on: "key" },
      what: "This playbook does not say what happens when somebody opts out.",
      todo: "Write `opt-out: suppress` under `replies`.",
      fixes: [{ title: "Take whoever opts out off every list", safe: false, changes: [{ set: ["replies", "opt-out"], to: "suppress" }] }],
    };
    return;
  }
  if (branch.outcome !== "suppress") {
    const place = branch.part === replies ? at(replies, "opt-out") : { path: [...pathOf(branch.part), "then"] };
    yield {
      at: place,
      what: `After an opt-out this playbook says “${branch.outcome}”, and the person stays on your lists.`,
      todo: "Write `suppress` here.",
      fixes: [{ title: "Take them off every list", safe: false, changes: [{ set: place.path, to: "suppress" }] }],
    };
  }
  const wait = days(branch.wait ?? "");
  if (wait !== undefined && businessDays(wait) > within) {
    const place = [...pathOf(branch.part), "wait"];
    yield {
      at: { path: place },
      what: `An opt-out waits ${branch.wait} here; the law allows ${within === 0 ? "no wait" : counted(within, "business day")}.`,
      todo: "Take the wait out.",
      fixes: [{ title: "Take them off the lists at once", safe: false, changes: [{ remove: place }] }],
    };
  }
  for (const touch of branch.touches)
    if (touch.day > within)
      yield {
        at: onPart(touch),
        what: `“${touch.id}” would reach them ${counted(touch.day, "business day")} after they opted out.`,
        todo: "Take it out.",
        fixes: [{ title: `Remove “${touch.id}”`, safe: false, changes: [{ remove: pathOf(touch) }] }],
      };
}

/** The automatic emails that do not say how to hear no more. */
export function* emailsWithoutOptOut(playbook: Playbook): Iterable<Remark> {
  for (const touch of automaticEmails(playbook))
    if (!saysOptOut(touch.message))
      yield { at: onKey(touch, "message"), what: `The automatic email “${touch.id}” does not say how to opt out.` };
}

type Written = Touch & { readonly channel: "email"; readonly message: string };

/** The emails that nobody reads once more before they go, as far as their words are written. */
export const automaticEmails = (playbook: Playbook): readonly Written[] =>
  allTouches(playbook).filter(
    (touch): touch is Written => touch.channel === "email" && touch.mode === "automatic" && touch.message !== undefined,
  );

/** Ways to say how one hears no more. */
const OPT_OUT: readonly Phrase[] = [
  "unsubscribe",
  "opt_out|opt_off",
  "reply|answer|write|say|send|text|respond|return ..2 stop|remove|unsubscribe|end|quit|cancel",
  "take|remove|delete|strike you|i ..3 list|database|address_book",
  "no more|further email|message|mail|text|letter",
  "stop write|email|contact|message|call|mail|send",
  "not|never write|email|contact|message|call|bother you again",
  "not want|wish|care ..3 email|message|mail|hear|contact|receive|get",
  "prefer|rather|would_rather not ..3 hear|contact|email|write|receive|get",
  "tell|let i ..4 stop",
  "say|drop|send word ..6 not|stop",
  "manage|update|change you ..2 preference",
];

/** Ways to speak of the right to object. */
const OBJECTION: readonly Phrase[] = ["right to object", "object to|against|at|by", "can|may|could object", "objection"];

/** Whether a text says how to hear no more. */
export const saysOptOut = (text: string): boolean =>
  blanks(text).some(({ name }) => /unsub|opt_?out|preference/.test(name)) || says(OPT_OUT, text);

/** Whether a text tells of the right to object, in whatever plain words. */
export const saysObjection = (text: string): boolean => saysOptOut(text) || says(OBJECTION, text);

const says = (phrases: readonly Phrase[], text: string): boolean => {
  const find = matcherOf(phrases);
  return sentencesOf(text).some((sentence) => find(sentence) !== undefined);
};
