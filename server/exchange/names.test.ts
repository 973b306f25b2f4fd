import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { check } from "../core/index.ts";
import { exportPlaybook, importText, TARGETS } from "./index.ts";

function draftOf(text: string) {
  const result = importText(text, { name: "my-export" });
  if ("what" in result) throw new Error(result.what);
  const [draft] = result.drafts;
  if (!draft) throw new Error("There is no draft.");
  return { ...draft, touches: check(draft.text).playbook?.touches ?? [] };
}

const DAY = 86_400_000;
const LONG = "ask about the Q4 budget & who signs (50% discount?) before the board meets in Zürich next Thursday";

describe("what a step is called is kept where its id does not give it back", () => {
  test("HubSpot: a task that tells the rep what to do is guidance", () => {
    const task = (subject: string, i: number) => ({
      stepOrder: i,
      actionType: "TASK",
      delayMillis: DAY,
      taskPattern: { taskType: "CALL", subject, notes: "" },
    });
    const { touches, text } = draftOf(
      JSON.stringify({
        name: "H",
        steps: [`Call: ${LONG}`, "Ring them", "Ring {{contact.firstname}} about the new depot", "Frage 2 & 3"].map(task),
      }),
    );
    expect(touches[0]?.guidance).toBe(LONG);
    expect(touches[1]).toMatchObject({ id: "ring-them" });
    expect(touches[1]?.guidance).toBeUndefined();
    expect(touches[2]?.guidance).toBe("Ring {{first_name}} about the new depot");
    expect(Object.keys(check(text).playbook?.variables ?? {})).toEqual(["first_name"]);
    expect(text).toContain("# name: Frage 2 & 3");
  });

  test("Salesloft, Outreach, Apollo and lemlist: the name of an email is a comment", () => {
    const name = "Q4 “budget” & Zürich";
    const body = "<p>Hi</p>";
    const exports = [
      {
        cadence_content: {
          settings: { name: "S" },
          step_groups: [
            { day: 1, steps: [{ type: "Email", name, type_settings: { email_template: { title: name, subject: "S", body } } }] },
          ],
        },
      },
      {
        data: { type: "sequence", id: 1, attributes: { name: "O" } },
        included: [{ type: "sequenceStep", id: 1, attributes: { order: 1, stepType: "auto_email", displayName: name } }],
      },
      {
        name: "A",
        emailer_steps: [
          {
            type: "auto_email",
            name,
            position: 1,
            emailer_touches: [{ type: "new_thread", emailer_template: { subject: "S", body_html: body } }],
          },
        ],
      },
      { name: "L", sequences: [{ level: 0, steps: [{ type: "email", title: name, subject: "S", message: body }] }] },
    ];
    for (const one of exports) {
      const { text, touches } = draftOf(JSON.stringify(one));
      expect(touches[0]?.id).toBe("q4-budget-zurich");
      expect(text).toContain(`# name: ${name}`);
    }
  });

  test("a table: also a name that leaves no id, and one that two steps have", () => {
    const { text, touches } = draftOf(
      "Step Name,Type,Day,Body\n最初のメール,email,1,a\nFollow up,email,2,b\nFollow up,email,3,c\n*Follow up!*,email,4,d\n",
    );
    expect(touches.map(({ id }) => id)).toEqual(["email-1", "follow-up", "follow-up-2", "follow-up-3"]);
    expect(text).toContain("# name: 最初のメール");
    expect(text.match(/# name: /g)).toHaveLength(3);
  });

  test("case, spaces and signs at the ends say nothing", () => {
    const names = ["First Touch", " first  touch. ", "“First” touch"];
    const kept = names.map((name) =>
      /# name: /.test(
        draftOf(JSON.stringify({ name: "L", sequences: [{ level: 0, steps: [{ type: "email", title: name, message: "x" }] }] })).text,
      ),
    );
    expect(kept).toEqual([false, false, true]);
  });
});

test.each(TARGETS.filter((target) => target !== "ics" && target !== "json"))(
  "ids of a playbook come back by way of %s, and leave no comment",
  (to) => {
    const ids = [
      "first",
      "second-call",
      "ask-whether-the-board-has-met",
      `a${"-very".repeat(14)}-long-id`,
      "2nd-note",
      "call-after-the-letter",
      "3rd-letter",
    ];
    const { playbook } = check(
      stringify({
        title: "T",
        touches: ids.map((id, i) => ({
          id,
          day: i + 1,
          channel: i % 2 ? "call" : "email",
          ...(i % 2 ? { script: "x" } : { subject: "S", message: "x" }),
        })),
      }),
    );
    if (!playbook) throw new Error("It cannot be read.");
    const { text, touches } = draftOf(exportPlaybook(playbook, { id: "t", to, start: "2027-03-01" }).text);
    expect(touches.map(({ id }) => id)).toEqual(ids);
    expect(touches.map(({ channel }) => channel)).toEqual(ids.map((_, i) => (i % 2 ? "call" : "email")));
    expect(touches.map(({ guidance }) => guidance)).toEqual(ids.map(() => undefined));
    expect(text).not.toContain("# name");
  },
);

test("what a column says in the words of no field stands in a comment", () => {
  const { text } = draftOf(
    'type,day,body,kind,ask,asset\nemail,1,a,Follow-up of the fair,a demo,"Case Study, 2024"\nemail,2,b,take-away,none,one-pager\n',
  );
  for (const kept of ["kind: Follow-up of the fair", "ask: a demo", "asset: Case Study, 2024"]) expect(text).toContain(`# ${kept}`);
  expect(text.match(/# (?:kind|ask|asset)/g)).toHaveLength(3);
});
