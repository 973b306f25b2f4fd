import { called } from "../called.ts";
import type { Config } from "../model.ts";
import { type Calendar, calendarOf, type RegionOf, WEEKENDS_ONLY } from "./calendar.ts";

/** Hours of a day on one clock, as HH:MM. */
export type Hours = { readonly from: string; readonly to: string };

/** Where the people of a segment are and where the team is, as far as the team says. */
export type Where = {
  /** Their business days and ours: nothing is sent on a day on which either is closed. */
  readonly calendar: Calendar;
  /** The regions whose holidays are known and hold. None: weekends are Saturdays and Sundays, and nothing is known of holidays. */
  readonly regions: readonly string[];
  readonly theirs: { readonly zone: string | undefined; readonly hours: Hours | undefined };
  readonly ours: { readonly zone: string | undefined; readonly hours: Hours | undefined };
};

/** What a configuration says is asked for at each keystroke, and found out once. */
const known = new WeakMap<object, Map<string, { readonly regionOf: RegionOf | undefined; readonly where: Where }>>();
const NO_CONFIG = {};

/** Where the people of a segment are, or those of every segment that is not named. Without knowledge of regions only weekends are free. */
export function whereabouts(config: Config | undefined, segment: string | undefined, regionOf: RegionOf | undefined): Where {
  const segments = known.get(config ?? NO_CONFIG) ?? new Map();
  known.set(config ?? NO_CONFIG, segments);
  const before = segments.get(segment ?? "");
  if (before && before.regionOf === regionOf) return before.where;
  const where = found(config, segment, regionOf);
  segments.set(segment ?? "", { regionOf, where });
  return where;
}

function found(config: Config | undefined, segment: string | undefined, regionOf: RegionOf | undefined): Where {
  const { calendars = {}, office } = config ?? {};
  const own = called(calendars, segment) ?? calendars["default"];
  const names = [...new Set([own?.region, office?.region].flatMap((name) => name ?? []))];
  const regions = names.flatMap((name) => regionOf?.(name) ?? []);
  return {
    calendar: calendarOf(regions.length > 0 ? regions : [WEEKENDS_ONLY]),
    regions: names.filter((name) => regionOf?.(name) !== undefined),
    theirs: { zone: own?.["time-zone"], hours: own?.["sending-hours"] },
    ours: { zone: office?.["time-zone"], hours: office?.hours },
  };
}
