import * as fc from "fast-check";
import { expect, test } from "vitest";
import { everyRun, small, someCaps } from "../../test/every-run.ts";
import { dayNumber, isoDate } from "../calendar.ts";
import { check } from "../check.ts";
import { CAREFUL, type Caps } from "../format/caps.ts";
import type { Playbook } from "../model.ts";
import { explore, explorePace } from "../paths/explore.ts";
import type { Lasts } from "../paths/machine.ts";
import { calendarOf, WEEKENDS_ONLY } from "./calendar.ts";
import { calendarSlips } from "./worst.ts";
import { yearFrom } from "./year.ts";

/** A year that begins on a Monday and knows weekends only: its first five beginnings are all there are. */
const YEAR = yearFrom(calendarOf([WEEKENDS_ONLY]), "2001-01-01");
const EVENTS = 6;

const runsOf = (playbook: Playbook, caps: Caps) => ({
  paths: () => explore(playbook, caps),
  paced: (lasts: Lasts) => explorePace(playbook, caps, lasts),
});

const PACE = ["gap", "touches", "calls"];

test("what weekends break is what breaks when every run is told for each weekday it can begin on", () => {
  let slips = 0;
  fc.assert(
    fc.property(small, someCaps, (written, { touches, calls, gap }) => {
      const { playbook } = check(JSON.stringify(written));
      if (!playbook || playbook.touches.length === 0) return;
      const caps = { ...CAREFUL, "touches-in-7-days": touches, "calls-in-7-days": calls, "smallest-gap": gap };
      /** What breaks in an average week is said of it, and of the branch after which it does, once. */
      const average = new Set<string>(explore(playbook, caps).breaks.map(({ promise }) => promise));
      const onWeekday = [0, 1, 2, 3, 4].map((start) => {
        const broken = new Set<string>();
        const note = (promise: string, where: string) => PACE.includes(promise) && broken.add(`${promise} at ${where}`);
        everyRun(
          playbook,
          caps,
          EVENTS,
          () => undefined,
          note,
          (wait, said) => YEAR.within(start + said - 1, wait),
        );
        return broken;
      });
      const found = calendarSlips(runsOf(playbook, caps), caps, YEAR);
      for (const { slip, promise, begins } of found) {
        slips++;
        if (slip.run.length > EVENTS) continue;
        const weekday = (begins - (YEAR.open[0] ?? 0)) % 7;
        expect([...(onWeekday[weekday] ?? [])]).toContain(`${promise} at ${slip.touch.id}`);
      }
      const fresh = onWeekday.flatMap((broken) => [...broken].filter((one) => !average.has(one.split(" ")[0] ?? "")));
      if (fresh.length > 0) expect(found.length, fresh.join()).toBeGreaterThan(0);
    }),
    { numRuns: 2000 },
  );
  expect(slips).toBeGreaterThan(20);
});

const dates = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 12 });

test("with holidays, too, what is said to break on some day breaks when every run that begins on it is told", () => {
  let slips = 0;
  fc.assert(
    fc.property(small, someCaps, dates, (written, { touches, calls, gap }, off) => {
      const { playbook } = check(JSON.stringify(written));
      if (!playbook || playbook.touches.length === 0) return;
      const caps = { ...CAREFUL, "touches-in-7-days": touches, "calls-in-7-days": calls, "smallest-gap": gap };
      const first = dayNumber("2001-01-01");
      const holidays = off.map((day) => ({ date: isoDate(first + day), name: "A holiday" }));
      const year = yearFrom(calendarOf([{ weekend: [6, 7], holidays: () => holidays }]), "2001-01-01");
      for (const { slip, promise, begins } of calendarSlips(runsOf(playbook, caps), caps, year)) {
        if (slip.run.length > EVENTS) continue;
        slips++;
        const start = year.open.indexOf(begins);
        const broken = new Set<string>();
        everyRun(
          playbook,
          caps,
          EVENTS,
          () => undefined,
          (vow, where) => broken.add(`${vow} at ${where}`),
          (wait, said) => year.within(start + said - 1, wait),
        );
        expect([...broken]).toContain(`${promise} at ${slip.touch.id}`);
      }
    }),
    { numRuns: 1500 },
  );
  expect(slips).toBeGreaterThan(20);
});
