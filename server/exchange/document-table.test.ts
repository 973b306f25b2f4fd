import { describe, expect, test } from "vitest";
import { documents } from "../test/documents.ts";

const plan = documents(5);

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
