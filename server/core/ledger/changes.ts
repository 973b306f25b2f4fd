import { structuredPatch } from "diff";
import { allTouches, type Branch, branchesOf, type Playbook, type Touch, textsOf } from "../model.ts";
import { canonicalJson } from "./canonical.ts";

/** Lines that were taken out and put in at one place, with a few unchanged ones around them. Line numbers count from 1. */
export type LineChange = {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly { readonly is: "same" | "gone" | "new"; readonly text: string }[];
};

/** Unchanged lines shown on each side of a change. */
const AROUND = 2;
/** Edits after which two texts have nothing to do with each other, and all of one is taken out and all of the other put in. */
const MOST_EDITS = 4000;

/** What changed from one text to another, line by line. */
export function changedLines(before: string, after: string): readonly LineChange[] {
  const patch = structuredPatch("", "", before, after, undefined, undefined, { context: AROUND, maxEditLength: MOST_EDITS });
  if (!patch) return [{ from: 1, to: 1, lines: [...whole(before, "gone"), ...whole(after, "new")] }];
  return patch.hunks.map(({ oldStart, newStart, lines }) => ({
    from: oldStart,
    to: newStart,
    lines: lines.flatMap((line) => {
      const is = SIGNS[line[0] ?? ""];
      return is ? [{ is, text: line.slice(1) }] : [];
    }),
  }));
}

const SIGNS: Readonly<Record<string, "same" | "gone" | "new">> = { " ": "same", "-": "gone", "+": "new" };
const whole = (text: string, is: "gone" | "new") => text.split("\n").map((line) => ({ is, text: line }));

/** What changed from one version of a playbook to the next, in sentences for people who use it. Empty where only its writing changed. */
export function changesBetween(before: Playbook, after: Playbook): readonly string[] {
  return [
    ...changedFields(before, after),
    ...changedTouches(before.touches, after.touches, "The"),
    ...changedReplies(before, after),
    ...(allTouches(before).length !== allTouches(after).length
      ? [`It has ${touchesIn(after)} now, branches included, instead of ${allTouches(before).length}.`]
      : []),
  ];
}

const touchesIn = (playbook: Playbook) => `${allTouches(playbook).length} touches`;

function* changedFields(before: Playbook, after: Playbook): Iterable<string> {
  const said = (name: string, was: string | undefined, is: string | undefined) =>
    was === is
      ? []
      : was === undefined
        ? [`It says now ${name}: ${is}`]
        : is === undefined
          ? [`It no longer says ${name}.`]
          : [`Now ${name} is “${is}” instead of “${was}”.`];
  yield* said("the title", before.title, after.title);
  yield* said("who owns it", before.owner, after.owner);
  yield* said("its segment", before.audience.segment, after.audience.segment);
  yield* said("its stage", before.audience.stage, after.audience.stage);
  yield* said("whom it is for", before.audience.persona, after.audience.persona);
  yield* said("the situation", before.audience.situation, after.audience.situation);
  yield* said("when it starts", before.audience["start-when"], after.audience["start-when"]);
  const other = (name: string, was: unknown, is: unknown) => (same(was, is) ? [] : [`${name} changed.`]);
  yield* other("The summary", before.summary, after.summary);
  yield* other("Who must not be enrolled", before.audience.exclude, after.audience.exclude);
  yield* other("What the prospect gains", before.motive, after.motive);
  yield* other("The research before the first touch", before.research, after.research);
  yield* other("The calling hours", before["calling-hours"], after["calling-hours"]);
  yield* other("The blanks in the messages", before.variables, after.variables);
  yield* said("the rest afterwards", before.afterwards.rest, after.afterwards.rest);
  yield* said("the reason to come back", before.afterwards["return-only-with"], after.afterwards["return-only-with"]);
  yield* other("What is accepted of the findings", before.accepted, after.accepted);
}

function* changedTouches(before: readonly Touch[], after: readonly Touch[], whose: string): Iterable<string> {
  const [was, is] = [byId(before), byId(after)];
  for (const [id, touch] of is) if (!was.has(id)) yield `${whose} touch “${id}” is new: day ${touch.day}, ${touch.channel}.`;
  for (const [id] of was) if (!is.has(id)) yield `${whose} touch “${id}” is gone.`;
  for (const [id, now] of is) {
    const old = was.get(id);
    if (!old || same(old, now)) continue;
    const parts = [
      ...(old.day === now.day ? [] : [`comes on day ${now.day} instead of ${old.day}`]),
      ...(old.channel === now.channel ? [] : [`goes by ${now.channel} instead of ${old.channel}`]),
      ...(old.ask === now.ask ? [] : [`asks for ${now.ask} instead of ${old.ask}`]),
      ...(same(textsOf(old), textsOf(now)) ? [] : ["has other words"]),
    ];
    yield `${whose} touch “${id}” ${parts.length > 0 ? parts.join(", ") : "has other notes for the rep"}.`;
  }
  const kept = (ids: Iterable<string>, others: ReadonlyMap<string, Touch>) => [...ids].filter((id) => others.has(id));
  if (!same(kept(was.keys(), is), kept(is.keys(), was))) yield `${whose} touches come in another order.`;
}

function* changedReplies(before: Playbook, after: Playbook): Iterable<string> {
  const [was, is] = [branches(before), branches(after)];
  for (const [reply, now] of is) {
    const old = was.get(reply);
    if (!old) yield `It says now what happens on the reply “${reply}”: ${now.outcome}.`;
    else if (old.outcome !== now.outcome) yield `On the reply “${reply}” it ends with ${now.outcome} instead of ${old.outcome}.`;
    else if (!same({ ...old, part: 0, touches: 0 }, { ...now, part: 0, touches: 0 })) yield `What to do on the reply “${reply}” changed.`;
    yield* changedTouches(old?.touches ?? [], now.touches, `On “${reply}”, the`);
  }
  for (const [reply] of was) if (!is.has(reply)) yield `It no longer says what happens on the reply “${reply}”.`;
}

const branches = (playbook: Playbook) => new Map<string, Branch>(branchesOf(playbook).map((branch) => [branch.reply, branch]));
const byId = (touches: readonly Touch[]) => new Map(touches.map((touch, i) => [touch.id ?? `number ${i + 1}`, touch]));
const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);
