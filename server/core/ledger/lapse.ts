import { called } from "../called.ts";
import { check, type RuleId } from "../check.ts";
import { type ApprovalRecord, type Assets, allTouches, at, type Config, type Playbook } from "../model.ts";
import { type Exploration, explore } from "../paths/explore.ts";
import type { Vow } from "../paths/run.ts";
import { playbookIn } from "../playbook-in.ts";
import { rules } from "../rules/index.ts";
import { type Location, settingsFor } from "../settings.ts";
import { assetsOf } from "../shared-assets.ts";
import { rangeOf } from "../text/lines.ts";
import { locate } from "../text/locate.ts";
import { read } from "../text/read.ts";
import type { Position } from "../text/span.ts";
import { contentDigest } from "./digest.ts";
import { nameOf } from "./person.ts";
import { rulesDigest } from "./rules-digest.ts";

/** Something that held when a copy was approved and does not hold any more: where in the copy, what, why, and what to do. */
export type Lapse = {
  readonly start: Position;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
};

/** What the rules of some day are made of. */
export type Today = Location & {
  readonly config: Config | undefined;
  /** Undefined where the team shares none; then what the record says of them holds. */
  readonly assets: Assets | undefined;
  /** ISO date. */
  readonly today: string;
};

type Brought = ApprovalRecord["assets"];

/** The assets a version brings, as they were approved, each good until the day its owner says now. */
export const broughtNow = (brought: Brought, assets: Assets | undefined): Brought =>
  Object.fromEntries(
    Object.entries(brought).map(([id, asset]) => [id, { ...asset, expires: called(assets?.assets, id)?.expires ?? asset.expires }]),
  );

/** An approved version: its copy, and what of its record tells more than the copy. */
type Version = {
  readonly text: string;
  /** What the text says, where somebody has read it already. */
  readonly playbook?: Playbook | undefined;
  readonly record: Pick<ApprovalRecord, "assets">;
  /** Every run of it as today's rules have it, where `check` has followed them for the same day and team. */
  readonly paths?: (() => Exploration) | undefined;
};

const digests = new WeakMap<Config, Promise<string>>();

/**
 * Whether an approved version keeps on some day what it promises, as far as that can be told without reading it: it was checked
 * with the same rules and the same configuration, and everything it brings is still good. Where it answers false, `lapsesOf` tells.
 */
export async function surelyKeeps(record: Pick<ApprovalRecord, "rules" | "config" | "assets">, now: Today): Promise<boolean> {
  const { config, assets, today } = now;
  const known = config && (digests.get(config) ?? contentDigest(config));
  if (config && known) digests.set(config, known);
  if (record.rules !== (await rulesDigest()) || record.config !== ((await known) ?? "none")) return false;
  return Object.values(broughtNow(record.assets, assets)).every(({ expires }) => today <= expires);
}

/** Everything an approved version does not keep on some day: assets that have expired, and paths that today's rules do not prove. */
export function lapsesOf({ text, playbook = playbookIn(text).playbook, record, paths }: Version, now: Today): readonly Lapse[] {
  if (!playbook) return [];
  const runs = paths ?? (() => explore(playbook, settingsFor(now.config, now, playbook.audience.segment).caps));
  return [...assetLapses(text, playbook, record.assets, now), ...pathLapses(text, runs(), now)];
}

function assetLapses(text: string, playbook: Playbook, brought: Brought, { assets, today }: Today): readonly Lapse[] {
  return allTouches(playbook).flatMap((touch) =>
    assetsOf(touch).flatMap(({ field, id }) => {
      const asset = called(assets?.assets, id) ?? called(brought, id);
      if (!asset || today <= asset.expires) return [];
      const source = read(text);
      const names = field === "asset" ? "brings" : "takes its words from";
      return {
        start: rangeOf(source.lines, locate(source, at(touch, field))).start,
        what: `“${touch.id}” ${names} “${id}”, which expired on ${asset.expires}.`,
        why: rules["asset-is-current"].why,
        todo: `Have ${nameOf(asset.owner)} look at it and set a new date in cadence.assets.yaml; or approve a version that ${names} something else, or revoke this one.`,
      };
    }),
  );
}

/** Whose rule says that a promise breaks. */
export const SAYS: Readonly<Record<Vow, RuleId>> = {
  gap: "gaps-hold",
  calls: "calls-within-cap",
  touches: "touches-within-weekly-cap",
  channels: "channels-within-daily-cap",
  count: "touches-within-cap",
  length: "days-within-cap",
  no: "no-ends-the-cadence",
  "opt-out": "opt-out-is-forever",
  "take-away": "take-away-is-last",
  last: "last-means-last",
  reflex: "reflex-no-answered-once",
  deferral: "deferral-is-patient",
  rest: "rest-before-return",
  goodbye: "ends-with-take-away",
};

/**
 * What a copy promises about every run of it and does not keep, or what nobody can prove. Only where some run breaks something are
 * the rules asked that speak of it: they know what the team has decided.
 */
function pathLapses(text: string, { breaks, complete }: Exploration, now: Today): readonly Lapse[] {
  const broken = new Set<string>(breaks.map(({ promise }) => SAYS[promise]));
  if (!complete) broken.add("runs-can-be-followed" satisfies RuleId);
  if (broken.size === 0) return [];
  return check(text, now)
    .findings.filter(({ rule, severity }) => severity === "error" && broken.has(rule))
    .map(({ range, what, why, todo }) => ({
      start: range.start,
      what,
      why,
      todo: `${todo} Then approve that as a new version; or revoke this one.`,
    }));
}
