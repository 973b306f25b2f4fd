import type Holidays from "date-holidays";
import type { RegionOf } from "../core/index.ts";

let coming: Promise<RegionOf> | undefined;

/** The weekends and public holidays of the world. Their calendar is large, so it is loaded when somebody first asks for it. */
export function loadRegions(): Promise<RegionOf> {
  coming ??= import("date-holidays").then(({ default: library }) => regionsIn(library));
  return coming;
}

/** A region as the configuration names it, and as people do. */
export type RegionName = { readonly name: string; readonly title: string };

let listed: Promise<readonly RegionName[]> | undefined;

/** Every country whose holidays are known and, after each, its parts. */
export function regionNames(): Promise<readonly RegionName[]> {
  listed ??= import("date-holidays").then(({ default: library }) => {
    const all = new library();
    return Object.entries(all.getCountries("en")).flatMap(([country, title]) => [
      { name: country, title },
      ...Object.entries(all.getStates(country, "en") ?? {})
        .map(([part, called]) => ({ name: `${country}-${part}`, title: `${called}, ${title}` }))
        .filter(({ name }) => REGION.test(name)),
    ]);
  });
  return listed;
}

/** How a configuration may write a region. A few parts of the library's have other names. */
const REGION = /^[A-Z]{2}-[A-Z0-9]{1,3}$/;

const MILLISECONDS_A_DAY = 86_400_000;
/** A holiday that begins at this hour or later, as some do at sunset, is kept on the day after. */
const EVENING = 12;

function regionsIn(library: typeof Holidays): RegionOf {
  const countries = new library();
  const known = new Map<string, ReturnType<RegionOf>>();
  return (name) => {
    if (!known.has(name)) known.set(name, regionNamed(library, countries, name));
    return known.get(name);
  };
}

function regionNamed(library: typeof Holidays, countries: Holidays, name: string): ReturnType<RegionOf> {
  const [country = "", state, region] = name.split("-");
  const exists =
    Object.hasOwn(countries.getCountries() ?? {}, country) &&
    (state === undefined || Object.hasOwn(countries.getStates(country) ?? {}, state)) &&
    (region === undefined || Object.hasOwn(countries.getRegions(country, state ?? "") ?? {}, region));
  if (!exists) return undefined;
  const calendar = region ? new library(country, state ?? "", region) : state ? new library(country, state) : new library(country);
  return {
    weekend: weekendOf(country),
    holidays: (year) =>
      calendar
        .getHolidays(year, "en")
        .filter(({ type }) => type === "public")
        .flatMap(({ date, name: called, start, end }) => {
          const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + (Number(date.slice(11, 13)) >= EVENING ? MILLISECONDS_A_DAY : 0);
          const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / MILLISECONDS_A_DAY));
          return Array.from({ length: days }, (_, i) => ({
            date: new Date(first + i * MILLISECONDS_A_DAY).toISOString().slice(0, 10),
            name: called,
          }));
        }),
  };
}

/** The weekdays on which a country rests, as the language data of the machine has them; where it has none, Saturday and Sunday. */
function weekendOf(country: string): readonly number[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getWeekInfo?: () => { weekend: number[] } };
  return locale.getWeekInfo?.().weekend ?? [6, 7];
}
