import { describe, expect, test } from "vitest";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { approve, openApproved, samePerson } from "./approval.ts";
import { check } from "./check.ts";
import type { Config } from "./model.ts";
import { applied, edits } from "./text/edit.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (copy: Uint8Array) => new TextDecoder().decode(copy);
const by = "Sam Lindqvist <sam@northwind.example>";
const request = { id: "first", by, on: "2026-11-22", config: undefined, assets: undefined };

async function approvedEntry(playbook = cleanPlaybook) {
  const entry = await approve({ ...request, bytes: bytes(playbook) });
  if (!("record" in entry)) throw new Error(JSON.stringify(entry, null, 1));
  return entry;
}

describe("approving", () => {
  test("a clean playbook makes a copy and a record that believe each other", async () => {
    const entry = await approvedEntry();
    expect(text(entry.copy)).toBe(cleanPlaybook);
    const opened = await openApproved({ id: "first", ...entry });
    expect(opened).toMatchObject({
      id: "first",
      approval: { playbook: "first", version: 1, "approved-by": by, "approved-on": "2026-11-22", "review-by": "2027-02-20" },
      playbook: { title: "First conversation" },
    });
  });

  test("the review date follows the team's configuration, across the end of a year", async () => {
    const config = check("review-every: 6 months\n", { kind: "config" }).config;
    const entry = await approve({ ...request, bytes: bytes(cleanPlaybook), config });
    expect("record" in entry && entry.record).toContain("review-by: 2027-05-21");
  });

  test("what the team decided for some files holds for the files it names", async () => {
    const { config } = check("overrides: [{ files: [pilots/**], caps: { most-touches: 1 } }]\n", { kind: "config" });
    const configFile = "/team/cadence.config.yaml";
    const asked = (file: string) => approve({ ...request, bytes: bytes(cleanPlaybook), config, location: { file, configFile } });
    expect(await asked("/team/a.playbook.yaml")).toHaveProperty("record");
    expect(await asked("/team/pilots/a.playbook.yaml")).toMatchObject([{ what: "The playbook has 1 error." }]);
  });

  test("the next version follows the newest, and the same text twice is refused", async () => {
    const first = await approve({ ...request, bytes: bytes(cleanPlaybook) });
    const digest = "record" in first ? (/sha256:\w+/.exec(first.record)?.[0] ?? "") : "";
    const again = await approve({ ...request, bytes: bytes(cleanPlaybook), latest: { version: 1, digest } });
    expect(again).toMatchObject([{ what: "This exact text is already approved, as version 1." }]);
    const next = await approve({ ...request, bytes: bytes(`${cleanPlaybook}# one more thought\n`), latest: { version: 1, digest } });
    expect(next).toMatchObject({ version: 2 });
  });

  test.each<[why: string, change: (playbook: string) => string, by: string, what: RegExp]>([
    ["errors", (playbook) => playbook.replace("kind: take-away", "kind: standard"), by, /^The playbook has 1 error\.$/],
    ["its own owner", (playbook) => playbook, "Dana Ortiz <dana@northwind.example>", /Dana Ortiz owns this playbook/],
    ["its own owner under another name", (playbook) => playbook, "D. O. <DANA@northwind.example>", /owns this playbook/],
    ["no owner", (playbook) => playbook.replace(/^owner:.*\n/m, ""), by, /no owner/],
    ["an approver without an address", (playbook) => playbook, "Sam", /does not name the approver/],
  ])("refuses %s", async (_, change, person, what) => {
    const refused = await approve({ ...request, by: person, bytes: bytes(change(cleanPlaybook)) });
    expect(Array.isArray(refused) && refused.map((refusal) => refusal.what)).toContainEqual(expect.stringMatching(what));
  });

  test.each<[approvers: string, refused: RegExp | undefined]>([
    ["[{ person: Sam Lindqvist <sam@northwind.example> }]", undefined],
    ["[{ person: Ines Roy <ines@northwind.example> }]", /is not among the approvers/],
    [
      "[{ person: Sam Lindqvist <sam@northwind.example>, segments: [enterprise] }]",
      /does not approve playbooks for the segment “mid-market”/,
    ],
    ["[{ person: Sam Lindqvist <sam@northwind.example>, segments: [mid-market] }]", undefined],
  ])("holds to the approvers %s", async (approvers, refused) => {
    const { config } = check(`approvers: ${approvers}\n`, { kind: "config" }) as { config: Config };
    const answer = await approve({ ...request, bytes: bytes(cleanPlaybook), config });
    if (refused) expect(answer).toMatchObject([{ what: expect.stringMatching(refused) }]);
    else expect(answer).toHaveProperty("record");
  });

  test("keeps the assets a playbook brings as they were", async () => {
    const asset = { title: "Benchmark", owner: by, expires: "2027-03-31" };
    const playbook = check(cleanPlaybook);
    const bringing = applied(cleanPlaybook, edits(playbook.source, "playbook", [{ set: ["touches", 0, "asset"], to: "benchmark" }]));
    const assets = { assets: { benchmark: asset, unused: asset } };
    const entry = await approve({ ...request, bytes: bytes(bringing), assets });
    if (!("record" in entry)) throw new Error(JSON.stringify(entry));
    const opened = await openApproved({ id: "first", ...entry });
    expect(opened).toMatchObject({ approval: { assets: { benchmark: asset } } });
    expect(entry.record).not.toContain("unused");
  });
});

describe("believing", () => {
  test.each<[change: (playbook: string) => string, difference: RegExp]>([
    [
      (playbook) => playbook.replace("First conversation", "Last conversation"),
      /Line 1 was “title: First conversation” and is “title: Last conversation”\./,
    ],
    [(playbook) => `${playbook}# added`, /Line \d+ was “” and is “# added”\./],
    [(playbook) => playbook.slice(0, playbook.lastIndexOf("\n", playbook.length - 2)), /Line \d+ was “.+” and is nothing\./],
  ])("a copy that was touched is not believed, and the difference is said", async (change, difference) => {
    const { record } = await approvedEntry();
    const opened = await openApproved({ id: "first", version: 1, record, copy: bytes(change(cleanPlaybook)), draft: bytes(cleanPlaybook) });
    expect(opened).toMatchObject([{ what: expect.stringMatching(difference) }]);
  });

  test("line endings are content too", async () => {
    const { record } = await approvedEntry();
    const opened = await openApproved({ id: "first", version: 1, record, copy: bytes(cleanPlaybook.replaceAll("\n", "\r\n")) });
    expect(opened).toMatchObject([
      { what: expect.stringMatching(/^The copy is not what was approved: the record names sha256:\w{12}…, the copy is sha256:\w{12}…\.$/) },
    ]);
  });

  test.each<[change: (record: string) => string, what: RegExp]>([
    [(record) => record.replace("playbook: first", "playbook: other"), /speaks for “other”, not for “first”/],
    [(record) => record.replace("version: 1", "version: 2"), /speaks for version 2, not for version 1/],
    [() => "", /record cannot be read/],
    [() => "a: [", /record cannot be read/],
    [(record) => record.replace(/approved-by.*\n/, ""), /record cannot be read/],
  ])("a record that was touched is not believed", async (change, what) => {
    const { record, copy } = await approvedEntry();
    const opened = await openApproved({ id: "first", version: 1, copy, record: change(record) });
    expect(opened).toMatchObject([{ what: expect.stringMatching(what) }]);
  });
});

test.each([
  ["Sam Lindqvist <sam@northwind.example>", "sam lindqvist", true],
  ["Sam Lindqvist <sam@northwind.example>", "SAM@northwind.example", true],
  ["Sam Lindqvist <sam@northwind.example>", "Sam Lindqvist <other@northwind.example>", false],
  ["Sam Lindqvist <sam@northwind.example>", "Ines Roy", false],
])("%s and %s are the same person: %s", (one, other, same) => expect(samePerson(one, other)).toBe(same));
