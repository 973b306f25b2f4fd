import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { calendarFor, closedIn, dateOfDay, dateSaidOn, datesOfDays, heldOn, isDate } from "../src/use/business-days.ts";
import { calendarFile, type Entry, moment } from "../src/use/calendar.ts";
import { open, rich, sent } from "../src/use/copied.ts";
import { lengthOf, textMessages } from "../src/use/measure.ts";

describe("the date of a business day", () => {
  test.each([
    ["2026-11-25", 1, "2026-11-25"],
    ["2026-11-25", 4, "2026-11-30"],
    ["2026-11-28", 1, "2026-11-30"],
    ["2024-02-28", 3, "2024-03-01"],
    ["2026-12-31", 2, "2027-01-01"],
  ])("from %s, day %i is %s", (start, day, date) => expect(dateOfDay(start, day, calendarFor())).toBe(date));

  test("steps over days off, also where the start is one, and says why", () => {
    const off = (...days: string[]) => calendarFor(undefined, days);
    expect(dateOfDay("2026-11-26", 1, off("2026-11-26", "2026-11-27"))).toBe("2026-11-30");
    expect(dateOfDay("2026-12-24", 2, off("2026-12-25"))).toBe("2026-12-28");
    expect(heldOn("2026-11-26", off("2026-11-26"))).toBe("Thu, Nov 26 is a day you do not work, so day 1 is Fri, Nov 27.");
    expect(heldOn("2026-11-28", off())).toBe("Sat, Nov 28 is on a weekend, so day 1 is Mon, Nov 30.");
    expect(heldOn("2026-11-25", off())).toBe("");
  });

  test("keeps the weekend and the holidays that the page knows", () => {
    const calendar = calendarFor(closedIn({ weekend: "5 6", holidays: "2027-09-23 National Day\n2028-02-22 Founding Day" }));
    expect(dateOfDay("2027-09-22", 2, calendar)).toBe("2027-09-26");
    expect(heldOn("2027-09-23", calendar)).toBe("Thu, Sep 23 is National Day, so day 1 is Sun, Sep 26.");
    expect(closedIn({})).toEqual({ weekend: [6, 7], holidays: new Map() });
  });

  test("is always a working day, and days keep their order and their distance", () => {
    const day = fc
      .date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
      .map((one) => one.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.array(day, { maxLength: 8 }), fc.integer({ min: 1, max: 60 }), (start, off, n) => {
        const calendar = calendarFor(undefined, off);
        const [date, next] = [dateOfDay(start, n, calendar), dateOfDay(start, n + 1, calendar)];
        expect(heldOn(date, calendar)).toBe("");
        expect([0, 6]).not.toContain(new Date(`${date}T00:00:00Z`).getUTCDay());
        expect(off).not.toContain(date);
        expect(date >= start && next > date).toBe(true);
      }),
    );
  });

  test("is the same when many are asked for at once, in whatever order", () => {
    const days = [40, 1, 3, 3, 12, 260];
    const calendar = calendarFor(undefined, ["2026-11-30", "2026-12-25"]);
    for (const start of ["2026-11-25", "2026-11-28", "2026-12-25"])
      for (const [day, date] of datesOfDays(start, days, calendar))
        expect(date, `${start}, day ${day}`).toBe(dateOfDay(start, day, calendar));
    expect([...datesOfDays("2026-11-25", days, calendar).keys()]).toEqual([1, 3, 12, 40, 260]);
  });

  test.each(["2026-02-30", "tomorrow", "", "2026-1-1", "20261101", "0020-01-01", "9999-12-30"])("“%s” is no date", (text) =>
    expect(isDate(text)).toBe(false),
  );
});

describe("a message as it is sent", () => {
  test("leaves out sentences without leaving a gap, and names what is still open", () => {
    const leaves = [
      { text: "Hi " },
      { text: "Ana", blank: "first name", filled: true },
      { text: ",\n\n" },
      { text: "I read ", skipped: true },
      { text: "x", blank: "review", skipped: true },
      { text: ".", skipped: true },
      { text: " Is it you at " },
      { text: "Larkspur", blank: "company" },
      { text: "?\n\n\n\nBye" },
    ];
    expect(sent(leaves)).toBe("Hi Ana,\n\nIs it you at [company]?\n\nBye");
    expect(open(leaves)).toEqual(["company"]);
  });

  test("is never markup, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "\n", "script", "https://a.example/x", " ", ".") }), (text) => {
        const html = rich(text).replace(/<\/?p>|<br>|<a href="https:\/\/[^"<>&\s]+">|<\/a>/g, "");
        expect(html).not.toMatch(/[<>"]/);
      }),
    );
    expect(rich("See https://a.example/b?c=1.\nBye")).toBe(
      '<p>See <a href="https://a.example/b?c=1">https://a.example/b?c=1</a>.<br>Bye</p>',
    );
  });
});

test.each([
  ["a".repeat(160), 1],
  ["a".repeat(161), 2],
  // Some letters of a plain text message take the room of two.
  [`${"a".repeat(158)}€`, 1],
  [`${"a".repeat(159)}€`, 2],
  ["[x]".repeat(32), 1],
  ["[x]".repeat(33), 2],
  ["ж".repeat(70), 1],
  ["ж".repeat(71), 2],
  ["", 1],
])("a text message of %j takes %i", (text, parts) => expect(textMessages(text)).toBe(parts));

test("what is said has seconds, at the pace of the rule on voicemails", () => {
  expect(lengthOf("word ".repeat(75), "said")).toBe("75 words, about 30 seconds");
  expect(lengthOf("one", "said")).toBe("1 word, about 1 second");
  expect(lengthOf("word ".repeat(5000).trim(), "written")).toBe("5,000 words, 24,999 characters");
});

test("a date far from today is told with its year, because another year was probably meant", () => {
  expect(dateSaidOn("2027-01-01", "2026-11-25")).toBe("Fri, Jan 1");
  expect(dateSaidOn("2026-06-25", "2026-11-25")).toBe("Thu, Jun 25");
  expect(dateSaidOn("2025-11-25", "2026-11-25")).toBe("Nov 25, 2025");
  expect(dateSaidOn("2028-02-29", "2026-11-25")).toBe("Feb 29, 2028");
});

describe("the calendar file", () => {
  const entry: Entry = {
    uid: "first-conversation.call@handbook.example",
    date: "2026-11-25",
    title: "Call, Ana; née Ruiz\\: First",
    notes: `Hi,\nthis is a note, ${"long ".repeat(40)}🌲 ${"é".repeat(90)}`,
    url: "https://handbook.example/playbooks/first-conversation/#call",
  };
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));

  test("is read back as it was meant, and no line is too long", () => {
    const text = calendarFile([entry], undefined, new Date("2026-11-24T12:00:00Z"));
    const [event] = events(text);
    expect(event?.uid).toBe(entry.uid);
    expect(event?.summary).toBe(entry.title);
    expect(event?.description).toBe(entry.notes);
    expect(event?.startDate.isDate).toBe(true);
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(["2026-11-25", "2026-11-26"]);
    for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test("made again, each touch has the same name and a later revision", () => {
    const made = (at: string) => events(calendarFile([entry], undefined, new Date(at)))[0];
    const [first, second] = [made("2026-11-24T12:00:00Z"), made("2026-11-24T12:00:02Z")];
    expect(second?.uid).toBe(first?.uid);
    expect(second?.sequence).toBeGreaterThan(first?.sequence ?? 0);
  });

  test.each([
    ["2026-07-01", "America/Chicago", "2026-07-01T14:30:00.000Z"],
    ["2026-12-01", "America/Chicago", "2026-12-01T15:30:00.000Z"],
    ["2026-11-25", "Asia/Kolkata", "2026-11-25T04:00:00.000Z"],
    ["2026-11-25", "Pacific/Auckland", "2026-11-24T20:30:00.000Z"],
    ["2026-03-29", "Europe/Berlin", "2026-03-29T07:30:00.000Z"],
  ])("on %s half past nine in %s is %s", (date, zone, utc) => expect(moment(date, { time: "09:30", zone }).toISOString()).toBe(utc));

  test("a time that a clock change leaves out is the one an hour later", () => {
    expect(moment("2026-03-08", { time: "02:30", zone: "America/New_York" }).toISOString()).toBe("2026-03-08T07:30:00.000Z");
  });
});
