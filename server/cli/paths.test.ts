import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { bin, cadence, folderWith } from "../test/cadence.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { has } from "../test/shells.ts";
import { typedInto } from "../test/terminal.ts";

const badgering = `touches:
  - { id: hello, day: 1, channel: call }
  - { id: again, day: 2, channel: linkedin }
replies:
  no: resume
`;
const inBritain = "calendars: { default: { region: GB, time-zone: Europe/London, sending-hours: { from: 09:00, to: 17:00 } } }\n";
const inBerlin = "office: { time-zone: Europe/Berlin, hours: { from: 08:30, to: 17:00 } }\n";

describe("cadence paths", () => {
  test("counts and tells the runs of a playbook whose promises hold", async () => {
    const { code, out, err } = await cadence(await folderWith({ "a.playbook.yaml": cleanPlaybook }), ["paths", "a.playbook.yaml"]);
    expect([code, err]).toEqual([0, ""]);
    for (const words of ["1 run on which nobody answers.", "The longest", "The densest seven days", "Every promise holds on every run."])
      expect(out).toContain(words);
  });

  test("as data, with every promise that breaks and the shortest run that breaks it", async () => {
    const folder = await folderWith({ "a.playbook.yaml": badgering });
    const { code, out } = await cadence(folder, ["paths", "a.playbook.yaml", "--format", "json"]);
    expect(code).toBe(1);
    const told = JSON.parse(out);
    expect(told.runs.map(({ runs }: { runs: number }) => runs)).toEqual([1, 3, 4]);
    expect(told.breaks).toContainEqual({
      promise: "no",
      story: "Day 1: call “hello”. They say no. Day 2: the main line goes on, LinkedIn message “again”.",
    });
    expect(told).toMatchObject({ version: 1, complete: true, file: "a.playbook.yaml" });
  });

  test("as a Mermaid diagram", async () => {
    const { out } = await cadence(await folderWith({ "a.playbook.yaml": badgering }), ["paths", "a.playbook.yaml", "--format", "mermaid"]);
    expect(out).toMatch(/^stateDiagram-v2\n/);
    expect(out).toContain("no");
  });

  test("with the holidays of the region that the configuration names", async () => {
    const folder = await folderWith({ "a.playbook.yaml": badgering, "cadence.config.yaml": inBritain });
    const { out } = await cadence(folder, ["paths", "a.playbook.yaml", "--format", "json"]);
    const { calendar } = JSON.parse(out);
    expect(calendar.regions).toEqual(["GB"]);
    // Nowhere in a British year are there fewer than four closed days around Christmas or Easter.
    expect(calendar.longestPause).toMatchObject({ from: "hello", to: "again", businessDays: 1, atBest: 1 });
    expect(calendar.longestPause.calendarDays).toBeGreaterThanOrEqual(5);
  });
});

describe("cadence simulate", () => {
  const simulate = async (args: readonly string[], files: Record<string, string> = {}) =>
    cadence(await folderWith({ "a.playbook.yaml": cleanPlaybook, ...files }), ["simulate", "a.playbook.yaml", ...args]);

  test("plays the run on which nobody answers, over a bank holiday, to its end", async () => {
    const { code, out, err } = await simulate(["--start", "2027-03-26"], { "cadence.config.yaml": inBritain + inBerlin });
    expect([code, err]).toEqual([0, ""]);
    expect(out.replace(/\s+/g, " ")).toContain("Friday 26 March 2027 is no business day (Good Friday), so it begins on the next.");
    expect(out).toContain("day 1  Tuesday 30 March 2027.");
    expect(out.replace(/\s+/g, " ")).toContain("Between 09:00 and 17:00 their time, which is 10:00 to 18:00 yours.");
    expect(out).toContain("Nobody answers.");
  });

  test("plays what they answer, and what the playbook does then", async () => {
    const { out } = await simulate(["--start", "2027-01-04", "--reply", "day-1=out-of-office@2027-01-18", "--reply", "day-14=no"]);
    const told = out.replace(/\s+/g, " ");
    expect(told).toContain("An automatic answer says they are away.");
    expect(told).toMatch(/The main line goes on, .* They say no\. .* It ends here on every channel, and the rest begins\./);
  });

  test("says what was not played, and why", async () => {
    const { code, out } = await simulate(["--reply", "day-1=reflex-no", "--reply", "day-300=no"], {
      "a.playbook.yaml": "touches: [{ id: hello, day: 1, channel: email }, { id: bye, day: 9, channel: email }]\nreplies: { no: stop }\n",
    });
    expect(code).toBe(0);
    const told = out.replace(/\s+/g, " ");
    expect(told).toContain("it counts as a considered one.");
    expect(told).toContain("Nothing of ours was waiting for an answer on day 300, so “no” was not played.");
    expect(told).toContain("They heard from us 1 time.");
  });

  test.each([
    [["--start", "2027-02-30"], "“2027-02-30” is no date."],
    [["--start", "soon"], "“soon” is no date."],
    [["--reply", "no"], "“no” is no day and reply."],
    [["--reply", "day-0=no"], "Day 0 is no day of a cadence."],
    [["--reply", "day-99999999999999999999=no"], "is no day of a cadence."],
    [["--reply", "day-3=not-nwo"], "did you mean not-now?"],
    [["--reply", "day-3=silence"], "Silence is what happens without a --reply."],
    [["--reply", "day-3=not-now@June"], "“June” is no date."],
  ])("%j is told plainly", async (args, words) => {
    const { code, out, err } = await simulate(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err.replace(/\s+/g, " ")).toContain(words);
  });

  test.each([
    ["cadence.config.yaml", "caps: {}\n", "This file is no playbook, so there is nothing to play."],
    ["empty.playbook.yaml", "", "Nothing in this file can be played."],
    ["broken.playbook.yaml", "touches: [", "Nothing in this file can be played."],
  ])("%s cannot be played", async (file, text, words) => {
    const { code, err } = await cadence(await folderWith({ [file]: text }), ["simulate", file]);
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, " ")).toContain(words);
  });

  test("what is not there is told like everywhere", async () => {
    for (const command of ["simulate", "paths"]) {
      const { code, err } = await cadence(await folderWith({}), [command, "nowhere.playbook.yaml"]);
      expect([code, err.includes("There is no such file or folder.")]).toEqual([2, true]);
    }
  });

  test("the longest waits that can be written are played to their end", async () => {
    const { code, out } = await simulate(["--reply", "day-1=wrong-person"], {
      "a.playbook.yaml":
        "touches: [{ id: hello, day: 1, channel: email }, { id: bye, day: 730, channel: email }]\nreplies: { wrong-person: { wait: 9999 months, then: resume } }\n",
      "cadence.config.yaml": inBritain,
    });
    expect([code, out.includes("They heard from us 2 times.")]).toEqual([0, true]);
  });

  const terminal = spawnSync("script", ["--version"]).status === 0;
  test.runIf(terminal)("on a terminal it asks at every touch, and takes what is typed", async () => {
    const folder = await folderWith({ "a.playbook.yaml": cleanPlaybook });
    const { stdout } = spawnSync(
      "script",
      ["-qec", `"${process.execPath}" "${bin}" simulate a.playbook.yaml --start 2027-01-04`, "/dev/null"],
      {
        cwd: folder,
        input: "maybe\nopt-out\n",
        encoding: "utf8",
        timeout: 20_000,
      },
    );
    const told = stdout.replace(/\s+/g, " ");
    expect(told).toContain("Enter: no answer.");
    expect(told).toContain("“maybe” is no reply");
    expect(told).toContain("It ends here, and they are taken off every list.");
  });
});

test("on a terminal, replies that are typed ahead are played, and whoever leaves sees no failure", async ({ skip }) => {
  if (!has("script")) return skip("Nothing here gives it a terminal.");
  const folder = await folderWith({ "a.playbook.yaml": cleanPlaybook });
  const run = (keys: string) => typedInto(folder, "simulate a.playbook.yaml --start 2027-03-01", "      >  ", keys);
  for (const leave of ["\u0003", "\u0004", "nonsense\n\u0004", "\n\nnonsense\n\u0003"]) {
    const { code, said } = await run(leave);
    expect([leave, code, said.includes("went wrong")]).toEqual([leave, 0, false]);
  }
  const { code, said } = await run("\nnonsense\nno\n");
  expect([code, said]).toEqual([0, expect.stringContaining("“nonsense” is no reply")]);
  expect(said.replace(/\s+/g, " ")).toContain("It ends here on every channel, and the rest begins.");
});
