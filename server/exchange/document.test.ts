import { describe, expect, test } from "vitest";
import { check } from "../core/index.ts";
import { importText } from "./index.ts";

function read(...lines: readonly string[]) {
  const result = importText(lines.join("\n"), { name: "my-plan" });
  if ("what" in result) throw new Error(result.what);
  const drafts = result.drafts.map((draft) => ({ ...draft, all: check(draft.text).playbook?.touches ?? [] }));
  const [first] = drafts;
  if (!first) throw new Error("There is no draft.");
  /** What a prospect gets, or a rep says. */
  const words = first.all.map((touch) => ("script" in touch ? touch.script : "message" in touch ? touch.message : undefined)?.trim());
  const plan = first.all.map(({ day, channel }) => `${day} ${channel}`);
  return { ...first, drafts, words, plan, note: first.notes.join("\n") };
}

/** Every example below, to see that nothing in any of them is lost. */
const seen: string[][] = [];
const plan = (...lines: string[]) => {
  seen.push(lines);
  return read(...lines);
};

describe("when a step comes", () => {
  test("is understood in words", () => {
    const { plan: days, note } = plan(
      "Email #1 - send immediately",
      "Hi",
      "",
      "Email #2 - 3 days later",
      "Ho",
      "",
      "LinkedIn - wait 2 business days",
      "Hey",
      "",
      "Call (1 week later)",
      "Ask",
    );
    expect(days).toEqual(["1 email", "4 email", "6 linkedin", "11 call"]);
    expect(note).not.toContain("Nothing that is understood");
  });

  test("is understood where it is spelt, above a step or in its line", () => {
    const { plan: days, words } = plan(
      "Email 1 - send immediately",
      "A week in your warehouse has five days.",
      "",
      "Two days later: Call",
      "Ask about the scanner.",
      "",
      "A week later",
      "",
      "Email 2",
      "Three days",
      "",
      "is what it takes.",
      "",
      "The next day: LinkedIn",
      "Hello",
    );
    expect(days).toEqual(["1 email", "3 call", "8 email", "9 linkedin"]);
    expect(words).toEqual([
      "A week in your warehouse has five days.",
      "Ask about the scanner.",
      "Three days\n\nis what it takes.",
      "Hello",
    ]);
  });

  test("counts from the step that is named, not from the one before", () => {
    const { plan: days } = plan("Email 1", "Hi", "", "Email 2 (2 days after Email 1)", "Ho", "", "Call 1 (3 days after Email 1)", "Ask");
    expect(days).toEqual(["1 email", "3 email", "4 call"]);
  });

  test("counts in weeks, on the line or above it", () => {
    expect(plan("Week 1, Day 1: Email", "Hi", "", "Week 2, Day 1: Call", "Ask", "", "Week 3: Email", "Ho").plan).toEqual([
      "1 email",
      "6 call",
      "11 email",
    ]);
    const above = plan(
      "# Plan",
      "## Week 1",
      "### Email",
      "Hi",
      "## Week 2",
      "### Call",
      "Ask",
      "### Day 3: Email",
      "Ho",
      "## Week 3 – Goodbye",
      "### Final email",
      "Bye",
    );
    expect(above.plan).toEqual(["1 email", "6 call", "8 email", "11 email"]);
    expect(above.text).toContain("# heading: Week 3 – Goodbye");
    // Days that go on through the weeks count from the start.
    const through = plan(
      "Week 1",
      "",
      "Day 1: Email",
      "Hi",
      "",
      "Day 4: Call",
      "Ask",
      "",
      "Week 2",
      "",
      "Day 8: Email",
      "In week 2 we start.",
    );
    expect(through.plan).toEqual(["1 email", "4 call", "6 email"]);
    expect(through.words[2]).toBe("In week 2 we start.");
  });

  test("may be a wait on a line of its own", () => {
    const {
      plan: days,
      words,
      text,
      note,
    } = plan(
      ...[
        "Email",
        "",
        "Hi Jo",
        "",
        "Wait 3 days",
        "",
        "Email",
        "",
        "Again",
        "",
        "Wait until Thursday",
        "",
        "Call",
        "",
        "Ask",
        "",
        "Wait 2 days",
      ],
    );
    expect(days).toEqual(["1 email", "4 email", "4 call"]);
    expect(words).toEqual(["Hi Jo", "Again", "Ask"]);
    expect(note).toContain("Nothing that is understood here says when step 3 (“Wait until Thursday”) comes");
    expect(text).toContain("# wait: Wait until Thursday");
    expect(text).toContain("# after the last step: Wait 2 days");
  });

  test("may stand in labels, among others that nobody knows", () => {
    const {
      all,
      plan: days,
      text,
    } = plan(
      ...["## Email", "Day: 1", "Subject: A", "", "Hi", "", "## Call", "Timing: Day 4", "Owner: Dana", "Notes: look first", "", "Ask", ""],
      ...[
        "## LinkedIn",
        "Delay: 2 days",
        "Hey",
        "",
        "## Email",
        "**Wait:** 1 week",
        "**Subject:** B",
        "Ho",
        "",
        "## Call",
        "Wait 4 days",
        "",
        "Ask again",
      ],
    );
    expect(days).toEqual(["1 email", "4 call", "6 linkedin", "11 email", "13 call"]);
    expect(all).toMatchObject([
      { subject: "A", message: "Hi" },
      { script: "Ask", guidance: "look first" },
      { message: "Hey" },
      { subject: "B", message: "Ho" },
      { script: "Ask again" },
    ]);
    expect(text).toContain("# Owner: Dana");
  });

  test("may count from day 0, or with a plus, which is told where it may be meant otherwise", () => {
    const { plan: days, note } = plan("Email 1 - Day 0", "Hi", "", "Email 2 - Day +3", "Ho", "", "Email 3 - Day +7", "Bye");
    expect(days).toEqual(["1 email", "4 email", "6 email"]);
    expect(note).toContain("“Email 2 - Day +3” and “Email 3 - Day +7” were counted from the first step");
    expect(plan("Email 1", "Hi", "", "Email 2 - Day +2", "Ho", "", "Email 3 - Day +2", "Bye").plan).toEqual([
      "1 email",
      "3 email",
      "5 email",
    ]);
  });

  test("is asked for where nothing says it, by the names of the steps", () => {
    const {
      plan: days,
      note,
      text,
    } = plan("Email 1", "Hi", "", "Email 2 - Thursday", "Ho", "", "Day 3-5: Call", "Ask", "", "Email 3 - Day 8", "Bye");
    expect(days).toEqual(["1 email", "1 email", "1 call", "6 email"]);
    expect(note).toContain(
      "Nothing that is understood here says when steps 2 (“Email 2 - Thursday”) and 3 (“Day 3-5: Call”) come, so each is on the day of the one before. Set their days.",
    );
    expect(text).toContain("# heading: Email 2 - Thursday");
  });

  test("is shared by the steps below a day", () => {
    for (const marks of [
      ["## ", "### "],
      ["", ""],
    ]) {
      const [upper = "", lower = ""] = marks;
      const { plan: days, note } = plan(
        `${upper}Day 1`,
        `${lower}Email 1`,
        "Hi",
        "",
        `${lower}Call`,
        "Ask",
        "",
        `${upper}Day 4`,
        `${lower}Email 2`,
        "Ho",
      );
      expect(days).toEqual(["1 email", "1 call", "4 email"]);
      expect(note).not.toContain("Nothing");
    }
  });
});

const CARD = [
  "Best,",
  "Dana",
  "",
  "Email: jo@acme.example",
  "LinkedIn: linkedin.com/in/jo",
  "",
  "Call: +44 20 7946 0000",
  "Call 020 7946 0000",
];
const BODY = ["Hi Jo,", "", "Step 2: we mark the stops", "Day 1 - Monday workshop", "", ...CARD];

describe("what opens a step", () => {
  test.each([
    ["headings", "## Email 1 - Day 1", "## Call - Day 4"],
    ["bold lines", "**Email 1 - Day 1**", "**Call - Day 4**"],
    ["counts", "Email 1", "Email 2 - 3 days later"],
    ["days", "Day 1: Email", "Day 4: Call"],
  ])("is none of a signature or a list, where steps open by %s", (style, one, two) => {
    const { words, plan: days, note } = plan(one, "Subject: A", "", ...BODY, "", two, "Ask");
    expect(days).toHaveLength(2);
    expect(words).toEqual([BODY.join("\n"), "Ask"]);
    expect(note).toContain("“Step 2: we mark the stops”");
    expect(note).toContain(`for steps open by ${style} here`);
    for (const contact of ["jo@acme", "linkedin.com", "7946"]) expect(note).not.toContain(contact);
  });

  test("is no sentence of a letter", () => {
    const letter = [
      "On day 3 we met. Call me, or send an email.",
      "Email is best: somebody is there.",
      "Day 3 was great",
      "Step 2 is easy",
      "Call me: I am in",
      "We wait 3 days",
      "",
      "Wait 3 days before you decide.",
      "",
      "3 days later",
      "they called, and week 2 began.",
      "",
      "When: Thursday 3pm",
      "Video: https://x.example/v",
    ];
    for (const [one, two] of [
      ["## Email (Day 1)", "## Call (Day 4)"],
      ["Day 1: Email", "Day 4: Call"],
      ["Email 1:", "Call 1 - wait 3 days"],
    ] as const) {
      const { words, plan: days } = plan(one, "Subject: A", "", ...letter, "", two, "Ask");
      expect(days).toEqual(["1 email", "4 call"]);
      expect(words).toEqual([letter.join("\n"), "Ask"]);
    }
  });

  test("may be bold, with a channel alone, and what stands below the notes goes to nobody", () => {
    const {
      plan: days,
      words,
      text,
      note,
    } = plan(
      ...[
        "**Day 1 — Email**",
        "",
        "Hi Jo,",
        "",
        "**One thing**",
        "",
        "**Wait 3 days**",
        "",
        "**Email**",
        "",
        "More.",
        "",
        "**Wait 1 week**",
      ],
      ...["", "**Call**", "", "Ask them.", "", "---", "", "## Notes", "", "Never call before 9."],
    );
    expect(days).toEqual(["1 email", "4 email", "9 call"]);
    expect(words).toEqual(["Hi Jo,\n\n**One thing**", "More.", "Ask them."]);
    expect(text).toContain("# Notes: Never call before 9.");
    expect(note).toContain("What stands below “Notes” belongs to no step");
  });

  test("may be a heading with a channel alone; one that is no step keeps its words out of the messages", () => {
    const {
      plan: days,
      words,
      text,
      all,
    } = plan(
      ...[
        "# Email plan",
        "",
        "## 📧 Email – Day 1",
        "Hi",
        "",
        "### Tips",
        "Be kind.",
        "",
        "## The goodbye email",
        "Timing: Day 8",
        "Bye",
        "",
      ],
      ...["## Rules for email", "Never on Sundays.", "", "## Goals", "Ten meetings."],
    );
    expect(days).toEqual(["1 email", "6 email"]);
    expect(words).toEqual(["Hi", "Bye"]);
    expect(all[0]).toMatchObject({ guidance: "Be kind." });
    expect(text).toContain("# Rules for email: Never on Sundays.");
    expect(text).toContain("# Goals: Ten meetings.");
  });

  test("may be a numbered line, and lines across the page are nobody's words", () => {
    const {
      plan: days,
      words,
      text,
    } = plan(
      ...[
        "1. Email (Day 1)",
        "Hi",
        "",
        "---",
        "",
        "2. Call (Day 3)",
        "Ask",
        "",
        "---",
        "",
        "3. LinkedIn message (Day 8):",
        "Hey",
        "",
        "---",
        "",
        "Keep it short.",
      ],
    );
    expect(days).toEqual(["1 email", "3 call", "6 linkedin"]);
    expect(words).toEqual(["Hi", "Ask", "Hey"]);
    expect(text).toContain("# below a line across: Keep it short.");
  });
});

describe("a table of Markdown", () => {
  const TABLE = [
    "| Day | Channel | Subject | Message |",
    "|---|:---:|---|---|",
    "| 1 | Email | Hello | Hi [First Name],<br>one \\| two |",
    '| 4 | **Call** | | Ask "how" |',
    "| 8 | LinkedIn | | '=Hey |",
  ];

  test("is read as one, below a title too, and the lines around it are kept", () => {
    const { all, plan: days, title, text } = plan("# Fair follow-up", "", "For everyone we met.", "", ...TABLE, "", "Never call before 9.");
    expect(title).toBe("Fair follow-up");
    expect(days).toEqual(["1 email", "4 call", "6 linkedin"]);
    expect(all).toMatchObject([
      { subject: "Hello", message: "Hi {{first_name}},\none | two\n" },
      { script: 'Ask "how"' },
      { message: "'=Hey" },
    ]);
    expect(text).toContain("# before the table: For everyone we met.");
    expect(text).toContain("# after the table: Never call before 9.");
    expect(plan(...TABLE).plan).toEqual(days);
    expect(plan("Fair follow-up", ...TABLE)).toMatchObject({ plan: days, title: "Fair follow-up" });
  });

  test("is a sequence by each heading", () => {
    const { drafts } = plan("# One", "", ...TABLE, "", "# Two", "For them.", "", ...TABLE.slice(0, 3));
    expect(drafts.map(({ title, touches }) => [title, touches])).toEqual([
      ["One", 3],
      ["Two", 1],
    ]);
    expect(drafts[1]?.text).toContain("# before the table: For them.");
  });

  test("is kept where it only gives an overview, and is words where it is of something else", () => {
    const {
      plan: days,
      words,
      text,
    } = plan(...["# T", "", ...TABLE, "", "## Day 1: Email", "Hi", "", "## Day 4: Call", "| a | b |", "|---|---|", "| 1 | 2 |"]);
    expect(days).toEqual(["1 email", "4 call"]);
    expect(words[1]).toBe("| a | b |\n|---|---|\n| 1 | 2 |");
    expect(text).toContain("# before the first step: | Day | Channel |");
  });
});

/** Words that became something else: a day, a channel, a field, a mark. */
const USED =
  /^(?:two|next|days?|weeks?|wait|later|after|send|immediately|timing|delay|business|email|call|linkedin|message|video|subject|owner|notes?|tips|title|channel|hello|first|name|step|final|the|previous|plan)$/i;

test("no word of any document here is lost", () => {
  expect(seen.length).toBeGreaterThan(25);
  for (const lines of seen) {
    const { drafts } = read(...lines);
    const texts = drafts.map(({ text }) => text.toLowerCase()).join("\n");
    const words = [
      ...lines
        .join("\n")
        .replace(/<br>/g, " ")
        .matchAll(/\p{L}{3,}/gu),
    ].map(([word]) => word.toLowerCase());
    expect(words.filter((word) => !USED.test(word) && !texts.includes(word))).toEqual([]);
  }
});
