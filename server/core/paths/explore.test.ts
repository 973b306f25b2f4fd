import * as fc from "fast-check";
import { expect, test } from "vitest";
import { everyRun, small, someCaps, type Told } from "../../test/every-run.ts";
import { check } from "../check.ts";
import { CAREFUL } from "../format/caps.ts";
import { explore } from "./explore.ts";

/** A run as its length and its days: what makes one run shorter, or earlier, than another. */
const measure = (days: readonly number[]) => [days.length, ...days];
const sooner = (a: readonly number[], b: readonly number[]) =>
  (a.map((day, i) => day - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0) < 0;

const EVENTS = 6;

test("the engine and the telling of every run agree on what breaks, where, and on the shortest run that breaks it", () => {
  let broken = 0;
  fc.assert(
    fc.property(small, someCaps, (written, { touches, calls, gap, days: inAll }) => {
      const { playbook } = check(JSON.stringify(written));
      if (!playbook) return;
      const caps = {
        ...CAREFUL,
        "most-touches": 3,
        "touches-in-7-days": touches,
        "calls-in-7-days": calls,
        "smallest-gap": gap,
        "days-in-all": inAll,
      };
      const told = new Map<string, readonly number[]>();
      const came = new Map<string, number>();
      const comes = (run: readonly Told[]) => {
        const last = run.at(-1);
        const key = last?.reply ?? last?.touches[0]?.id ?? "";
        if (last) came.set(key, Math.min(run.length, came.get(key) ?? EVENTS));
      };
      everyRun(playbook, caps, EVENTS, comes, (promise, where, run) => {
        const key = `${promise} at ${where}`;
        const mine = measure(run.map(({ day }) => day));
        const known = told.get(key);
        if (!known || sooner(mine, known)) told.set(key, mine);
      });
      const { breaks, complete, reached } = explore(playbook, caps);
      const near = [...reached].filter(([, events]) => events <= EVENTS);
      expect(
        Object.fromEntries(near.map(([what, events]) => ["touches" in what ? what.touches[0].id : what.branch.reply, events])),
      ).toEqual(Object.fromEntries(came));
      const found = new Map(
        breaks
          .filter(({ run }) => run.length <= EVENTS)
          .map(({ promise, where, run }) => [
            `${promise} at ${"id" in where ? String(where.id) : run.findLast((event) => event.kind === "reply")?.line.branch?.reply}`,
            measure(run.map(({ day }) => day)),
          ]),
      );
      expect(complete).toBe(true);
      expect(Object.fromEntries([...found].sort())).toEqual(Object.fromEntries([...told].sort()));
      broken += found.size;
    }),
    { numRuns: 3000 },
  );
  expect(broken).toBeGreaterThan(10_000);
});
