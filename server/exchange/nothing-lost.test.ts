import { describe, expect, test } from "vitest";
import { check } from "../core/index.ts";
import { importText, type SourceName } from "./index.ts";

/**
 * A value with a word of its own in every text that a person may have written, so that one which is dropped is missed. Left as they
 * are: what says the form (`keys`), and what ties parts together (ids).
 */
function marked(value: unknown, keys: readonly string[]) {
  const words: string[] = [];
  const walk = (part: unknown, key: string): unknown => {
    if (Array.isArray(part)) return part.map((one) => walk(one, key));
    if (typeof part === "object" && part !== null)
      return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, walk(one, name)]));
    if (typeof part !== "string" || keys.includes(key) || /(?:^|_)id$|Id$|^_id$/.test(key)) return part;
    const word = `mark${words.length}end`;
    words.push(word);
    return /^<p>/.test(part) ? `<p>${word} ${part.slice(3)}` : `${part} ${word}`;
  };
  return { text: JSON.stringify(walk(value, "")), words };
}

const exports: readonly (readonly [SourceName, readonly string[], unknown])[] = [
  [
    "outreach",
    ["type", "stepType", "sequenceType"],
    {
      data: [{ type: "sequence", id: 5, attributes: { name: "Fair", description: "For Leeds", sequenceType: "interval", tags: ["q3"] } }],
      included: [
        {
          type: "sequenceStep",
          id: 1,
          attributes: { order: 1, stepType: "auto_email", interval: 0, displayName: "First", taskNote: "Look first" },
          relationships: { sequence: { data: { type: "sequence", id: 5 } } },
        },
        {
          type: "sequenceStep",
          id: 2,
          attributes: {
            order: 2,
            stepType: "linkedin_view_profile",
            interval: 1440,
            taskNote: "Look at the profile",
            taskPriority: "high",
          },
          relationships: { sequence: { data: { type: "sequence", id: 5 } } },
        },
        {
          type: "sequenceTemplate",
          id: 9,
          attributes: { isReply: false, label: "A" },
          relationships: { sequenceStep: { data: { id: 1 } }, template: { data: { id: 7 } } },
        },
        { type: "template", id: 7, attributes: { name: "T", subject: "S", bodyHtml: "<p>Hi</p>", ccRecipients: ["boss@x.example"] } },
        { type: "template", id: 8, attributes: { name: "Nobody's", subject: "O", bodyHtml: "<p>Nobody sends this</p>" } },
        {
          type: "sequenceStep",
          id: 3,
          attributes: { order: 1, stepType: "call", taskNote: "Of another sequence" },
          relationships: { sequence: { data: { id: 6 } } },
        },
        { type: "ruleset", id: 4, attributes: { name: "Careful" } },
      ],
    },
  ],
  [
    "salesloft",
    ["type"],
    {
      cadence_content: {
        settings: { name: "S", cadence_function: "outbound" },
        sharing_settings: { team: "all" },
        step_groups: [
          {
            day: 1,
            automated: true,
            automated_settings: { send_type: "after_time_delay", time_of_day: "09:00" },
            steps: [
              {
                enabled: true,
                name: "First",
                type: "Email",
                type_settings: {
                  instructions: "Look first",
                  email_template: { title: "T", subject: "S", body: "<p>Hi</p>", attachments: [{ name: "x.pdf" }] },
                  variants: [{ email_template: { subject: "B", body: "<p>Ho</p>" } }],
                },
              },
              { enabled: true, name: "Research", type: "Other", type_settings: { instructions: "Read their news" } },
            ],
          },
        ],
      },
    },
  ],
  [
    "apollo",
    ["type", "wait_mode", "status"],
    {
      emailer_campaign: { id: "c", name: "A", permissions: "team" },
      emailer_steps: [
        { id: "s1", type: "auto_email", position: 1, wait_time: 1, wait_mode: "day", note: "Look first" },
        { id: "s2", type: "action_item", position: 2, wait_time: 2, wait_mode: "day", note: "Send a card" },
      ],
      emailer_touches: [
        { id: "t1", emailer_step_id: "s1", emailer_template_id: "e1", type: "new_thread", sender: "owner" },
        { id: "t2", emailer_step_id: "s1", emailer_template_id: "e2", type: "new_thread" },
        { id: "t3", emailer_step_id: "gone", emailer_template_id: "e3", type: "new_thread", note: "Of no step" },
      ],
      emailer_templates: [
        { id: "e1", name: "N", subject: "S", body_html: "<p>Hi</p>", attachments: ["a.pdf"] },
        { id: "e2", subject: "B", body_html: "<p>Ho</p>" },
        { id: "e3", subject: "O", body_html: "<p>Of no step</p>" },
      ],
    },
  ],
  [
    "hubspot",
    ["actionType", "taskType", "eligibleFollowUpDays"],
    {
      name: "H",
      settings: { eligibleFollowUpDays: "BUSINESS_DAYS", timeZone: "Europe/London" },
      steps: [
        { stepOrder: 0, actionType: "EMAIL", delayMillis: 0, emailPattern: { templateId: "77", sender: "owner" } },
        {
          stepOrder: 1,
          actionType: "TASK",
          delayMillis: 86_400_000,
          taskPattern: { taskType: "TODO", subject: "Research", notes: "Read their news", taskPriority: "HIGH" },
        },
        { stepOrder: 2, actionType: "FINISH_ENROLLMENT", delayMillis: 86_400_000 },
      ],
      templates: [{ id: "77", name: "T", subject: "S", body: "<p>Hi</p>", folder: "Cold" }],
    },
  ],
  [
    "lemlist",
    ["type"],
    {
      name: "L",
      labels: ["q3"],
      sequences: {
        seq_1: {
          _id: "seq_1",
          level: 0,
          steps: [
            { type: "email", delay: 0, title: "First", subject: "S", message: "<p>Hi</p>", altMessage: "<p>Ho</p>", mode: "manual" },
            { type: "conditional", delay: 1, conditionKey: "opened", conditions: [{ label: "yes", sequenceId: "seq_2" }] },
            { type: "linkedinVisit", delay: 1, title: "Look" },
          ],
        },
        seq_2: { _id: "seq_2", level: 1, steps: [{ type: "phone", delay: 1, message: "Ring" }] },
      },
    },
  ],
];

describe("every word of an export is in the draft, in its place or in its comments", () => {
  test.each(exports)("%s", (from, keys, data) => {
    const { text, words } = marked(data, keys);
    const result = importText(text, { name: "x" });
    if ("what" in result) throw new Error(result.what);
    expect(result.from.toLowerCase()).toBe(from);
    expect(words.length).toBeGreaterThan(8);
    const drafts = result.drafts.map((draft) => draft.text).join("\n");
    expect(words.filter((word) => !drafts.includes(word))).toEqual([]);
    if (text.includes("FINISH_ENROLLMENT")) expect(drafts).toContain("FINISH_ENROLLMENT");
    for (const draft of result.drafts)
      expect(check(draft.text).findings.filter(({ rule }) => ["readable-yaml", "known-keys", "fitting-values"].includes(rule))).toEqual([]);
  });

  test("a table, also in cells that no column has a name for", () => {
    const result = importText(
      "Step,Variant,Type,Day,Subject,Body,Owner,Send time\n1,A,email,1,s1,b1,o1,t1\n1,B,email,1,s2,b2,o2,t2\n2,,dance,soon,s3,b3,o3,t3,x3,y3\n",
      { name: "x" },
    );
    const text = "what" in result ? "" : (result.drafts[0]?.text ?? "");
    for (const n of [1, 2, 3]) for (const word of ["s", "b", "o", "t"]) expect(text).toContain(`${word}${n}`);
    for (const word of ["x3", "y3", "soon", "dance"]) expect(text).toContain(word);
  });
});
