import { CHANNELS } from "../format/touch.ts";
import { BUSINESS_DAYS_A_WEEK, businessDays } from "../timeline.ts";
import type { Watch } from "./watch.ts";

/** Business days for which somebody who said “not now”, and named no date we wait for, is left in peace: thirty calendar days. */
export const DEFERRED = businessDays(30);

/** What the promises about pace remember: how many touches the last seven days held, and how long ago the last one was. */
export type PaceMemory = {
  /** How many moments, and how many calls, fell on today, yesterday and so on: four bits a business day. */
  readonly moments: number;
  readonly calls: number;
  /** The channels used today, a bit each. */
  readonly channels: number;
  /** Business days since the last moment, counted no further than the smallest gap. */
  readonly age: number;
  /** Whether a person has answered since the last moment. */
  readonly answered: boolean;
  /** Whether the last moment, and the last call, already made a week too full. */
  readonly crowded: boolean;
  readonly ringing: boolean;
  /** Business days since “not now”, counted no further than `DEFERRED`. */
  readonly deferral: number;
};

const BITS = 4;
const MOST = 2 ** BITS - 1;
const WEEK = 2 ** (BITS * BUSINESS_DAYS_A_WEEK) - 1;
const BIT: Readonly<Record<string, number>> = Object.fromEntries(CHANNELS.map((channel, i) => [channel, 1 << i]));

/** Promises about pace. Their weeks are seven calendar days, five business days, whatever the weekday a cadence starts on. */
export const pace = (): Watch<PaceMemory> => {
  const weeks = new Map<number, number>();
  return {
    fresh: { moments: 0, calls: 0, channels: 0, age: 0, answered: true, crowded: false, ringing: false, deferral: DEFERRED },
    heedsDelay: true,
    later(memory, by, caps) {
      if (by === 0) return memory;
      const [moments, calls] = [shifted(memory.moments, by), shifted(memory.calls, by)];
      return {
        moments,
        calls,
        channels: 0,
        age: Math.min(memory.age + by, caps["smallest-gap"]),
        answered: memory.answered,
        // With room for one more, the week is not too full with the next, whatever the one before.
        crowded: memory.crowded && sum(moments) >= caps["touches-in-7-days"],
        ringing: memory.ringing && sum(calls) >= caps["calls-in-7-days"],
        deferral: Math.min(memory.deferral + by, DEFERRED),
      };
    },
    replied(memory, { branch: { reply }, by, over }) {
      if (by !== "person") return memory;
      return { ...memory, age: 0, answered: true, deferral: reply === "not-now" && over !== undefined ? 0 : DEFERRED };
    },
    reached(memory, { touches }, { branch }, caps, broken) {
      const [first] = touches;
      const moments = plusOne(memory.moments);
      const crowded = sum(moments) > caps["touches-in-7-days"];
      if (!memory.answered && memory.age < caps["smallest-gap"]) broken("gap", first);
      if (crowded && !memory.crowded) broken("touches", first);
      if (memory.deferral < DEFERRED && branch?.reply !== "not-now") broken("deferral", first);
      let { calls, channels, ringing } = memory;
      for (const touch of touches) {
        const bit = BIT[touch.channel] ?? 0;
        if (!(channels & bit) && ones(channels) === caps["channels-in-a-day"]) broken("channels", touch);
        channels |= bit;
        if (touch.channel !== "call" && touch.channel !== "voicemail") continue;
        const before = ringing;
        calls = plusOne(calls);
        ringing = sum(calls) > caps["calls-in-7-days"];
        if (ringing && !before) broken("calls", touch);
      }
      return { moments, calls, channels, age: 0, answered: false, crowded, ringing, deferral: memory.deferral };
    },
    sign({ moments, calls, channels, age, answered, crowded, ringing, deferral }) {
      const days = calls * 2 ** (BITS * BUSINESS_DAYS_A_WEEK) + moments;
      let week = weeks.get(days);
      if (week === undefined) weeks.set(days, (week = weeks.size));
      const flags = (answered ? 1 : 0) + (crowded ? 2 : 0) + (ringing ? 4 : 0);
      return (((week * 256 + channels) * 64 + (answered ? 0 : age)) * 32 + deferral) * 8 + flags;
    },
  };
};

const shifted = (days: number, by: number): number => (by >= BUSINESS_DAYS_A_WEEK ? 0 : (days << (BITS * by)) & WEEK);

/** One more today. A day holds no more than any cap can ask about. */
const plusOne = (days: number): number => ((days & MOST) === MOST ? days : days + 1);

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
