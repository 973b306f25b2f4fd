import type { Caps, Config } from "./model.ts";

/** What a careful person would choose where a team has not. Counts are per person, across all channels. */
const CAREFUL: Caps = {
  "most-touches": 9,
  "fewest-touches": 4,
  "smallest-gap": 2,
  "calls-in-7-days": 2,
  "touches-in-7-days": 3,
  "channels-in-a-day": 2,
};

/** The caps for a segment: the segment's own, else the team's default, else the careful ones. */
export function capsFor(config: Config | undefined, segment: string | undefined): Caps {
  const own = segment === undefined ? undefined : config?.caps[segment];
  const team = config?.caps["default"];
  const names = Object.keys(CAREFUL) as (keyof Caps)[];
  return Object.fromEntries(names.map((name) => [name, own?.[name] ?? team?.[name] ?? CAREFUL[name]])) as Caps;
}
