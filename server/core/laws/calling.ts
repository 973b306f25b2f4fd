import type { Remark } from "../finding.ts";
import { allTouches, at, type Channel, type Playbook, type Touch } from "../model.ts";
import { linesOfTouches } from "../touch-lines.ts";

/** What reaches a telephone. */
export const PHONE: readonly Channel[] = ["call", "voicemail", "sms"];

/** Whether calls and texts are planned for hours the law allows. Times of day where the person is, as in 08:00. */
export function* callingHoursKept(playbook: Playbook, from: string, to: string): Iterable<Remark> {
  const first = allTouches(playbook).find(({ channel }) => PHONE.includes(channel));
  if (!first) return;
  const hours = playbook["calling-hours"];
  if (!hours) {
    yield {
      at: at(first, "channel"),
      what: `“${first.id}” rings a telephone, and no calling hours are set.`,
      todo: `Write \`calling-hours:\` with \`from\` and \`to\`, between ${from} and ${to} where they are.`,
      fixes: [
        { title: "Call between 09:00 and 17:00", safe: false, changes: [{ set: ["calling-hours"], to: { from: "09:00", to: "17:00" } }] },
      ],
    };
    return;
  }
  const mend = (field: "from" | "to", time: string) => [
    { title: `Write ${time}`, safe: false, changes: [{ set: at(hours, field).path, to: time }] },
  ];
  if (hours.from < from)
    yield {
      at: at(hours, "from"),
      what: `Calls begin at ${hours.from} here; the law allows them from ${from}.`,
      fixes: mend("from", from),
    };
  if (hours.to > to)
    yield { at: at(hours, "to"), what: `Calls end at ${hours.to} here; the law allows them until ${to}.`, fixes: mend("to", to) };
}

/** Whether no day has more calls than the law allows in twenty-four hours. */
export function* callsInADay(playbook: Playbook, most: number): Iterable<Remark> {
  for (const { touches } of linesOfTouches(playbook)) {
    const days = new Map<number, Touch[]>();
    for (const touch of touches) {
      if (touch.channel !== "call" && touch.channel !== "voicemail") continue;
      const day = days.get(touch.day) ?? [];
      days.set(touch.day, [...day, touch]);
      if (day.length !== most) continue;
      yield {
        at: at(touch, "day"),
        what: `“${touch.id}” is call number ${most + 1} on day ${touch.day}; the law allows ${most} in twenty-four hours.`,
        related: day.map((one) => ({ at: at(one, "day"), message: `“${one.id}” calls on day ${one.day}.` })),
      };
    }
  }
}
