import { branchesOf, type Playbook, type Principle, type Touch, timeline } from "@cadence-playbooks/server/core";
import { businessDays } from "./rhythm.ts";
import { spoken } from "./words.ts";

/** Something a rep leaves be in this play, and the principle that says so. */
export type Restraint = { readonly dont: string; readonly because: string; readonly principle: Principle };

/** What not to do here, drawn from what the play itself promises. */
export function restraintsOf(playbook: Playbook): readonly Restraint[] {
  const { touches, afterwards, variables, "calling-hours": hours } = playbook;
  const moments = timeline(touches);
  const gaps = moments.slice(1).map(({ day }, i) => day - (moments[i]?.day ?? day));
  const last = touches.find(({ kind }) => kind === "take-away");
  const reflex = branchesOf(playbook).find(({ reply }) => reply === "reflex-no");
  const needed = Object.entries(variables).flatMap(([name, { fallback }]) => (fallback === undefined ? [spoken(name)] : []));
  const offered = touches.filter((touch) => touch["negative-option"] !== undefined).length;
  return [
    {
      dont: reflex && reflex.touches.length > 0 ? "Do not answer a no twice." : "Do not argue with a no.",
      because:
        reflex && reflex.touches.length > 0
          ? `A “not interested” at once may get the one answer written here, and only ${reflex.evidence ? `because: ${reflex.evidence}` : "if something about them makes it honest."} Any other no ends the play on every channel.`
          : "It ends the play on every channel, for every colleague. What follows it here is all that follows.",
      principle: "no-means-no",
    },
    ...(gaps.length > 0
      ? [
          {
            dont: "Do not shorten a wait.",
            because: `The shortest here is ${businessDays(Math.min(...gaps))}. Waiting longer is always fine.`,
            principle: "right-dose" as const,
          },
        ]
      : []),
    ...(offered > 0
      ? [
          {
            dont: "Do not leave out their easy no.",
            because:
              offered === 1
                ? "One touch says it. It is why the rest can be trusted."
                : `${offered} touches say it. It is why the rest can be trusted.`,
            principle: "offer-a-no" as const,
          },
        ]
      : []),
    ...(needed.length > 0
      ? [
          {
            dont: `Do not send with ${listed(needed)} unknown.`,
            because: "Nothing can stand in for it. Find it out first, or leave the touch out.",
            principle: "prepared" as const,
          },
        ]
      : []),
    ...(moments.length > 1
      ? [
          {
            dont: "Do not add a touch just to check in.",
            because: "Every touch here has its own reason. One without a reason is a reminder that you are waiting.",
            principle: "say-why" as const,
          },
        ]
      : []),
    ...(hours
      ? [
          {
            dont: `Do not call before ${hours.from} or after ${hours.to}.`,
            because: "On their clock, not on yours.",
            principle: "calm-peer" as const,
          },
        ]
      : []),
    ...(last
      ? [
          {
            dont: `Do not write again after day ${last.day}.`,
            because: `It says that it is the last.${afterwards.rest ? ` Leave them in peace for ${afterwards.rest}.` : ""}`,
            principle: "honest-take-away" as const,
          },
        ]
      : []),
  ];
}

/** The first few of some names, as a person lists them. */
const listed = (names: readonly string[]): string => {
  const shown = names.length > 3 ? [...names.slice(0, 2), `any of ${names.length - 2} other blanks`] : names;
  return shown.length < 2 ? (shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
};

/** The principle a touch of the main line serves before all others. */
export function servedBy(touch: Touch, before: Touch | undefined): Principle {
  if (touch.kind === "take-away") return "honest-take-away";
  if (touch.kind === "greeting") return "calm-peer";
  if (!before) return "prepared";
  if (touch["pairs-with"] !== undefined) return "right-dose";
  if (touch.ask === "none") return "serve-the-prospect";
  if (touch.asset !== undefined || touch.channel !== before.channel) return "bring-value";
  if (touch["negative-option"] !== undefined) return "offer-a-no";
  return touch.ask === before.ask ? "say-why" : "progress";
}
