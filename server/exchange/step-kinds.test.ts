import { describe, expect, test } from "vitest";
import { check } from "../core/index.ts";
import { importText } from "./index.ts";

function drafts(data: unknown) {
  const result = importText(JSON.stringify(data), { name: "my-export" });
  if ("what" in result) throw new Error(result.what);
  return result.drafts.map((draft) => ({ ...draft, touches: check(draft.text).playbook?.touches ?? [] }));
}
/** The only draft of an export. */
function draftOf(data: unknown) {
  const [draft] = drafts(data);
  if (!draft) throw new Error("There is no draft.");
  return draft;
}
/** The channel of each touch with its day: `email 1, call 3`. */
const plan = (data: unknown) =>
  draftOf(data)
    .touches.map(({ channel, day }) => `${channel} ${day}`)
    .join(", ");

const DAY = 86_400_000;

describe("HubSpot", () => {
  const kinds = ["CALL", "EMAIL", "LINKED_IN_CONNECT", "LINKED_IN_MESSAGE", "SMS"];
  const channels = ["call", "email", "linkedin", "linkedin", "sms"];

  test("every kind of task is read as its channel, by the public interface's names and by those of the tool's own pages", () => {
    const task = (taskType: string, i: number) => ({ taskType, subject: `Task ${i + 1}`, notes: `Say ${i + 1}`, taskPriority: "NONE" });
    const shapes = [
      (one: object, i: number) => ({ stepOrder: i, actionType: "TASK", delayMillis: DAY, taskPattern: one }),
      (one: object, i: number) => ({ stepOrder: i, actionType: "TASK", delayMillis: DAY, taskMeta: one }),
      (one: object, i: number) => ({ stepOrder: i, delayMillis: DAY, taskMeta: one }),
      (one: object, i: number) => ({ stepOrder: i, action: "SCHEDULE_TASK", delay: DAY, actionMeta: { taskMeta: one } }),
      (one: object, i: number) => ({
        stepOrder: i,
        delayMillis: DAY,
        variants: [{ variantOrdinal: 0, activated: true, actionType: "TASK", taskPattern: one }],
      }),
    ];
    for (const shape of shapes) {
      const { touches } = draftOf({ id: "7", name: "H", steps: kinds.map((kind, i) => shape(task(kind, i), i)) });
      expect(touches.map(({ channel }) => channel)).toEqual(channels);
      expect(touches.map(({ day }) => day)).toEqual([1, 2, 3, 4, 5]);
      expect(touches.map(({ mode }) => mode)).toEqual(kinds.map(() => "manual"));
      expect(touches[0]).toMatchObject({ id: "task-1", script: "Say 1" });
      expect(touches[2]).toMatchObject({ id: "task-3", message: "Say 3" });
    }
  });

  test("a task by its short names, and one that only its title says the channel of", () => {
    const steps = [
      { stepOrder: 0, delayMillis: 0, taskMeta: { type: "CALL", title: "Ring them", body: "<p>Ask about returns</p>" } },
      { stepOrder: 1, delayMillis: DAY, taskMeta: { type: "TODO", title: "LinkedIn: say hello", body: "Hello" } },
      { stepOrder: 2, delayMillis: DAY, taskMeta: { type: "TODO", title: "Research", body: "Read their news" } },
      { stepOrder: 3, delayMillis: 0, taskMeta: { type: "WHATS_APP", title: "Ping", body: "Hey" } },
    ];
    const { touches, notes } = draftOf({ name: "H", steps });
    expect(touches).toMatchObject([
      { id: "ring-them", day: 1, channel: "call", script: "Ask about returns" },
      { day: 2, channel: "linkedin", message: "Hello" },
    ]);
    expect(touches[1]?.guidance).toContain("After this: Research (TODO)\nRead their news");
    expect(touches[1]?.guidance).toContain("After this: Ping (WHATS_APP)\nHey");
    expect(notes.filter((note) => note.includes("reaches nobody"))).toHaveLength(2);
  });

  test("emails by their templates, what waits for what, and where it ends", () => {
    const data = {
      name: "H",
      settings: { eligibleFollowUpDays: "BUSINESS_DAYS" },
      dependencies: [{ dependencyType: "TASK_COMPLETION", reliesOnStepOrder: 1, requiredByStepOrder: 2 }],
      steps: [
        { stepOrder: 0, action: "SEND_TEMPLATE", delay: 0, actionMeta: { templateMeta: { id: 11 } } },
        { stepOrder: 1, actionType: "TASK", delayMillis: 2 * DAY, taskPattern: { taskType: "EMAIL", subject: "By hand", templateId: 12 } },
        { stepOrder: 2, actionType: "EMAIL", delayMillis: 2 * DAY, emailPattern: { templateId: "13", threadEmailToStepOrder: 0 } },
        { stepOrder: 3, actionType: "FINISH_ENROLLMENT", delayMillis: 5 * DAY },
      ],
      templates: [
        { id: 11, name: "First", subject: "Numbers", body: "<p>Hi {{contact.firstname}}</p>" },
        { id: "12", name: "By hand", subject: "Yours", body: "<p>Ho</p>" },
        { id: 13, subject: "", body: "<p>Again</p>" },
        { id: 14, name: "Nobody's", body: "<p>Never sent</p>" },
      ],
    };
    const { touches, text, notes } = draftOf(data);
    expect(touches).toMatchObject([
      { day: 1, channel: "email", mode: "automatic", subject: "Numbers", message: "Hi {{first_name}}" },
      { day: 3, channel: "email", mode: "manual", subject: "Yours", message: "Ho" },
      { day: 5, channel: "email", mode: "automatic", thread: "reply", message: "Again" },
    ]);
    expect(text).toContain("# comes only after step: 1, TASK_COMPLETION");
    expect(text).toContain("# HubSpot FINISH_ENROLLMENT: 5 days after the step before");
    expect(text).toContain("Never sent");
    expect(notes).toEqual([]);
  });

  test("versions of a step are one touch, the one that is switched on; branches besides the first are kept", () => {
    const mail = (templateId: string, activated: boolean, variantOrdinal: number) => ({
      variantOrdinal,
      activated,
      actionType: "EMAIL",
      emailPattern: { templateId },
    });
    const { touches, text, notes } = draftOf({
      name: "H",
      steps: [
        { stepOrder: 0, branchNumber: 0, delayMillis: 0, variants: [mail("a", false, 0), mail("b", true, 1)] },
        { stepOrder: 1, branchNumber: 1, delayMillis: DAY, actionType: "TASK", taskPattern: { taskType: "CALL", notes: "Only if opened" } },
      ],
      templates: [
        { id: "a", subject: "Off", body: "<p>Switched off</p>" },
        { id: "b", subject: "On", body: "<p>Switched on</p>" },
      ],
    });
    expect(touches).toMatchObject([{ subject: "On", message: "Switched on" }]);
    expect(text).toMatch(/# other version B: Off\n\s*# <p>Switched off<\/p>/);
    expect(text).toContain("Only if opened");
    expect(notes.join(" ")).toContain("This sequence has branches.");
  });
});

describe("Outreach", () => {
  const step = (order: number, attributes: object) => ({
    type: "sequenceStep",
    id: order,
    attributes: { order, ...attributes },
    relationships: { sequence: { data: { type: "sequence", id: 1 } } },
  });
  const sequence = (sequenceType: string) => ({ type: "sequence", id: 1, attributes: { name: "O", sequenceType } });

  test("every kind of step is read as its channel; what only looks or taps goes to the rep", () => {
    const kinds = [
      "auto_email",
      "manual_email",
      "call",
      "linkedin_send_connection_request",
      "linkedin_view_profile",
      "linkedin_send_message",
      "linkedin_interact_with_post",
      "linkedin_other",
      "manual_sms",
      "auto_sms",
      "task",
    ];
    const { touches } = draftOf({
      data: sequence("interval"),
      included: kinds.map((stepType, i) => step(i + 1, { stepType, interval: i === 0 ? 0 : 1440, taskNote: `Say ${i + 1}` })),
    });
    expect(touches.map(({ channel, mode, day }) => `${channel} ${mode} ${day}`)).toEqual([
      "email automatic 1",
      "email manual 2",
      "call manual 3",
      "linkedin manual 4",
      "linkedin manual 6",
      "linkedin manual 6",
      "sms manual 7",
      "sms automatic 8",
    ]);
    for (const said of ["Say 5", "Say 7", "Say 11"]) expect(touches.map(({ guidance }) => guidance ?? "").join()).toContain(said);
  });

  test("a sequence that goes by dates keeps its pace, over weekends, too", () => {
    const dates = ["2027-03-05T09:00:00.000Z", "2027-03-06", "2027-03-09", "2027-03-19"];
    const data = { data: sequence("date"), included: dates.map((date, i) => step(i + 1, { stepType: "call", date, taskNote: "Ask" })) };
    expect(plan(data)).toBe("call 1, call 2, call 3, call 11");
    expect(draftOf(data).notes).toEqual([expect.stringContaining("goes by dates; they became business days")]);
    const without = {
      data: sequence("date"),
      included: [step(1, { stepType: "call" }), step(2, { stepType: "call", date: "2027-02-30" })],
    };
    expect(plan(without)).toBe("call 1, call 1");
    expect(draftOf(without).notes.join()).toContain("not every step has one");
  });

  test("of two versions of an email the one that is switched on is the touch", () => {
    const tie = (id: number, enabled: boolean) => ({
      type: "sequenceTemplate",
      id,
      attributes: { isReply: false, enabled },
      relationships: { sequenceStep: { data: { id: 1 } }, template: { data: { id } } },
    });
    const template = (id: number, bodyHtml: string) => ({ type: "template", id, attributes: { subject: "S", bodyHtml } });
    const { touches, text } = draftOf({
      data: sequence("interval"),
      included: [step(1, { stepType: "auto_email", interval: 0 }), tie(1, false), tie(2, true), template(1, "Off"), template(2, "On")],
    });
    expect(touches).toMatchObject([{ message: "On" }]);
    expect(text).toMatch(/# other version B: S\n\s*# Off/);
  });
});

describe("Salesloft", () => {
  const email = (name: string, enabled = true) => ({
    enabled,
    name,
    type: "Email",
    type_settings: { email_template: { title: name, subject: name, body: `<p>${name} words</p>` } },
  });

  test("an import as it is documented: settings beside the content, kinds of steps, an integration by its name", () => {
    const { title, text, touches } = draftOf({
      settings: { name: "Fair", target_daily_people: 30, remove_replied: true, cadence_function: "outbound" },
      sharing_settings: { team_cadence: true, shared: true },
      cadence_content: {
        step_groups: [
          {
            automated: true,
            automated_settings: { send_type: "after_time_delay", delay_time: 45 },
            day: 1,
            due_immediately: true,
            reference_id: 1,
            steps: [email("First")],
          },
          { automated: false, day: 2, steps: [{ type: "Phone", name: "Ring", enabled: true, type_settings: { instructions: "Ask" } }] },
          {
            automated: false,
            day: 3,
            steps: [
              {
                type: "Integration",
                name: "LinkedIn - Connection Request",
                enabled: true,
                type_settings: { instructions: "Hello", integration_id: 5, integration_step_type_guid: "e-1" },
              },
            ],
          },
          { automated: false, day: 4, steps: [{ type: "Other", name: "Send a letter", type_settings: { instructions: "Dear" } }] },
        ],
      },
    });
    expect(title).toBe("Fair");
    expect(touches.map(({ channel, mode, day }) => `${channel} ${mode} ${day}`)).toEqual([
      "email automatic 1",
      "call manual 2",
      "linkedin manual 3",
      "post manual 4",
    ]);
    for (const kept of ["target_daily_people: 30", "team_cadence", "delay_time", "integration_step_type_guid: e-1"])
      expect(text).toContain(kept);
  });

  test("several emails in one group are versions of one touch, and the one that is switched on is it", () => {
    const group = { day: 1, automated: false, reference_id: 1, steps: [email("A", false), email("B"), email("C")] };
    const { touches, text, notes } = draftOf({ cadence_content: { settings: { name: "S" }, step_groups: [group] } });
    expect(touches).toMatchObject([{ subject: "B", message: "B words" }]);
    expect(text).toMatch(/# other version B: A\n\s*# <p>A words<\/p>/);
    expect(text).toMatch(/# other version C: C\n\s*# <p>C words<\/p>/);
    expect(notes[0]).toBe(
      "Day 1 holds 3 versions of one email. The first that is switched on was taken; the others stand in its comments.",
    );
  });

  test("a plain list of steps is as many cadences as it names", () => {
    const step = (id: number, cadence: number, day: number, type: string) => ({
      id,
      type,
      day,
      step_number: day,
      display_name: `Step ${id}`,
      disabled: false,
      cadence: { id: cadence },
    });
    const found = drafts({ data: [step(1, 8, 1, "phone"), step(2, 9, 1, "email"), step(3, 8, 4, "other"), step(4, 8, 8, "phone")] });
    expect(found.map(({ touches }) => touches.map(({ channel, day }) => `${channel} ${day}`))).toEqual([["call 1", "call 6"], ["email 1"]]);
  });
});

test("Apollo: every kind of step, every unit of time, and dates", () => {
  const kinds = [
    ["auto_email", 30, "minute"],
    ["manual_email", 1, "day"],
    ["call", 24, "hour"],
    ["linkedin_step_connect", 1, "day"],
    ["linkedin_step_view_profile", 0, "day"],
    ["linkedin_step_message", 1, "week"],
    ["linkedin_step_interact_post", 1, "day"],
    ["action_item", 86_400, "second"],
  ] as const;
  const steps = kinds.map(([type, wait_time, wait_mode], i) => ({
    id: `s${i}`,
    position: i + 1,
    type,
    wait_time,
    wait_mode,
    note: `Say ${i}`,
    exact_datetime: null,
  }));
  const { touches } = draftOf({ emailer_campaign: { name: "A" }, emailer_steps: steps });
  expect(touches.map(({ channel, mode, day }) => `${channel} ${mode} ${day}`)).toEqual([
    "email automatic 1",
    "email manual 2",
    "call manual 3",
    "linkedin manual 4",
    "linkedin manual 9",
  ]);
  for (const said of ["Say 4", "Say 6", "Say 7"]) expect(touches.map(({ guidance }) => guidance ?? "").join()).toContain(said);
  const dated = ["2027-03-01T10:00:00Z", "2027-03-08T10:00:00Z"].map((exact_datetime, i) => ({ ...steps[i + 1], exact_datetime }));
  expect(plan({ name: "A", emailer_steps: dated })).toBe("email 1, call 6");
});

test("lemlist: every kind of step; what takes a step back or only taps is no touch", () => {
  const kinds = [
    "email",
    "manual",
    "phone",
    "api",
    "linkedinVisit",
    "linkedinInvite",
    "linkedinSend",
    "linkedinVoiceNote",
    "linkedinFollow",
    "linkedinLikeLastPost",
    "linkedinEndorse",
    "linkedinWithdrawInvitation",
    "sms",
    "sendToAnotherCampaign",
  ];
  const steps = kinds.map((type, i) => ({ _id: `s${i}`, type, delay: i === 0 ? 0 : 1, message: `Say ${i}`, campaignId: "c" }));
  const { touches } = draftOf({ name: "L", sequences: [{ _id: "q", level: 0, steps }] });
  expect(touches.map(({ channel, mode }) => `${channel} ${mode}`)).toEqual([
    "email automatic",
    "call manual",
    "linkedin automatic",
    "linkedin automatic",
    "linkedin automatic",
    "sms automatic",
  ]);
  for (const said of ["Say 1", "Say 3", "Say 4", "Say 8", "Say 11", "Say 13"])
    expect(touches.map(({ guidance }) => guidance ?? "").join()).toContain(said);
  expect(plan({ name: "L", sequences: [{ level: 0, steps: [{ type: "sms", delay: 0, message: "Hi" }] }] })).toBe("sms 1");
});
