import { describe, expect, test } from "vitest";
import { documents } from "../test/documents.ts";

const plan = documents(10);

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
