import { type ApprovedPlaybook, allTouches, CHANNELS, STAGES, timeline } from "@cadence-playbooks/server/core";
import { href } from "./href.ts";
import { byName, channelNames, stageNames } from "./names.ts";
import { situationOf } from "./play.ts";

/** One value of a facet, with the plays that have it. */
type Value = { readonly slug: string; readonly name: string; readonly plays: readonly ApprovedPlaybook[] };

/** One way to look for plays. */
export type Facet = { readonly id: FacetId; readonly name: string; readonly values: readonly Value[] };

export type FacetId = "trigger" | "stage" | "segment" | "persona" | "channel" | "length";

const FACETS: Readonly<
  Record<
    FacetId,
    { readonly name: string; readonly of: (play: ApprovedPlaybook) => string | readonly string[]; readonly order?: readonly string[] }
  >
> = {
  stage: {
    name: "Where you stand with them",
    of: ({ playbook }) => [stageNames[playbook.audience.stage]],
    order: STAGES.map((stage) => stageNames[stage]),
  },
  trigger: { name: "What happened", of: (play) => (play.playbook.audience.situation === undefined ? [] : [situationOf(play)]) },
  segment: { name: "Segment", of: ({ playbook }) => playbook.audience.segment ?? [] },
  persona: { name: "Who they are", of: ({ playbook }) => playbook.audience.persona ?? [] },
  channel: {
    name: "Channel",
    of: ({ playbook }) => [...new Set(allTouches(playbook).map(({ channel }) => channelNames[channel]))],
    order: CHANNELS.map((channel) => channelNames[channel]),
  },
  length: { name: "How long it runs", of: (play) => [lengthOf(play)], order: ["One week", "Two weeks", "A month", "Longer than a month"] },
};

const FACET_IDS = Object.keys(FACETS) as FacetId[];

/** How a rep speaks of the length of a play, from its business days. */
function lengthOf({ playbook }: ApprovedPlaybook): string {
  const moments = timeline(playbook.touches);
  const days = (moments.at(-1)?.day ?? 1) - (moments[0]?.day ?? 1) + 1;
  return days <= 5 ? "One week" : days <= 10 ? "Two weeks" : days <= 22 ? "A month" : "Longer than a month";
}

/** What a play is in each facet, by the names a rep reads. */
export const facetsOf = (play: ApprovedPlaybook): readonly { readonly facet: FacetId; readonly name: string }[] =>
  FACET_IDS.flatMap((facet) => namesOf(facet, play).map((name) => ({ facet, name })));

/**
 * Every facet with its values and the plays of each. A situation that only one play is for has no page of its own: the play is
 * that page. Facets without a value are left out.
 */
export function facets(plays: readonly ApprovedPlaybook[]): readonly Facet[] {
  return FACET_IDS.flatMap((id) => {
    const groups = new Map<string, ApprovedPlaybook[]>();
    for (const play of plays)
      for (const name of namesOf(id, play)) {
        const members = groups.get(name);
        if (members) members.push(play);
        else groups.set(name, [play]);
      }
    const values = [...groups]
      .filter(([, members]) => id !== "trigger" || members.length > 1)
      .sort(([a, x], [b, y]) => rank(id, a) - rank(id, b) || y.length - x.length || byName(a, b));
    const slugs = new Map<string, number>();
    const named = values.map(([name, members]) => ({ slug: slugFor(name, slugs), name, plays: members }));
    return named.length === 0 ? [] : [{ id, name: FACETS[id].name, values: named }];
  });
}

const namesOf = (id: FacetId, play: ApprovedPlaybook): readonly string[] => [FACETS[id].of(play)].flat();

const rank = (id: FacetId, name: string): number => FACETS[id].order?.indexOf(name) ?? 0;

/** The longest part of an address made from a name. Characters. */
const LONGEST = 60;

/** A name as a part of an address, letters of every script kept. Two names that would be one are numbered. */
function slugFor(name: string, taken: Map<string, number>): string {
  const slug =
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .slice(0, LONGEST)
      .replace(/^-+|-+$/g, "") || "other";
  const count = (taken.get(slug) ?? 0) + 1;
  taken.set(slug, count);
  return count === 1 ? slug : `${slug}--${count}`;
}

/** The address of the plays with a value. */
export const facetHref = (facet: FacetId, slug: string): string => href(`/find/${facet}/${slug}/`);
