import { CHANNELS } from "../format/channels.ts";
import type { ReplyName } from "../model.ts";
import { BUSINESS_DAYS_A_WEEK } from "../timeline.ts";
import type { Watch } from "./watch.ts";

/** What the promises about pace remember: how many touches the last seven days held, and how long ago the last one was. */
export type PaceMemory = {
  /** How many moments, and how many calls, fell on today, yesterday and so on: four bits a business day, the latest of as many as the cap allows. */
  readonly moments: number;
  readonly calls: number;
  /** The channels used today, a bit each. */
  readonly channels: number;
  /** Business days since the last moment, counted no further than the smallest gap. */
  readonly age: number;
  /** Whether a person has answered since the last moment. */
  readonly answered: boolean;
  /** Business days since “not now”, when we do not wait for their date; `PATIENT` once enough have passed. */
  readonly deferral: number;
};

/** The replies that ask for what comes next. */
const ASKS_FOR_MORE: ReadonlySet<ReplyName> = new Set(["interested", "meeting-booked"]);

/** Nobody waits to be left in peace. */
const PATIENT = 255;

const BITS = 4;
const MOST = 2 ** BITS - 1;
const WEEK = 2 ** (BITS * BUSINESS_DAYS_A_WEEK) - 1;
const ALL = 2 ** CHANNELS.length - 1;
const BIT: Readonly<Record<string, number>> = Object.fromEntries(CHANNELS.map((channel, i) => [channel, 1 << i]));

/** Promises about pace. Their weeks are seven calendar days, five business days, whatever the weekday a cadence starts on. */
export const pace: Watch<PaceMemory> = {
  fresh: { moments: 0, calls: 0, channels: 0, age: 0, answered: true, deferral: PATIENT },
  heedsDelay: true,
  later(memory, by, caps) {
    if (by === 0) return memory;
    return {
      moments: shifted(memory.moments, by),
      calls: shifted(memory.calls, by),
      channels: 0,
      age: Math.min(memory.age + by, caps["smallest-gap"]),
      answered: memory.answered,
      deferral: memory.deferral + by < caps["gap-while-waiting"] ? memory.deferral + by : PATIENT,
    };
  },
  replied(memory, { branch: { reply }, by, over }) {
    if (by !== "person") return memory;
    return { ...memory, age: 0, answered: true, deferral: reply === "not-now" && over !== undefined ? 0 : PATIENT };
  },
  reached(memory, { touches }, { branch }, caps, broken) {
    const [first] = touches;
    const most = caps["touches-in-7-days"];
    if (!memory.answered && memory.age < caps["smallest-gap"]) broken("gap", first);
    // Whoever answers somebody who asked for more does not knock once too often. It counts for what comes after.
    const asked = memory.answered && branch !== undefined && ASKS_FOR_MORE.has(branch.reply);
    if (sum(memory.moments) >= most && !asked) broken("touches", first);
    if (memory.deferral < PATIENT && branch?.reply !== "not-now") broken("deferral", first);
    let { calls, channels } = memory;
    for (const touch of touches) {
      channels |= BIT[touch.channel] ?? 0;
      if (ones(channels) > caps["channels-in-a-day"]) broken("channels", touch);
      if (touch.channel !== "call" && touch.channel !== "voicemail") continue;
      if (sum(calls) >= caps["calls-in-7-days"] && !asked) broken("calls", touch);
      calls = latest(calls + 1, caps["calls-in-7-days"]);
    }
    // A day with too many channels has no room for more: which ones makes no difference.
    if (ones(channels) > caps["channels-in-a-day"]) channels = ALL;
    return { moments: latest(memory.moments + 1, most), calls, channels, age: 0, answered: false, deferral: memory.deferral };
  },
  covers: (one, other) =>
    one.deferral <= other.deferral &&
    (other.answered || (!one.answered && one.age <= other.age)) &&
    (other.channels & ~one.channels) === 0 &&
    asLate(one.moments, other.moments) &&
    asLate(one.calls, other.calls),
};

/** Whether a week holds as many, and as late, as another: then it has no room where the other has none. */
function asLate(one: number, other: number): boolean {
  if (one === other) return true;
  let ahead = 0;
  for (let day = 0; day < BUSINESS_DAYS_A_WEEK; day++) {
    ahead += ((one >>> (BITS * day)) & MOST) - ((other >>> (BITS * day)) & MOST);
    if (ahead < 0) return false;
  }
  return true;
}

const shifted = (days: number, by: number): number => (by >= BUSINESS_DAYS_A_WEEK ? 0 : (days << (BITS * by)) & WEEK);

/** The latest of some moments, as many as the cap allows: one more makes a week too full exactly when all of these fall into it. */
function latest(days: number, most: number): number {
  let left = most;
  let kept = 0;
  for (let day = 0; day < BUSINESS_DAYS_A_WEEK; day++) {
    const those = Math.min((days >>> (BITS * day)) & MOST, left);
    left -= those;
    kept |= those << (BITS * day);
  }
  return kept;
}

function sum(days: number): number {
  let all = 0;
  for (let rest = days; rest > 0; rest >>>= BITS) all += rest & MOST;
  return all;
}

function ones(bits: number): number {
  let all = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) all++;
  return all;
}
