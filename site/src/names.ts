import { type Playbook, type Touch, valuesAt } from "@cadence-playbooks/server/core";

export { channelNames, outcomeNames, replyNames } from "@cadence-playbooks/server/core";

export type Channel = Touch["channel"];
export type Ask = Touch["ask"];
export type Stage = Playbook["audience"]["stage"];

/** Orders names as somebody looks for them, the same on every computer: “Play 2” stands before “Play 10”. */
export const { compare: byName } = new Intl.Collator("en", { numeric: true });

const meaningsAt = (path: readonly string[]) =>
  Object.fromEntries(valuesAt("playbook", path, undefined).map(({ value, meaning }) => [value, meaning]));

/** How a branch ends, explained by the format itself. */
export const outcomeMeanings = meaningsAt(["replies", "no"]);

/** What each rung asks for. */
export const askNames: Record<Ask, string> = {
  none: "Nothing",
  reply: "A reply",
  question: "An answer to a question",
  conversation: "A conversation",
  meeting: "A meeting",
  proposal: "A proposal",
  decision: "A decision",
};

/** How far the relationship is, in the rep's words. */
export const stageNames: Record<Stage, string> = {
  cold: "Never spoken",
  contacted: "In contact",
  proposal: "Proposal is with them",
  customer: "Customer",
  lapsed: "Used to buy",
};

/** How loud a rule is. */
export const severityNames = {
  error: "Error: stands in the way of approval",
  warning: "Warning: fix it, or tell the approver why not",
  info: "Note: worth a thought",
  hint: "Hint: a faint mark in the editor",
} as const;

/** How sure a rule can be. */
export const kindNames = {
  certain: "Certain: it counts and compares",
  heuristic: "A reading of the words: it can be wrong, and then be accepted with a reason",
} as const;
