import * as promises from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type Entry, judgeLedger, type Refusal, revoke } from "../core/index.ts";
import { folderWith } from "../test/cadence.ts";
import { asked, ID, MAREN, newWorld, type World } from "../test/world.ts";
import { type Disk, enter, ledgerOf, readLedger } from "./ledger.ts";

class Killed extends Error {}

/**
 * A disk that dies at one of its writes, before it or in the middle of it, and does nothing ever after, as when the process is
 * killed: what would tidy up afterwards never runs.
 */
function dyingDisk(at: number, torn: boolean): Disk & { readonly writes: () => number; readonly begun: () => boolean } {
  let writes = 0;
  let begun = false;
  const step = async <T>(work: () => Promise<T>, half?: () => Promise<unknown>): Promise<T> => {
    if (writes >= at) throw new Killed();
    writes++;
    if (writes < at) return work();
    if (torn) await half?.();
    throw new Killed();
  };
  return {
    writes: () => writes,
    // Whether the folder that the decision is written in was made. The folders above it hold nothing.
    begun: () => begun,
    mkdir: (async (...args: Parameters<typeof promises.mkdir>) => {
      const made = await step(() => promises.mkdir(...args));
      begun ||= path.basename(String(args[0])).startsWith(".");
      return made;
    }) as typeof promises.mkdir,
    rename: (from, to) => step(() => promises.rename(from, to)),
    rm: (...args) => (writes >= at ? Promise.reject(new Killed()) : promises.rm(...args)),
    readdir: promises.readdir,
    async open(file, flags) {
      if (flags === "r") return writes >= at ? Promise.reject(new Killed()) : promises.open(file, flags);
      const handle = await step(() => promises.open(file, flags));
      return {
        writeFile: (content: Uint8Array) =>
          step(
            () => handle.writeFile(content),
            () => handle.writeFile(content.subarray(0, content.length >> 1)),
          ),
        sync: () => step(() => handle.sync()),
        close: () => handle.close(),
      } as promises.FileHandle;
    },
  };
}

/** What lies on disk, judged as any command judges it. */
const standing = (folder: string, world: World) => judgeLedger(readLedger(folder), { ...world, today: "2026-11-26" });

/** A folder whose ledger holds so many decisions, and the next one, ready to be entered. */
async function prepared(decisions: number, signed: boolean) {
  const home = await folderWith({});
  const folder = ledgerOf(path.join(home, `${ID}.playbook.yaml`));
  const world = newWorld(false);
  const next = async (): Promise<Entry> => {
    const held = await standing(folder, world);
    const decision: Entry | readonly Refusal[] =
      held.state === "never-approved" || held.state === "revoked"
        ? await asked({ ...world, ...readLedger(folder), entries: [...readLedger(folder).entries], others: [] })
        : revoke({ id: ID, by: MAREN, on: "2026-11-26", because: "For a test of the disk.", config: world.config, standing: held });
    if (!("files" in decision)) throw new Error(JSON.stringify(decision));
    return signed ? { ...decision, files: new Map([...decision.files, [`${decision.record}.sig`, new Uint8Array(300)]]) } : decision;
  };
  for (let i = 0; i < decisions; i++) await enter(folder, await next());
  return { folder, world, next };
}

describe.each([
  ["the first approval", 0, "never-approved", "approved"],
  ["a revocation", 1, "approved", "revoked"],
  ["an approval after a revocation", 2, "revoked", "approved"],
] as const)("killed at any write of %s", (_, decisions, old, now) => {
  test.each([
    ["before the write", false],
    ["in the middle of it", true],
  ])("%s, the ledger is as it was or as it shall be, and the same command can be given again", async (_when, torn) => {
    const seen = new Set<string>();
    for (let at = 1; ; at++) {
      const { folder, world, next } = await prepared(decisions, false);
      const disk = dyingDisk(at, torn);
      const died = await enter(folder, await next(), disk).then(
        () => false,
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          return true;
        },
      );
      const { state, faults, unfinished, steps } = await standing(folder, world);
      expect([at, faults]).toEqual([at, []]);
      expect([old, now]).toContain(state);
      seen.add(state);
      // Whatever was left behind is named, so that nobody wonders whether it counts.
      if (died && state === old) expect(unfinished).toHaveLength(disk.begun() ? 1 : 0);
      if (state === old) {
        expect(await enter(folder, await next())).toBe(true);
        expect(await standing(folder, world)).toMatchObject({ state: now, faults: [] });
      } else {
        // A decision that counts already is never taken back by what was left undone after it.
        expect(await enter(folder, await next())).toBe(true);
        expect((await standing(folder, world)).steps).toHaveLength(steps.length + 1);
      }
      if (disk.writes() < at) break;
      expect(at).toBeLessThan(60);
    }
    expect([...seen].sort()).toEqual([old, now].sort());
  });
});

test("of many who decide at once exactly one enters", async () => {
  const { folder, world, next } = await prepared(1, false);
  const decision = await next();
  const entered = await Promise.all(Array.from({ length: 12 }, () => enter(folder, decision)));
  expect(entered.filter(Boolean)).toHaveLength(1);
  expect(await standing(folder, world)).toMatchObject({ state: "revoked", faults: [], unfinished: [] });
});

test.each(["ENOSPC", "EROFS", "EIO"])("a disk that answers %s leaves nothing behind, and the error is the system's", async (code) => {
  for (const failing of ["open", "rename"] as const) {
    const { folder, world, next } = await prepared(1, false);
    const fail = () => Promise.reject(Object.assign(new Error(code), { code }));
    const disk: Disk = {
      ...promises,
      open: (file, flags) => (failing === "open" && flags === "wx" ? fail() : promises.open(file, flags)),
      rename: failing === "rename" ? fail : promises.rename,
    };
    await expect(enter(folder, await next(), disk)).rejects.toMatchObject({ code });
    expect(await standing(folder, world)).toMatchObject({ state: "approved", faults: [], unfinished: [] });
  }
});

test("a link, a pipe or a folder in the place of a file counts for nothing", async () => {
  const { folder, world } = await prepared(1, false);
  await promises.symlink(path.join(folder, "1"), path.join(folder, "2"));
  expect((await standing(folder, world)).faults).toMatchObject([{ file: "2", what: "This belongs to no decision." }]);
  await promises.rm(path.join(folder, "2"));
  const copy = path.join(folder, "1", `${ID}.playbook.yaml`);
  await promises.rm(copy);
  await promises.mkdir(copy);
  expect((await standing(folder, world)).state).toBe("forged");
});
