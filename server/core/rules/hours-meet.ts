import { shortestMeeting } from "../business/hours.ts";
import { allTouches, at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { ordinaryDate } from "../wording.ts";

/** A day to count the weeks of a year from, where today is not known. */
const SOME_WEDNESDAY = "2025-01-01";

const FAR_APART = {
  calendars: { default: { "time-zone": "America/Los_Angeles" } },
  office: { "time-zone": "Europe/Berlin", hours: { from: "09:00", to: "17:00" } },
};

export default planRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "warning",
  summary: "When we may call them, somebody of us is at work.",
  why: "A call that nobody can make in the hours they allow is made outside them, or not at all.",
  todo: "Change the calling hours, let somebody nearer call, or use another channel.",
  examples: [
    {
      config: { ...FAR_APART, calendars: { default: { "time-zone": "Europe/London" } } },
      text: yaml`
        calling-hours: { from: 09:00, to: 17:00 }
        touches: [{ id: benchmark, day: 1, channel: call }]
      `,
    },
    {
      config: FAR_APART,
      text: yaml`
        calling-hours: { from: 09:00, to: 12:00 }
        touches: [{ id: benchmark, day: 1, channel: call }]
                                                    ^^^^ “benchmark” calls from 18:00 to 21:00 on your clock (on 1 January 2025), when nobody of you is at work.
      `,
    },
    {
      config: { ...FAR_APART, office: { "time-zone": "Europe/Berlin", hours: { from: "09:00", to: "17:30" } } },
      today: "2026-11-26",
      text: yaml`
        calling-hours: { from: 08:30, to: 12:00 }
        touches: [{ id: benchmark, day: 1, channel: call }]
                                                    ^^^^ “benchmark” calls from 17:30 to 21:00 on your clock (on 26 November 2026), when nobody of you is at work.
      `,
    },
  ],
  *check(playbook, { where, today }) {
    const call = allTouches(playbook).find(({ channel }) => channel === "call");
    const meeting = call && shortestMeeting(where, playbook["calling-hours"] ?? where.theirs.hours, today ?? SOME_WEDNESDAY);
    if (!call || !meeting || meeting.minutes > 0) return;
    yield {
      at: at(call, "channel"),
      what: `“${call.id}” calls from ${meeting.from} to ${meeting.to} on your clock (on ${ordinaryDate(meeting.date)}), when nobody of you is at work.`,
    };
  },
});
