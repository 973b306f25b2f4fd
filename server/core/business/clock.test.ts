import { expect, test } from "vitest";
import { clockAt, isTimeZone } from "./clock.ts";
import { meetingOn } from "./hours.ts";

test.each([
  ["Europe/London", "2027-01-05", "09:00", "Europe/Berlin", "2027-01-05", "10:00"],
  ["America/Los_Angeles", "2027-03-16", "09:00", "Europe/Berlin", "2027-03-16", "17:00"],
  ["America/Los_Angeles", "2027-04-06", "09:00", "Europe/Berlin", "2027-04-06", "18:00"],
  ["Asia/Tokyo", "2027-01-05", "01:00", "America/New_York", "2027-01-04", "11:00"],
  ["Asia/Kathmandu", "2027-06-01", "12:00", "Asia/Kolkata", "2027-06-01", "11:45"],
  ["Pacific/Kiritimati", "2027-01-01", "00:00", "Pacific/Pago_Pago", "2026-12-30", "23:00"],
])("in %s on %s at %s it is in %s %s %s", (zone, date, time, there, date2, time2) => {
  expect(clockAt(zone, { date, time }, there)).toEqual({ date: date2, time: time2 });
});

test("an hour that the change of clocks leaves out is one an hour later", () => {
  expect(clockAt("Europe/Berlin", { date: "2027-03-28", time: "02:30" }, "UTC")).toEqual({ date: "2027-03-28", time: "01:30" });
  expect(clockAt("Europe/Berlin", { date: "2027-03-28", time: "03:00" }, "UTC")).toEqual({ date: "2027-03-28", time: "01:00" });
  expect(clockAt("America/New_York", { date: "2027-03-14", time: "02:30" }, "UTC")).toEqual({ date: "2027-03-14", time: "07:30" });
  expect(clockAt("America/New_York", { date: "2027-03-14", time: "01:59" }, "UTC")).toEqual({ date: "2027-03-14", time: "06:59" });
});

test.each([
  ["Europe/London", true],
  ["UTC", true],
  ["Europe/Atlantis", false],
  ["", false],
  ["London", false],
])("%j is a time zone: %s", (zone, is) => expect(isTimeZone(zone)).toBe(is));

test("hours meet across midnight, and less when only one side has changed its clocks", () => {
  const hours = { from: "09:00", to: "17:00" };
  expect(meetingOn("2027-01-05", hours, "Europe/London", hours, "Europe/Berlin")).toEqual({
    date: "2027-01-05",
    from: "10:00",
    to: "18:00",
    minutes: 420,
  });
  expect(meetingOn("2027-02-02", hours, "America/New_York", hours, "Europe/Berlin").minutes).toBe(120);
  expect(meetingOn("2027-03-16", hours, "America/New_York", hours, "Europe/Berlin").minutes).toBe(180);
  expect(meetingOn("2027-01-05", hours, "Asia/Tokyo", hours, "America/Los_Angeles").minutes).toBe(60);
});
