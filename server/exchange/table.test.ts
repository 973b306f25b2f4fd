import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../core/index.ts";
import { type ImportOptions, importText } from "./index.ts";
import { sequencesIn } from "./table.ts";

function drafts(text: string, options: Partial<ImportOptions> = {}) {
  const result = importText(text, { name: "my-export", ...options });
  if ("what" in result) throw new Error(result.what);
  return result.drafts.map((draft) => ({ ...draft, touches: check(draft.text).playbook?.touches ?? [] }));
}
/** The only draft of a table. */
function draftOf(text: string, options: Partial<ImportOptions> = {}) {
  const [draft, ...others] = drafts(text, options);
  if (!draft || others.length > 0) throw new Error(`There are ${others.length + (draft ? 1 : 0)} drafts.`);
  return draft;
}

describe("a column called “Template”", () => {
  test("is a name where another column holds the words, and is told as what it is", () => {
    const { touches, text, notes } = draftOf(
      "Sequence,Step,Type,Interval,Template,Subject,Body\nInbound,1,auto_email,0 minutes,T1,Hi,Hello\nInbound,2,auto_email,2880 minutes,T2,Again,\n",
    );
    expect(touches).toMatchObject([
      { day: 1, subject: "Hi", message: "Hello" },
      { day: 3, subject: "Again" },
    ]);
    expect(touches[1]).not.toHaveProperty("message");
    for (const kept of ["# Template: T1", "# Template: T2"]) expect(text).toContain(kept);
    expect(notes).toContain("The words are taken from “Body”; what stands under “Template” is kept in the comments.");
    expect(notes.join(" ")).not.toMatch(/not known here|Two columns/);
  });

  test.each(["Message", "Text", "Content", "Email Body"])("stands back for “%s”, on whichever side of it", (words) => {
    expect(draftOf(`Day,Type,Template,${words}\n1,email,T1,Hello\n`).touches).toMatchObject([{ message: "Hello" }]);
    expect(draftOf(`Day,Type,${words},Template\n1,email,Hello,T1\n`).touches).toMatchObject([{ message: "Hello" }]);
  });

  test("holds the words where no other column does", () =>
    expect(draftOf("Day,Type,Template\n1,email,Hello\n").touches).toMatchObject([{ message: "Hello" }]));
});

describe("merged cells", () => {
  test("of a sequence's name are blank below it, and each draft says once that they were read so", () => {
    const found = drafts(
      "Sequence,Day,Channel,Subject,Body\nCold CFO,1,Email,Hi,one\n,3,Call,,two\n,8,Email,Bye,three\nRenewal,1,Email,Hey,four\n,5,Call,,five\n",
    );
    expect(found.map(({ title, touches }) => [title, touches.map(({ day, channel }) => `${channel} ${day}`)])).toEqual([
      ["Cold CFO", ["email 1", "call 3", "email 6"]],
      ["Renewal", ["email 1", "call 5"]],
    ]);
    for (const { notes } of found)
      expect(notes.filter((note) => note.includes("above"))).toEqual([
        "Rows with nothing under “Sequence” were taken as part of the sequence named above them.",
      ]);
  });

  test("before any name stay a sequence of their own, and full columns say nothing", () => {
    const found = drafts("Cadence,Day,Type,Body\n,1,email,a\nA,1,email,b\n,2,call,c\n");
    expect(found.map(({ title, touches }) => [title, touches.length])).toEqual([
      ["my-export", 1],
      ["A", 2],
    ]);
    expect(found.map(({ notes }) => notes.some((note) => note.includes("named above")))).toEqual([false, true]);
  });

  test("of a day are the day above", () =>
    expect(draftOf("Day,Channel,Body\n1,Email,a\n,Call,b\n3,Email,c\n").touches.map(({ day }) => day)).toEqual([1, 1, 3]));
});

describe("a table drawn in Markdown", () => {
  const rows =
    "| 1 | Email | Hi | Hello [First Name] |\n| 3 | Call | | Ask about returns |\n| 8 | **Email** | Bye | Two<br>lines \\| a pipe |\n";
  const touches = [
    { day: 1, channel: "email", subject: "Hi", message: "Hello {{first_name}}" },
    { day: 3, channel: "call", script: "Ask about returns" },
    { day: 6, channel: "email", subject: "Bye", message: "Two\nlines | a pipe\n" },
  ];
  test.each(["|---|---|---|---|", "| :--- | :---: | ---: | - |", "|:-:|:-:|:-:|:-:|"])("with the line %s", (rule) => {
    const draft = draftOf(`| Day | Channel | Subject | Message |\n${rule}\n${rows}`);
    expect(draft.touches).toMatchObject(touches);
    expect(draft.touches).toHaveLength(3);
    expect(draft.text).not.toMatch(/column \d|---/);
    expect(draft.notes.join(" ")).not.toMatch(/reach|more cells|not known/);
  });

  test("without pipes at its sides, and with them and without the line", () => {
    expect(draftOf("Day | Channel | Message\n--- | :-: | ---\n1 | Email | Hello\n3 | Call | Ask\n").touches).toMatchObject([
      { day: 1, message: "Hello" },
      { day: 3, script: "Ask" },
    ]);
    expect(draftOf(`\n| Day | Channel | Subject | Message |\n${rows}`).touches).toMatchObject(touches);
  });

  test("with words below it, which are kept", () => {
    const { touches, text, notes } = draftOf(
      "| Day | Channel | Message |\n|---|---|---|\n| 1 | Email | Hello |\n\nSend it in the morning.\n\nNever | on a Friday.\n",
      { from: "csv" },
    );
    expect(touches).toHaveLength(1);
    expect(text).toMatch(/# below the table: Send it in the morning\.\n#\s*\n# Never \| on a Friday\./);
    expect(notes).toContain("What stands below the table is kept in the comments.");
  });

  test("may be found inside of something else", () => {
    const [sequence] = sequencesIn(
      [
        ["Day", "Channel", "Message"],
        ["1", "Email", "Hello"],
        ["3", "Call", "Ask"],
      ],
      "Fair",
    );
    expect(sequence).toMatchObject({ title: "Fair", steps: [{ type: "Email", body: "Hello", at: { day: 1 } }, { type: "Call" }] });
  });
});

describe("steps that are switched off", () => {
  test.each([
    ["Enabled", "FALSE"],
    ["Active", "no"],
    ["Status", "paused"],
    ["Status", "Inactive"],
    ["Status", "draft"],
    ["Disabled", "yes"],
  ])("as %s: %s says", (column, value) => {
    const { touches, text, notes } = draftOf(`Day,Type,Body,${column}\n1,email,a,\n3,call,b,${value}\n5,email,c,\n`);
    expect(touches).toHaveLength(3);
    expect(text).toContain(`# ${column}: ${value}`);
    expect(notes).toContain(
      "Step 2 is switched off where it comes from, and is a touch like the others here. Take it out if it is not meant.",
    );
    expect(notes.join(" ")).not.toContain("not known here");
  });

  test.each([
    ["Enabled", "TRUE"],
    ["Active", "yes"],
    ["Status", "active"],
    ["Status", "Approved by Dana"],
    ["Disabled", "no"],
  ])("and those that are not, as %s: %s says", (column, value) => {
    const { text, notes } = draftOf(`Day,Type,Body,${column}\n1,email,a,${value}\n`);
    expect(notes.join(" ")).not.toContain("switched off");
    expect(text).toContain(`# ${column}: ${value}`);
  });

  test("and of versions the first that is switched on is the touch", () => {
    const { touches, text, notes } = draftOf(
      "Step,Variant,Type,Day,Subject,Body,Enabled\n1,A,email,1,Old,old words,no\n1,B,email,1,New,new words,yes\n",
    );
    expect(touches).toMatchObject([{ subject: "New", message: "new words" }]);
    expect(text).toMatch(/# other version B: Old\n\s*# old words\n/);
    expect(notes.join(" ")).not.toContain("switched off");
  });
});

test("every cell is somewhere: what two columns say of when, how and where, and a place with words", () => {
  const { touches, text } = draftOf(
    "Step,Type,Day,Delay,Mode,Thread,Ask,Kind,Message,Script,Voicemail\n1: opener,email,1,0,semi,their thread,big-ask,odd-kind,m1,s1,v1\n2: ring,call,3,2 days,manual,,,,m2,s2,v2\n3: ping,whatsapp,4,,,,talk,,m3,s3,v3\n",
  );
  for (const kept of ["opener", "semi", "their thread", "big-ask", "odd-kind", "ring", "delay: 2 days", "ping", "whatsapp", "ask: talk"])
    expect(text).toContain(kept);
  for (const kind of ["m", "s", "v"]) for (const n of [1, 2, 3]) expect(text).toMatch(new RegExp(`\\b${kind}${n}\\b`));
  expect(touches[1]).toMatchObject({ channel: "call", script: "s2", voicemail: "v2" });
});

test("whatever its columns, every word of a table is in a draft, and its first touch is on day 1", () => {
  const times = ["Day", "Business day", "Delay", "Delay hours", "Interval minutes"];
  const texts = "Sequence,Step,Variant,Unit,Subject,Body,Email body,Template,Script,Name,Mode,Thread,Notes,Kind,Ask,Reason,Value".split(
    ",",
  );
  const others = "Asset,Words from,Pairs with,Negative option,Voicemail,Enabled,Active,Status,Paused,Owner".split(",");
  const type = fc.constantFrom("email", "Call", "LinkedIn - Connect", "LinkedIn - View Profile", "whatsapp", "task", "wait", "", "video");
  const filled = fc.constantFrom("", "a word", "a number");
  const table = fc.subarray([...times, ...texts, ...others], { minLength: 1 }).chain((headers) => {
    const row = fc.record({
      type,
      cells: fc.array(filled, { minLength: headers.length, maxLength: headers.length }),
      number: fc.integer({ min: -2, max: 12 }),
    });
    return fc.record({ headers: fc.constant(headers), rows: fc.array(row, { minLength: 1, maxLength: 5 }) });
  });
  fc.assert(
    fc.property(table, ({ headers, rows }) => {
      const words: string[] = [];
      const said = (header: string, how: string, number: number) => {
        if (how === "a number" && times.includes(header)) return String(number);
        if (how !== "") words.push(`mark${words.length}end`);
        return how === "" ? "" : (words.at(-1) ?? "");
      };
      const lines = rows.map(({ type, cells, number }) =>
        [type, ...headers.map((header, i) => said(header, cells[i] ?? "", number))].join(","),
      );
      const result = importText(["Type", ...headers].join(",").concat("\n", lines.join("\n"), "\n"), { name: "x", from: "csv" });
      // Rows in which nothing stands are no steps.
      if ("what" in result) return expect(result.what).toContain("no steps below it");
      const text = result.drafts.map((draft) => draft.text).join("\n");
      expect(words.filter((word) => !text.includes(word))).toEqual([]);
      const rules = result.drafts.flatMap((draft) => check(draft.text).findings.map(({ rule }) => rule));
      expect(rules.filter((rule) => ["readable-yaml", "known-keys", "days-in-order"].includes(rule))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
