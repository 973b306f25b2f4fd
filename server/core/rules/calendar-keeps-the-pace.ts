import { calendarOf, WEEKENDS_ONLY, weekdayName } from "../business/calendar.ts";
import { type CalendarSlip, calendarSlips, weeksEnough } from "../business/worst.ts";
import { yearFrom } from "../business/year.ts";
import { isoDate } from "../calendar.ts";
import type { Fix, Remark } from "../finding.ts";
import { pathOf } from "../model.ts";
import { inWeeks } from "../paths/slips.ts";
import { stepsOf, storyOf } from "../paths/story.ts";
import { planRule, yaml } from "../rule.ts";
import { counted, ordinaryDate } from "../wording.ts";

/** A Monday, for weeks that know weekends and nothing else. */
const ANY_MONDAY = "2001-01-01";
const WEEKS = calendarOf([WEEKENDS_ONLY]);

const CHRISTMAS = {
  GB: {
    weekend: [6, 7],
    holidays: (year: number) => [
      { date: `${year}-01-01`, name: "New Year’s Day" },
      { date: `${year}-12-25`, name: "Christmas Day" },
      { date: `${year}-12-28`, name: "Boxing Day" },
    ],
  },
};

export default planRule({
  principle: "right-dose",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "warning",
  summary: "Weekends and holidays bring no touch too close to another.",
  why: "A wait of two days that begins on a Friday is over before anybody is back at work.",
  todo: "Let the branch wait longer, in whole weeks where you can.",
  caps: ["smallest-gap", "touches-in-7-days", "calls-in-7-days"],
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: benchmark, day: 4, channel: call }
      replies:
        wrong-person: { wait: 1 week, touches: [{ id: thanks, day: 0, channel: email }], then: resume }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: benchmark, day: 4, channel: call }
      replies:
        wrong-person: { wait: 2 days, touches: [{ id: thanks, day: 0, channel: email }], then: resume }
                              ^^^^^^ Begun on a Wednesday, “benchmark” comes 1 business day after “thanks”; at least 2 should pass.
    `,
    {
      config: { calendars: { default: { region: "GB" } } },
      regions: CHRISTMAS,
      today: "2026-11-26",
      text: yaml`
        touches:
          - { id: hello, day: 1, channel: email }
          - { id: benchmark, day: 4, channel: call }
        replies:
          wrong-person: { wait: 1 week, touches: [{ id: thanks, day: 4, channel: email }], then: resume }
                                ^^^^^^ Begun on Wednesday 16 December 2026, “benchmark” comes 1 business day after “thanks”; at least 2 should pass.
      `,
    },
    {
      config: { caps: { default: { "calls-in-7-days": 1 } } },
      text: yaml`
        touches:
          - { id: hello, day: 1, channel: email }
          - { id: benchmark, day: 4, channel: call }
        replies:
          wrong-person: { wait: 5 days, touches: [{ id: thanks, day: 0, channel: call }], then: resume }
                                ^^^^^^ Begun on a Monday, “benchmark” is call number 2 within seven days; at most 1 is decent.
      `,
    },
  ],
  *check(_, { caps, paths, paced, where, today }) {
    const dated = today !== undefined && where.regions.length > 0;
    const year = dated ? yearFrom(where.calendar, today) : yearFrom(WEEKS, ANY_MONDAY);
    for (const one of calendarSlips({ paths, paced }, caps, year)) {
      const { branch, begins } = one;
      const { run } = one.slip;
      const begun = dated ? `${weekdayName(begins)} ${ordinaryDate(isoDate(begins))}` : `a ${weekdayName(begins)}`;
      yield {
        at: { path: [...pathOf(branch.branch.part), "wait"] },
        what: `Begun on ${begun}, ${broken(one, caps)}`,
        story: storyOf(run),
        related: stepsOf(run),
        fixes: fixesOf(one, weeksEnough({ paths, paced }, year, branch)),
      } satisfies Remark;
    }
  },
});

function broken(
  { slip: { touch, moments }, promise, measure }: CalendarSlip,
  caps: { readonly [K in "smallest-gap" | "touches-in-7-days" | "calls-in-7-days"]: number },
): string {
  if (promise === "gap") {
    const before = moments.at(-2)?.moment.touches[0].id ?? "";
    const comes = measure === 0 ? "on the day of" : `${counted(measure, "business day")} after`;
    return `“${touch.id}” comes ${comes} “${before}”; at least ${caps["smallest-gap"]} should pass.`;
  }
  const [what, most] = promise === "touches" ? ["touch", caps["touches-in-7-days"]] : ["call", caps["calls-in-7-days"]];
  return `“${touch.id}” is ${what} number ${measure} within seven days; at most ${most} ${most === 1 ? "is" : "are"} decent.`;
}

/** Whole weeks that are long enough whenever they begin. */
function fixesOf({ branch: { branch } }: CalendarSlip, weeks: number | undefined): readonly Fix[] {
  if (weeks === undefined) return [];
  const wait = inWeeks(weeks);
  return [{ title: `Wait ${wait}, whenever it begins`, safe: false, changes: [{ set: [...pathOf(branch.part), "wait"], to: wait }] }];
}
