import * as fc from "fast-check";
import type { Caps } from "../core/format/caps.ts";
import { days } from "../core/format/duration.ts";
import { branchesOf, type Playbook, type ReplyName, type Touch } from "../core/model.ts";
import { businessDays, timeline } from "../core/timeline.ts";

/** The runs of a playbook, told a second time, one by one: nothing is remembered, nothing merged and no day left out. Slow, and plain. */
export type Told = { readonly day: number; readonly line: string; readonly touches: readonly Touch[]; readonly reply: string | undefined };
type At = { readonly line: string; readonly next: number; readonly zero: number };
type Main = { readonly next: number; readonly rest: number } | undefined;
type Offence = (promise: string, where: string, run: readonly Told[]) => void;

const MACHINES = ["out-of-office", "bounce"];

export function everyRun(
  playbook: Playbook,
  caps: Caps,
  mostEvents: number,
  comes: (run: readonly Told[]) => void,
  offence: Offence,
  lasts: (calendarDays: number, said: number) => number = businessDays,
): void {
  const branches = new Map<string, ReturnType<typeof branchesOf>[number]>(branchesOf(playbook).map((branch) => [branch.reply, branch]));
  const lines = new Map([
    ["main", timeline(playbook.touches)] as const,
    ...[...branches].map(([reply, { touches }]) => [reply, timeline(touches)] as const),
  ]);
  const momentsOf = (line: string) => lines.get(line) ?? [];
  const clock = ({ line, next, zero }: At) => zero + (momentsOf(line)[next - 1]?.day ?? 0);

  function hears(run: readonly Told[], at: At, main: Main, held: At | undefined): void {
    if (run.length > mostEvents) return;
    comes(run);
    const last = run.at(-1);
    if (last && last.reply === undefined) {
      judge(run, caps, branches.get("not-now")?.wait, offence);
      replies(run, last, at, main);
    }
    goesOn(run, at, main, held);
  }

  function replies(run: readonly Told[], last: Told, at: At, main: Main): void {
    const upcoming = momentsOf(at.line)[at.next];
    const due = upcoming && at.zero + upcoming.day;
    if (due === last.day) return;
    for (const reply of branches.keys()) {
      const machine = MACHINES.includes(reply);
      const reflex = at.line === "main" && at.next <= 2 && run.every((event) => event.reply !== "reflex-no");
      if (machine && MACHINES.includes(at.line)) continue;
      if (reply === "silence" || reply === at.line || (reply === "reflex-no" && !reflex)) continue;
      for (let day = last.day; day <= (machine ? last.day : due === undefined ? last.day + 2 : due - 1); day++) {
        const paused = at.line === "main" ? { next: at.next, rest: due === undefined ? 0 : due - day } : main;
        const waiting = !machine || at.line === "main" ? undefined : { ...at, zero: at.zero - last.day };
        hears([...run, { day, line: reply, touches: [], reply }], { line: reply, next: 0, zero: day }, paused, waiting);
      }
    }
  }

  function goesOn(run: readonly Told[], at: At, main: Main, held: At | undefined): void {
    const upcoming = momentsOf(at.line)[at.next];
    if (upcoming) {
      const day = at.zero + upcoming.day;
      hears([...run, { day, line: at.line, touches: upcoming.touches, reply: undefined }], { ...at, next: at.next + 1 }, main, held);
    }
    if (at.line === "main") {
      if (!upcoming) silent(run, clock(at));
      return;
    }
    const { wait, outcome } = branches.get(at.line) ?? { outcome: "stop" };
    const length = wait === undefined ? 0 : days(wait);
    if (length === undefined ? upcoming && at.zero + upcoming.day === clock(at) : upcoming) return;
    const end = length === undefined ? clock(at) + 1 : at.zero + Math.max(lasts(length, at.zero), momentsOf(at.line).at(-1)?.day ?? 0);
    if (outcome !== "resume" || at.line === "silence") ends(run, at.line, end);
    else if (held) goesOn(run, { ...held, zero: held.zero + end }, main, undefined);
    else resumes(run, end, main);
  }

  function resumes(run: readonly Told[], end: number, main: Main): void {
    const resumed = main && momentsOf("main")[main.next];
    if (main && resumed) {
      const day = end + main.rest;
      const to = { line: "main", next: main.next + 1, zero: day - resumed.day };
      hears([...run, { day, line: "main", touches: resumed.touches, reply: undefined }], to, undefined, undefined);
    } else if (playbook.touches.length > 0 && !answers(run.at(-1))) silent(run, end);
  }

  function silent(run: readonly Told[], day: number): void {
    if (!branches.has("silence")) ends(run, "main", day);
    else
      hears(
        [...run, { day, line: "silence", touches: [], reply: "silence" }],
        { line: "silence", next: 0, zero: day },
        undefined,
        undefined,
      );
  }

  function ends(run: readonly Told[], line: string, day: number): void {
    const last = run.findLast((event) => event.reply === undefined);
    const rest = businessDays(days(playbook.afterwards.rest ?? "") ?? 0);
    if (
      ["silence", "wrong-person", "bounce"].includes(line) &&
      branches.get(line)?.outcome === "return" &&
      day - (run.at(-1)?.day ?? 0) < rest
    )
      offence("rest", line, run);
    if (!last) return;
    const over = (one: string) => one === "main" || one === "silence";
    if (over(line) && over(last.line) && !last.touches.some(({ kind }) => kind === "take-away"))
      offence("goodbye", last.touches.at(-1)?.id ?? "", run);
  }

  if (playbook.touches.length > 0) hears([], { line: "main", next: 0, zero: 0 }, undefined, undefined);
  else
    for (const reply of branches.keys())
      hears([{ day: 1, line: reply, touches: [], reply }], { line: reply, next: 0, zero: 1 }, undefined, undefined);
}

/** Whether an event is an answer that a person gave. */
const answers = (event: Told | undefined) => event?.reply !== undefined && event.reply !== "silence" && !MACHINES.includes(event.reply);

/** What the last moment of a run breaks, read off the whole run. */
function judge(run: readonly Told[], caps: Caps, deferralWait: string | undefined, offence: Offence): void {
  const last = run.at(-1) as Told;
  const where = last.touches[0]?.id ?? "";
  const moments = run.filter((event) => event.reply === undefined);
  const answer = run.findLastIndex(answers);
  const said = run[answer]?.reply;
  const since = run.slice(answer + 1).filter((event) => event.reply === undefined);
  const within = (one: Told, later: Told) => one.day > later.day - 5;
  const full = (at: number) =>
    moments.slice(0, at + 1).filter((one) => within(one, moments[at] as Told)).length > caps["touches-in-7-days"];
  const before = since.at(-2);
  if (since.length > 1 && before && last.day - before.day < caps["smallest-gap"]) offence("gap", where, run);
  const asked = run.at(-2)?.reply === "interested" && last.line === "interested";
  if (full(moments.length - 1) && !asked) offence("touches", where, run);
  if (since.length > caps["most-touches"]) offence("count", where, run);
  if (last.day - (since[0] ?? last).day >= caps["days-in-all"]) offence("length", where, run);
  if (said === "no" || said === "opt-out") offence(said, where, run);
  if (said === "reflex-no" && (since.length > 1 || last.line !== "reflex-no")) offence("reflex", where, run);
  if (since.slice(0, -1).some(({ touches }) => touches.some(({ kind }) => kind === "take-away"))) offence("take-away", where, run);
  const sayer = since
    .slice(0, -1)
    .flatMap(({ touches }) => touches.find(saysLast) ?? [])
    .at(-1);
  if (sayer) offence("last", sayer.id, run);
  const open = deferralWait !== undefined && days(deferralWait) === undefined;
  if (said === "not-now" && !open && last.line !== "not-now" && last.day - (run[answer]?.day ?? 0) < caps["gap-while-waiting"])
    offence("deferral", where, run);
  const calls = moments.flatMap((one) =>
    one.touches.filter(({ channel }) => channel === "call" || channel === "voicemail").map((touch) => ({ touch, one })),
  );
  const rings = (at: number) =>
    calls.slice(0, at + 1).filter(({ one }) => within(one, calls[at]?.one as Told)).length > caps["calls-in-7-days"];
  for (const [i, { touch, one }] of calls.entries()) if (one === last && rings(i) && !asked) offence("calls", touch.id, run);
  const used = new Set(moments.slice(0, -1).flatMap(({ day, touches }) => (day === last.day ? touches.map(({ channel }) => channel) : [])));
  for (const { id, channel } of last.touches) {
    used.add(channel);
    if (used.size > caps["channels-in-a-day"]) offence("channels", id, run);
  }
}

const LAST = "This is my last email.";
const saysLast = (touch: Touch) => "message" in touch && touch.message === LAST;

const REPLIES = ["interested", "not-now", "reflex-no", "no", "opt-out", "silence", "wrong-person", "out-of-office", "bounce"] as const;

/** Playbooks too small to be any good, and full of ways to go wrong. */
export const small = fc
  .record({
    main: fc.array(fc.nat(3), { maxLength: 4 }),
    replies: fc.uniqueArray(fc.constantFrom<ReplyName>(...REPLIES), { maxLength: 3 }),
    picks: fc.infiniteStream(fc.nat(1000)),
    rest: fc.constantFrom("3 days", "2 weeks", "90 days"),
  })
  .map(({ main, replies, picks, rest }) => {
    const pick = <T>(...some: readonly T[]): T => some[(picks.next().value as number) % some.length] as T;
    const line = (name: string, gaps: readonly number[], first: number) => {
      let day = first;
      return gaps.map((gap, i) => {
        day += i === 0 ? 0 : gap;
        const paired = i > 0 && gap === 0 && pick(true, false);
        const channel = pick("call", "email", "sms");
        return {
          id: `${name}-${i}`,
          day,
          channel,
          ...(channel !== "call" && pick(true, false, false) ? { message: LAST } : {}),
          ...(paired ? { "pairs-with": `${name}-${i - 1}` } : {}),
          ...(pick(true, false, false) ? { kind: "take-away" } : {}),
        };
      });
    };
    const branch = (reply: string) => ({
      touches: line(
        reply,
        Array.from({ length: pick(0, 1, 1, 2, 3) }, () => pick(0, 1, 2, 4)),
        pick(0, 0, 1, 2),
      ),
      // biome-ignore lint/suspicious/noThenProperty: `then` is a word of the format; the branch is data and is never awaited.
      then: pick("stop", "resume", "resume", "return"),
      ...pick({}, {}, { wait: "2 days" }, { wait: "4 days" }, { wait: "until their date" }),
    });
    return {
      touches: line("main", main, 1),
      replies: Object.fromEntries(replies.map((reply) => [reply, branch(reply)])),
      afterwards: { rest },
    };
  });

export const someCaps = fc.record({
  touches: fc.integer({ min: 1, max: 3 }),
  calls: fc.integer({ min: 1, max: 2 }),
  gap: fc.integer({ min: 1, max: 3 }),
  days: fc.integer({ min: 5, max: 8 }),
});
