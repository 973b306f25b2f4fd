import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { allTouches, branchesOf, CHANNELS, check, type FileKind, type Knowledge, kindOfFile, REPLIES, STAGES } from "../core/index.ts";

const FOLDER = path.join(import.meta.dirname, "../../playbooks");
/** A day on which nothing has expired yet. */
const TODAY = "2026-11-22";

const read = (file: string) => readFileSync(path.join(FOLDER, file), "utf8");
const filesOf = (kind: FileKind) => readdirSync(FOLDER).filter((file) => kindOfFile(file) === kind);
const { config, findings: ofConfig } = check(read("cadence.config.yaml"), { kind: "config", today: TODAY });
const { assets, findings: ofAssets } = check(read("cadence.assets.yaml"), { kind: "assets", today: TODAY });
const knowledge: Knowledge = { config, assets, today: TODAY };

describe("our own playbooks", () => {
  test("the configuration and the assets have no findings", () => {
    expect([...ofConfig, ...ofAssets]).toEqual([]);
    expect(config).toBeDefined();
    expect(Object.keys(assets?.assets ?? {}).length).toBeGreaterThan(5);
  });

  test.each(filesOf("playbook"))("%s has no findings", (file) => {
    const { findings, playbook } = check(read(file), knowledge);
    expect(findings.map(({ rule, range, message }) => `${file}:${range.start.line + 1} ${rule}: ${message}`)).toEqual([]);
    expect(playbook?.touches.length).toBeGreaterThanOrEqual(3);
  });

  const playbooks = filesOf("playbook")
    .map((file) => check(read(file), knowledge).playbook)
    .filter((one) => one !== undefined);

  test("there are six, one for each situation", () => {
    expect(playbooks.length).toBeGreaterThanOrEqual(6);
    expect(new Set(playbooks.map(({ audience }) => audience.situation)).size).toBe(playbooks.length);
  });

  test("together they use every channel, every reply, and every stage but one", () => {
    expect(new Set(playbooks.flatMap(allTouches).map(({ channel }) => channel))).toEqual(new Set(CHANNELS));
    expect(new Set(playbooks.flatMap(branchesOf).map(({ reply }) => reply))).toEqual(new Set(REPLIES));
    const stages = new Set(playbooks.map(({ audience }) => audience.stage));
    expect(STAGES.filter((stage) => !stages.has(stage))).toEqual(["customer"]);
  });

  test("together they bring every shared asset", () => {
    const brought = new Set(playbooks.flatMap(allTouches).map(({ asset }) => asset));
    expect(Object.keys(assets?.assets ?? {}).filter((id) => !brought.has(id))).toEqual([]);
  });
});
