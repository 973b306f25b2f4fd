import { describe, expect, test } from "vitest";
import { documents } from "../test/documents.ts";

const plan = documents(13);

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
