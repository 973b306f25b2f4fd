import { addDays, type Region, whereabouts } from "@cadence-playbooks/server/core";
import { today } from "./dates.ts";
import { teamConfig, teamRegions } from "./team.ts";

/** The days on which nobody writes: those of the team, and those of the people of a segment. */
export type Closures = {
  /** The regions whose holidays are known. */
  readonly regions: readonly string[];
  /** Weekdays: 1 is Monday, 7 is Sunday. */
  readonly weekend: readonly number[];
  /** Public holidays on other weekdays, in order. ISO dates. */
  readonly holidays: readonly { readonly date: string; readonly name: string }[];
};

/** The calendar days whose holidays a page knows, counted from the one it is built on: a run may have begun half a year before. */
const KNOWN = [-183, 2 * 366] as const;
const SATURDAY_AND_SUNDAY = [6, 7];
/** To work out the holidays of a year takes long, and many plays have the same. */
const known = new Map<string, Closures>();

/** When nothing is sent to the people of a segment, as the rules have it. */
export async function closuresOf(segment: string | undefined): Promise<Closures> {
  const regionOf = await teamRegions();
  const { regions } = whereabouts(teamConfig(), segment, regionOf);
  const key = [today(), ...regions].join();
  const before = known.get(key);
  if (before) return before;
  const made = closuresIn(
    regions,
    regions.flatMap((name) => regionOf?.(name) ?? []),
  );
  known.set(key, made);
  return made;
}

function closuresIn(names: readonly string[], regions: readonly Region[]): Closures {
  const [from, to] = KNOWN.map((days) => addDays(today(), days)) as [string, string];
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, i) => first + i);
  const weekend = regions.length > 0 ? [...new Set(regions.flatMap((region) => region.weekend))].sort() : SATURDAY_AND_SUNDAY;
  const all = regions.flatMap((region) => years.flatMap((year) => region.holidays(year)));
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  const holidays = [...new Map(all.map(({ date, name }) => [date, name]))].map(([date, name]) => ({ date, name }));
  return {
    regions: names,
    weekend,
    holidays: holidays
      .filter(({ date }) => date >= from && date <= to && !weekend.includes(weekday(date)))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}
