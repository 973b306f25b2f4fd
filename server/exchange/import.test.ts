import { describe, expect, test } from "vitest";
import { check } from "../core/index.ts";
import { ours, theirs, WRITINGS } from "./blanks.ts";
import { toBusiness, toCalendar } from "./days.ts";
import { asHtml, plainWords } from "./html.ts";
import { type ImportOptions, importText, SOURCES } from "./index.ts";

function imported(text: string, options: Partial<ImportOptions> = {}) {
  const result = importText(text, { name: "my-export", ...options });
  if ("what" in result) throw new Error(result.what);
  return result.drafts.map((draft) => ({ ...draft, playbook: check(draft.text).playbook }));
}
const refused = (text: string, options: Partial<ImportOptions> = {}) => {
  const result = importText(text, { name: "my-export", ...options });
  if (!("what" in result)) throw new Error("It was read.");
  expect(result.todo).toMatch(/^[A-Z].*[.]$/);
  return result.what;
};
const touches = (text: string, options?: Partial<ImportOptions>) => imported(text, options)[0]?.playbook?.touches ?? [];

describe("days", () => {
  test("calendar days become business days: a weekend waits for Monday, and business days find their way back", () => {
    expect([0, 1, 4, 5, 6, 7, 8, 12, 14].map(toBusiness)).toEqual([0, 1, 4, 5, 5, 5, 6, 10, 10]);
    for (let day = 0; day < 731; day++) expect(toBusiness(toCalendar(day))).toBe(day);
  });
});

describe("blanks", () => {
  test.each([
    ["Hi {{firstName}}", "Hi {{first_name}}"],
    ["Hi {{contact.firstname}} of {{company.name}}", "Hi {{first_name}} of {{company}}"],
    ["{{ personalization_token('contact.firstname', 'there') }}", "{{first_name}}"],
    ["{{sender.first_name}} and {{my.phone}}", "{{rep_first_name}} and {{rep_phone}}"],
    [
      "Hi [First Name] at [COMPANY], see [1] and [a link](https://x.example)",
      "Hi {{first_name}} at {{company}}, see [1] and [a link](https://x.example)",
    ],
    [
      "Bonjour [Prénom] et [NOM DE FAMILLE], voir [Über uns](https://x.example)",
      "Bonjour {{prenom}} et {{nom_de_famille}}, voir [Über uns](https://x.example)",
    ],
    ["Hi {first_name}, %FIRST_NAME%, <<Last Name>>, *|FNAME|*", "Hi {{first_name}}, {{first_name}}, {{last_name}}, {{first_name}}"],
  ])("%s", (theirs, our) => expect(ours(theirs).text).toBe(our));

  test("what to say without it is kept, and what is no blank stays and is told", () => {
    const { text, fallbacks, odd } = ours(`Hi {{first_name | default: "there"}}, {{#if city}}x{{/if}} {Hello|Hi} {% if a %}`);
    expect(text).toBe(`Hi {{first_name}}, {{#if city}}x{{/if}} {Hello|Hi} {% if a %}`);
    expect([...fallbacks]).toEqual([["first_name", "there"]]);
    expect(odd).toEqual(expect.arrayContaining(["{{#if city}}", "{{/if}}", "{Hello|Hi}", "{% if a %}"]));
  });

  test("names go out only in a writing that comes back", () => {
    expect(theirs("{{first_name}} {{line_2}} {{company_name}}", WRITINGS.camel, new Map([["first_name", "there"]]))).toBe(
      `{{firstName | default: "there"}} {{line_2}} {{company_name}}`,
    );
  });
});

describe("HTML", () => {
  test("becomes its words; scripts, pixels and pictures are left out and named", () => {
    const { words, left } = plainWords(
      `<html><head><style>p{}</style></head><body><script>track("x")</script><p>Hi {{first_name}},</p><p>One<br>two&nbsp;&amp; <b>three</b></p>` +
        `<ul><li>a</li><li><a href="https://x.example/y">here</a></li></ul><img src="https://t.example/o.gif" width="1" height="1"><img src="cid:1" alt="chart"></body></html>`,
    );
    expect(words).toBe("Hi {{first_name}},\n\nOne\ntwo & three\n\n- a\n- here (https://x.example/y)\n\n(chart)");
    expect(left.map(({ value }) => value.replace(/:.*/, ""))).toEqual(["script", "a tracking pixel", "a picture"]);
  });

  test("is told from words with signs in them", () => {
    expect(plainWords("Call <first name> if a < b & c > d").words).toBe("Call <first name> if a < b & c > d");
    expect(plainWords("<p>Ask <first name> now</p>").words).toBe("Ask <first name> now");
    expect(plainWords(asHtml("a <b> & c\n  d\n\ne")).words).toBe("a <b> & c\n  d\n\ne");
    expect(plainWords(`${"<div>".repeat(5000)}x${"</div>".repeat(5000)}`).words.length).toBeLessThan(10);
  });
});

describe("tables", () => {
  test("of Excel: semicolons, a mark, a hint, quotes with line breaks, several sequences, odd names of columns", () => {
    const drafts = imported(
      '\ufeffsep=;\r\nCadence Name;Step #;Step Type;Wait (days);Email Subject;Body;Priority\r\nA;2;Phone Call;3;;"Ask; then\r\n""listen""";high\r\nA;1;Automatic Email;0;Hello;Hi [First Name];\r\nB;1;LinkedIn - Connect;;;Hi;\r\n',
    );
    expect(drafts.map(({ title, touches }) => [title, touches])).toEqual([
      ["A", 2],
      ["B", 1],
    ]);
    expect(drafts[0]?.playbook?.touches).toMatchObject([
      { day: 1, channel: "email", mode: "automatic", subject: "Hello", message: "Hi {{first_name}}" },
      { day: 4, channel: "call", script: 'Ask; then\n"listen"\n' },
    ]);
    expect(drafts[0]?.text).toContain("# Priority: high");
  });

  test("days may be counted either way", () => {
    const text = "day,type,body\n1,email,x\n8,email,y\n";
    expect(touches(text).map(({ day }) => day)).toEqual([1, 6]);
    expect(touches(text, { days: "business" }).map(({ day }) => day)).toEqual([1, 8]);
    expect(touches("type,delay,body\nemail,0,x\nemail,1 week,y\nemail,36 hours,z\ncall,-2,w\nsms,soon,v\n").map(({ day }) => day)).toEqual([
      1, 6, 7, 7, 7,
    ]);
  });

  test("that are broken are refused with the row, and nothing else", () => {
    expect(refused('type,body\nemail,"never closed\nemail,b\n')).toContain("opens in row 2 and is never closed");
    expect(refused('type,body\nemail,"a "quoted" word"\n')).toContain("In row 2 a quotation mark stands inside a quoted cell");
    expect(refused("a,b\n1,2\n")).toContain("it says “a”, “b”");
    expect(refused("type,subject,body\n")).toContain("no steps below it");
    expect(refused(" \n\t\n")).toContain("nothing in this file");
  });
});

describe("documents", () => {
  test("are read step by step, and what stands before is kept", () => {
    const [draft] = imported(
      "After the fair\n\nFor everybody we met in Leeds.\n\nDay 1 – Email\nSubject: Two notes\nHi [First Name],\n\nhere they are.\n\n**Day 4: Call**\nAsk about the day 2 talk.\n\n3. LinkedIn message (Day 8):\nThe list.\n",
    );
    expect(draft?.playbook?.title).toBe("After the fair");
    expect(draft?.text).toContain("# before the first step: For everybody we met in Leeds.");
    expect(draft?.playbook?.touches).toMatchObject([
      { day: 1, channel: "email", subject: "Two notes", message: "Hi {{first_name}},\n\nhere they are.\n" },
      { day: 4, channel: "call", script: "Ask about the day 2 talk." },
      { day: 6, channel: "linkedin", message: "The list." },
    ]);
  });
  test("in which no step can be told apart are not taken for tables", () => {
    expect(refused("Dear all,\n\nplease find below, as promised.\n")).toContain("No step");
    expect(refused("We write three emails, and then we call.\n")).toContain("No step");
  });
  test("without a step are refused", () => expect(refused("Dear all,\n\nplease find below.\n", { from: "document" })).toContain("No step"));
});

describe("what has no place", () => {
  test("five hundred steps, kinds nobody knows, and days past the calendar are all in the draft", () => {
    const rows = Array.from(
      { length: 500 },
      (_, i) => `${i % 50 === 7 ? "whatsapp" : i % 50 === 9 ? "Research task" : "email"},3,Subject ${i},Body ${i} ends.`,
    );
    const [draft] = imported(`type,delay,subject,body\n${rows.join("\n")}\n`);
    for (let i = 0; i < 500; i++) expect(draft?.text).toContain(`Body ${i} ends.`);
    expect(draft?.notes.join(" ")).toMatch(/Steps 8, 58, [^.]* and 5 more \(“whatsapp”\) reach nobody in a way a playbook knows/);
    expect(draft?.notes.join(" ")).toContain("come after business day 730, on which a playbook ends");
    expect(draft?.playbook?.touches.at(-1)?.day).toBe(730);
  });

  test("steps that reach nobody at all still leave their words", () => {
    const [draft] = imported("type,body\nwebhook,POST it\ntask,Look around\n");
    expect(draft?.text).toMatch(/# step: webhook[^\n]*\n# POST it/);
    expect(draft?.notes).toContain("It has no step that reaches anybody.");
  });
});

const mail = { subject: "Numbers", body_html: "<p>Hi {{first_name}}</p>" };
describe("tools", () => {
  test("Outreach: minutes, templates, versions, tasks with a channel in their name", () => {
    const step = (id: string, order: number, attributes: object) => ({
      type: "sequenceStep",
      id,
      attributes: { order, ...attributes },
      relationships: { sequence: { data: { type: "sequence", id: "9" } } },
    });
    const tie = (id: string, of: string, template: string, isReply = false) => ({
      type: "sequenceTemplate",
      id,
      attributes: { isReply },
      relationships: { sequenceStep: { data: { id: of } }, template: { data: { id: template } } },
    });
    const template = (id: string, subject: string, bodyHtml: string) => ({ type: "template", id, attributes: { subject, bodyHtml } });
    const [draft] = imported(
      JSON.stringify({
        data: [
          {
            type: "sequence",
            id: "9",
            attributes: { name: "Fair", sequenceType: "interval", enabled: true, tags: ["q1"], throttleCapacity: 75 },
          },
        ],
        included: [
          step("2", 2, { stepType: "task", interval: 4320, displayName: "LinkedIn connect", taskNote: "Say hello" }),
          step("1", 1, { stepType: "auto_email", interval: 30, bounceCount: 3 }),
          tie("1", "1", "a"),
          tie("2", "1", "b", true),
          template("a", "One", "<p>Hi</p>"),
          template("b", "Two", "<p>Ho</p>"),
        ],
      }),
    );
    expect(draft?.playbook?.touches).toMatchObject([
      { day: 1, channel: "email", mode: "automatic", subject: "One", message: "Hi" },
      { day: 4, channel: "linkedin", message: "Say hello" },
    ]);
    for (const kept of [
      'Outreach tags: ["q1"]',
      "Outreach throttleCapacity: 75",
      "bounceCount: 3",
      "interval in minutes: 30",
      "other version B: Two",
      "<p>Ho</p>",
    ])
      expect(draft?.text).toContain(kept);
  });

  test("Apollo: nested as it is sent, and side by side as it is answered", () => {
    const nested = {
      name: "A",
      emailer_steps: [
        {
          type: "auto_email",
          position: 1,
          wait_time: 12,
          wait_mode: "hour",
          emailer_touches: [{ type: "new_thread", emailer_template: mail }],
        },
        { type: "call", position: 2, wait_time: 7, wait_mode: "day", note: "Ask" },
      ],
    };
    const flat = {
      emailer_campaign: { name: "A", active: true, num_steps: 2 },
      emailer_steps: [
        { id: "s1", type: "auto_email", position: 1, wait_time: 12, wait_mode: "hour" },
        { id: "s2", type: "call", position: 2, wait_time: 7, wait_mode: "day", note: "Ask" },
      ],
      emailer_touches: [{ emailer_step_id: "s1", emailer_template_id: "t1", type: "new_thread" }],
      emailer_templates: [{ id: "t1", ...mail }],
    };
    for (const data of [nested, flat])
      expect(touches(JSON.stringify(data))).toMatchObject([
        { day: 1, channel: "email", subject: "Numbers", message: "Hi {{first_name}}" },
        { day: 6, channel: "call", script: "Ask" },
      ]);
  });

  test("Salesloft: groups by day, threads, variants", () => {
    const email = (subject: string, previous?: number) => ({
      type: "Email",
      enabled: true,
      name: subject,
      type_settings: {
        email_template: { subject, body: "<p>x</p>" },
        ...(previous ? { previous_email_step_group_reference_id: previous } : {}),
      },
    });
    const data = {
      data: {
        cadence_content: {
          settings: { name: "S", cadence_function: "outbound" },
          step_groups: [
            {
              day: 8,
              reference_id: 2,
              automated: true,
              steps: [email("Re", 1), { type: "Integration", name: "LinkedIn - InMail", type_settings: { instructions: "Hi" } }],
            },
            { day: 1, reference_id: 1, steps: [email("One")] },
          ],
        },
      },
    };
    const [draft] = imported(JSON.stringify(data));
    expect(draft?.playbook?.touches).toMatchObject([
      { id: "one", day: 1, channel: "email", mode: "manual", thread: "new" },
      { day: 6, channel: "email", mode: "automatic", thread: "reply" },
      { day: 6, channel: "linkedin", message: "Hi" },
    ]);
    expect(draft?.text).toContain("Salesloft cadence_function: outbound");
  });

  test("HubSpot: milliseconds, tasks, and words that are not in the file", () => {
    const data = {
      id: "1",
      name: "H",
      settings: { eligibleFollowUpDays: "BUSINESS_DAYS", sendWindowStartMinute: 540 },
      steps: [
        { stepOrder: 0, actionType: "EMAIL", delayMillis: 0, emailPattern: { templateId: "77" } },
        {
          stepOrder: 1,
          actionType: "TASK",
          delayMillis: 259_200_000,
          taskPattern: { taskType: "CALL", subject: "Ring them", notes: "Ask" },
        },
      ],
    };
    const [draft] = imported(JSON.stringify(data));
    expect(draft?.playbook?.touches).toMatchObject([
      { day: 1, channel: "email" },
      { id: "ring-them", day: 4, channel: "call", script: "Ask" },
    ]);
    expect(draft?.text).toContain('template whose words were not in the file: "77"'.replaceAll('"', ""));
    expect(draft?.text).toContain("HubSpot sendWindowStartMinute: 540");
  });

  test("lemlist: conditions keep their branches, in a circle too", () => {
    const data = {
      seq_1: {
        _id: "seq_1",
        level: 0,
        steps: [
          { type: "email", delay: 0, subject: "Hi {{firstName}}", message: "<p>x</p>" },
          {
            type: "conditional",
            conditionKey: "linkedinInviteAccepted",
            delay: 2,
            conditions: [
              { label: "yes", sequenceId: "seq_2" },
              { label: "no", sequenceId: "seq_3" },
            ],
          },
          { type: "phone", delay: 1, message: "Ring" },
        ],
      },
      seq_2: {
        _id: "seq_2",
        level: 1,
        steps: [
          { type: "linkedinSend", delay: 1, message: "Thanks" },
          { type: "conditional", conditionKey: "x", conditions: [{ label: "again", sequenceId: "seq_1" }] },
        ],
      },
      seq_3: { _id: "seq_3", level: 1, steps: [{ type: "manual", title: "Send a letter", delay: 3, message: "Dear" }] },
    };
    const [draft] = imported(JSON.stringify(data));
    expect(draft?.playbook?.touches).toMatchObject([
      { day: 1, channel: "email", subject: "Hi {{first_name}}" },
      { day: 4, channel: "call", script: "Ring" },
    ]);
    for (const kept of ["Thanks", "Dear", "branch on linkedinInviteAccepted: yes"]) expect(draft?.text).toContain(kept);
    expect(draft?.notes.join(" ")).toContain("leads back to where it came from");
    const circle = {
      a: { _id: "a", steps: [{ type: "conditional", conditions: [{ sequenceId: "b" }] }] },
      b: { _id: "b", steps: [{ type: "conditional", conditions: [{ sequenceId: "a" }] }] },
    };
    expect(refused(JSON.stringify(circle))).toContain("in a circle");
  });

  test("what is damaged or something else is refused in plain words", () => {
    expect(refused('{"data":{"type":"sequence",\n"attributes":{')).toMatch(/on line 2 it breaks off/);
    for (const none of ['{"hello":1}', "[]", "[ ]", "[1, 2]", '["a"]']) expect(refused(none)).toContain("no sequence that is known here");
    expect(imported("[First Name]\nDay 1: Email\nHello")[0]?.playbook?.touches).toHaveLength(1);
    expect(refused(`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`)).toContain("nested deeper");
    expect(refused('{"name":"x"}', { from: "apollo" })).toContain("No sequence of Apollo");
    for (const from of SOURCES) expect(() => importText("\u0000\ud800{[<", { name: "x", from })).not.toThrow();
    expect(() =>
      importText('{"__proto__":{"steps":[]},"emailer_steps":[null,1,{"type":{},"wait_time":"x"}]}', { name: "x" }),
    ).not.toThrow();
  });
});
