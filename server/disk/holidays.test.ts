import { describe, expect, test } from "vitest";
import { calendarOf, dayNumber, isoDate, type Region } from "../core/index.ts";
import { loadRegions } from "./holidays.ts";

const regionOf = await loadRegions();
const calendar = (...names: string[]) => calendarOf(names.map((name) => regionOf(name) as Region));
const closed = (date: string, ...names: string[]) => calendar(...names).closed(dayNumber(date));

describe("the holidays of the world", () => {
  test.each([
    ["2027-03-29", "GB", "Easter Monday"],
    ["2027-12-27", "GB", "Christmas Day (substitute day)"],
    ["2027-08-02", "GB-SCT", "Summer bank holiday"],
    ["2027-01-06", "DE-BY", "Epiphany"],
    ["2027-11-25", "US", "Thanksgiving Day"],
    ["2027-01-02", "GB-SCT", "January 2nd"],
    ["2027-01-09", "GB", "Saturday"],
  ])("%s is closed in %s: %s", (date, region, why) => expect(closed(date, region)).toBe(why));

  test.each([
    ["2027-01-06", "DE-BE"],
    ["2027-03-17", "GB"],
    ["2028-02-14", "US"],
    ["2027-05-04", "GB"],
  ])("%s is a business day in %s", (date, region) => expect(closed(date, region)).toBeUndefined());

  test("weekends are those of the country", () => {
    expect(regionOf("SA")?.weekend).toEqual([5, 6]);
    expect(regionOf("GB")?.weekend).toEqual([6, 7]);
  });

  test("names that mean no region are not known", () => {
    for (const name of ["UK", "XX", "GB-XX", "DE-BY-XX", "", "toString", "GB-constructor"]) expect(regionOf(name)).toBeUndefined();
  });

  test("business days are counted over a long weekend, on both sides' calendars", () => {
    const { after, between, openFrom } = calendar("GB", "US");
    const thursday = dayNumber("2027-03-25");
    expect(isoDate(after(thursday, 1))).toBe("2027-03-30");
    expect(isoDate(openFrom(dayNumber("2027-12-25")))).toBe("2027-12-29");
    expect(between(thursday, dayNumber("2027-04-01"))).toBe(3);
    expect(isoDate(calendar("GB").openFrom(dayNumber("2027-11-25")))).toBe("2027-11-25");
    expect(isoDate(openFrom(dayNumber("2027-11-25")))).toBe("2027-11-26");
  });
});
