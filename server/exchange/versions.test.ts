import { describe, expect, test } from "vitest";
import { check } from "../core/index.ts";
import { importText, type SourceName } from "./index.ts";

function draftOf(data: unknown) {
  const result = importText(JSON.stringify(data), { name: "my-export" });
  if ("what" in result) throw new Error(result.what);
  const [draft] = result.drafts;
  if (!draft) throw new Error("There is no draft.");
  return { ...draft, touches: check(draft.text).playbook?.touches ?? [] };
}

describe("Apollo: of several templates the one that is on is the touch", () => {
  const versions = (...statuses: readonly (string | undefined)[]) => ({
    emailer_campaign: { name: "A" },
    emailer_steps: [{ id: "s", type: "auto_email", position: 1, wait_time: 0, wait_mode: "day" }],
    emailer_touches: statuses.map((status, i) => ({
      id: `t${i}`,
      emailer_step_id: "s",
      emailer_template_id: `e${i}`,
      type: "new_thread",
      ...(status === undefined ? {} : { status }),
    })),
    emailer_templates: statuses.map((_, i) => ({ id: `e${i}`, name: `N${i}`, subject: `S${i}`, body_html: `<p>Words ${i}</p>` })),
  });

  test.each([
    [["inactive", "approved"], 1, "The first that is switched on was taken"],
    [["draft", "active", "active"], 1, "The first that is switched on was taken"],
    [["archived", undefined], 1, "The first that is switched on was taken"],
    [["approved", "inactive"], 0, "The first was taken"],
    [[undefined, undefined], 0, "The first was taken"],
    [["draft", "draft"], 0, "None is switched on, and the first was taken"],
  ] as const)("%o", (statuses, taken, told) => {
    const { touches, text, notes } = draftOf(versions(...statuses));
    expect(touches).toMatchObject([{ subject: `S${taken}`, message: `Words ${taken}` }]);
    expect(notes[0]).toContain(`Step 1 holds ${statuses.length} versions of one email. ${told}`);
    for (const i of statuses.keys()) for (const word of [`Words ${i}`, `N${i}`]) expect(text).toContain(word);
    for (const [i, status] of statuses.entries())
      if (status !== undefined && i !== taken) expect(text).toMatch(new RegExp(`# other version [BC] status: ${status}`));
  });

  test("nested, too; and one alone is not told", () => {
    const touch = (status: string, subject: string) => ({
      type: "new_thread",
      status,
      emailer_template: { subject, body_html: "<p>x</p>" },
    });
    const nested = (...own: readonly object[]) => ({
      name: "A",
      emailer_steps: [{ type: "auto_email", position: 1, emailer_touches: own }],
    });
    expect(draftOf(nested(touch("inactive", "Off"), touch("approved", "On"))).touches).toMatchObject([{ subject: "On" }]);
    expect(draftOf(nested(touch("draft", "Alone"))).notes).toEqual([]);
  });
});

test("Salesloft: what is told is what was taken, and nothing of the other version is lost", () => {
  const mail = (subject: string, enabled: boolean) => ({
    type: "Email",
    enabled,
    name: subject,
    type_settings: { email_template: { title: `Title ${subject}`, subject, body: "<p>x</p>" } },
  });
  const group = (...steps: readonly object[]) => ({ cadence_content: { settings: { name: "S" }, step_groups: [{ day: 1, steps }] } });
  const second = draftOf(group(mail("Off", false), mail("On", true)));
  expect(second.touches).toMatchObject([{ subject: "On" }]);
  expect(second.notes).toEqual([
    "Day 1 holds 2 versions of one email. The first that is switched on was taken; the other stands in its comments.",
  ]);
  for (const kept of ["other version B enabled: false", "other version B title: Title Off"]) expect(second.text).toContain(kept);
  expect(draftOf(group(mail("A", true), mail("B", true))).notes).toEqual([
    "Day 1 holds 2 versions of one email. The first was taken; the other stands in its comments.",
  ]);
  expect(draftOf(group(mail("A", false), mail("B", false))).notes[0]).toContain("None is switched on, and the first was taken");
});

describe("Outreach", () => {
  const to = (type: string, id: number) => ({ data: { type, id } });
  const step = (id: number, attributes: object, relationships: object) => ({
    type: "sequenceStep",
    id,
    attributes: { order: id, interval: 0, ...attributes },
    relationships: { sequence: to("sequence", 1), ...relationships },
  });

  test("what a sequence or a step refers to is told there, and only what nothing refers to is told as unused", () => {
    const { text, notes } = draftOf({
      data: {
        type: "sequence",
        id: 1,
        attributes: { name: "O", sequenceType: "interval" },
        relationships: { ruleset: to("ruleset", 4), owner: to("user", 7), schedule: { data: null } },
      },
      included: [
        step(1, { stepType: "call", taskNote: "Ask about returns" }, { callPurpose: to("callPurpose", 2) }),
        step(
          2,
          { stepType: "call", taskNote: "Ask about stock" },
          { callPurpose: to("callPurpose", 2), taskPriority: to("taskPriority", 3) },
        ),
        step(3, { stepType: "call", taskNote: "Say goodbye" }, { taskPriority: to("taskPriority", 9) }),
        { type: "ruleset", id: 4, attributes: { name: "Careful" }, relationships: { creator: to("user", 8) } },
        { type: "user", id: 7, attributes: { name: "Dana" } },
        { type: "user", id: 8, attributes: { name: "Maren" } },
        { type: "callPurpose", id: 2, attributes: { name: "Discovery" } },
        { type: "taskPriority", id: 3, attributes: { name: "High" } },
        { type: "persona", id: 5, attributes: { name: "Nobody's" } },
      ],
    });
    expect(text).toContain('# Outreach ruleset (ruleset 4): {"name":"Careful"}');
    expect(text).toContain('# Outreach owner (user 7): {"name":"Dana"}');
    expect(text).toContain('# Outreach user 8 that ruleset 4 refers to: {"name":"Maren"}');
    expect(text).toContain('# Outreach persona 5 that no sequence here uses: {"name":"Nobody\'s"}');
    expect(text.match(/that no sequence here uses/g)).toHaveLength(1);
    // Each stands above the step that names it.
    const parts = text.split(/script: /);
    expect(parts[0]).toContain('# callPurpose (callPurpose 2): {"name":"Discovery"}');
    expect(parts[1]).toContain('# callPurpose (callPurpose 2): {"name":"Discovery"}');
    expect(parts[1]).toContain('# taskPriority (taskPriority 3): {"name":"High"}');
    expect(parts[2]).toContain("# taskPriority: taskPriority 9");
    expect(notes).toEqual([]);
  });

  test("of two versions it is told which was taken; a template that is not in the file is told", () => {
    const tie = (id: number, enabled: boolean, label: string) => ({
      type: "sequenceTemplate",
      id,
      attributes: { isReply: false, enabled, label },
      relationships: { sequenceStep: to("sequenceStep", 1), template: to("template", id) },
    });
    const template = (id: number, name: string) => ({
      type: "template",
      id,
      attributes: { name, subject: name, bodyHtml: `<p>${name}</p>` },
    });
    const { text, notes, touches } = draftOf({
      data: { type: "sequence", id: 1, attributes: { name: "O" } },
      included: [
        step(1, { stepType: "auto_email" }, {}),
        tie(1, false, "Red"),
        tie(2, true, "Blue"),
        tie(3, true, "Gone"),
        template(1, "Off"),
        template(2, "On"),
      ],
    });
    expect(touches).toMatchObject([{ subject: "On", message: "On" }]);
    expect(notes).toEqual([
      "Step 1 holds 3 versions of one email. The first that is switched on was taken; the others stand in its comments.",
    ]);
    for (const kept of ["Red", "Blue", "Gone", "other version C name: Off", "template whose words were not in the file: 3"])
      expect(text).toContain(kept);
  });
});

describe("what is no JSON is told by what it is", () => {
  const refused = (text: string, from?: SourceName) => {
    const result = importText(text, { name: "x", from });
    if (!("what" in result)) throw new Error("It was read.");
    return `${result.what} ${result.todo}`;
  };
  const table = "type,day,subject,body\nemail,1,Hi,Hello\nemail,2,Ho,Again\n";

  test.each([
    [table, "a table", "--from csv"],
    ["Type;Day;Body\nEmail;1;Hi\n", "a table", "--from csv"],
    ["Day 1: Email\nHello\n", "a document", "--from document"],
    ["[First Name]\nDay 1: Email\nHello\n", "a document", "--from document"],
    ["{first_name}\n\nDay 1: Email\nHello\n", "a document", "--from document"],
    ["<!doctype html><p>Day 1</p>", "a web page", "text"],
    ["%PDF-1.7\n", "a file of an office program", "Save it"],
  ])("%o", (text, looks, todo) => {
    for (const from of ["outreach", "salesloft", "apollo", "hubspot", "lemlist", "json"] as const) {
      const told = refused(text, from);
      expect(told).toContain(`This is no JSON, as a tool's own export is; it looks like ${looks}`);
      expect(told).toContain(todo);
      expect(told).not.toContain("line");
    }
  });

  test.each([
    ['{"a":1,\n"b":2,\n}', 3],
    ['{"data":{"type":"sequence",\n"attributes":{', 2],
    [`{"a":"${"x".repeat(60)}",\n"b": nope,\n"c":"${"x".repeat(60)}"}`, 2],
    ["{'a':\n1}", 1],
  ])("what breaks is told with its line: %o", (text, line) =>
    expect(refused(text, "outreach")).toContain(`begins like JSON, and on line ${line} `),
  );

  test("a line that nobody knows is not made up", () => {
    expect(refused('{"xa":1,\n"x":\nx}', "outreach")).toContain("somewhere it holds what JSON does not allow");
  });
});
