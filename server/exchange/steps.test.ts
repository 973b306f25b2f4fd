import { describe, expect, test } from "vitest";
import { check } from "../core/index.ts";
import { type ImportOptions, importText } from "./index.ts";

function draftOf(data: unknown, options: Partial<ImportOptions> = {}) {
  const text = typeof data === "string" ? data : JSON.stringify(data);
  const result = importText(text, { name: "my-export", ...options });
  if ("what" in result) throw new Error(result.what);
  const [draft] = result.drafts;
  if (!draft) throw new Error("There is no draft.");
  const { playbook, findings } = check(draft.text);
  // What the import itself must never cause.
  expect(findings.filter(({ rule }) => rule === "days-in-order").map(({ message }) => message)).toEqual([]);
  return { ...draft, touches: playbook?.touches ?? [] };
}
const days = (data: unknown, options?: Partial<ImportOptions>) => draftOf(data, options).touches.map(({ day }) => day);

describe("days that begin at 0", () => {
  const table = "day,channel,subject,message\n0,email,A,one\n3,call,,two\n7,email,B,three\n";
  test("are counted from 0, on a calendar or in business days, and it is told", () => {
    expect(days(table)).toEqual([1, 4, 6]);
    expect(days(table, { days: "business" })).toEqual([1, 4, 8]);
    const { notes } = draftOf(table);
    expect(notes[0]).toBe("Its days begin at 0 and were counted from there, so day 0 is day 1 here.");
    expect(notes.join(" ")).not.toMatch(/come before|moved|earlier/);
    expect(draftOf(table.replace("0,email", "1,email")).notes.join(" ")).not.toContain("begin at 0");
  });
  test("of a document, too", () =>
    expect(days("Day 0 - Email\nSubject: Hi\nHello\n\nDay 3 - Call\nAsk\n\nDay 7 - Email\nSubject: Bye\nBye\n")).toEqual([1, 4, 6]));
  test("and 0 is no first day where it is a wait, or where a column of days says “immediately”", () => {
    expect(days("type,delay,body\nemail,0,a\ncall,2,b\n")).toEqual([1, 3]);
    expect(days("type,day,body\nemail,Immediately,a\ncall,3,b\nemail,same day,c\n")).toEqual([1, 3, 3]);
  });
  test("may have a day before them, on which nobody is reached", () => {
    const { touches, notes, text } = draftOf("type,day,body\nresearch,-1,Read\nemail,0,a\ncall,3,b\n");
    expect(touches).toMatchObject([{ day: 1, guidance: "Before this: research\nRead\n" }, { day: 4 }]);
    expect(notes).toContain("Step 1 is to come before the first day; it was put on the day of the one before. Look at its day.");
    expect(text).toContain("# research, day: -1");
  });
});

describe("days are counted from the first touch", () => {
  test("where lemlist looks at a profile first", () => {
    const steps = [
      { type: "linkedinVisit", delay: 0 },
      { type: "email", delay: 1, subject: "Hi", message: "Hello" },
      { type: "phone", delay: 6, message: "Ring" },
    ];
    const { touches, notes } = draftOf({ name: "L", sequences: [{ _id: "q", level: 0, steps }] });
    // Six days on the calendar after a first touch on a Monday are a Sunday, which waits for Monday.
    expect(touches).toMatchObject([{ day: 1, guidance: "Before this: linkedinVisit" }, { day: 6 }]);
    expect(notes[0]).toBe(
      "The first touch was on day 2. Days count from it, so every touch comes 1 calendar day earlier here. What came before it stands in guidance.",
    );
  });

  test("where lemlist's condition waits first, and its branches stay as they were", () => {
    const sequences = [
      {
        _id: "a",
        level: 0,
        steps: [
          { type: "conditional", delay: 2, conditionKey: "opened", conditions: [{ label: "yes", sequenceId: "b" }] },
          { type: "email", delay: 1, subject: "Hi", message: "Hello" },
          { type: "email", delay: 2, subject: "Ho", message: "Again" },
        ],
      },
      { _id: "b", level: 1, steps: [{ type: "phone", delay: 3, message: "Ring" }] },
    ];
    const { touches, notes, text } = draftOf({ name: "L", sequences });
    expect(touches.map(({ day }) => day)).toEqual([1, 3]);
    expect(text).toContain("# branch on opened: yes: phone, 3 days after the step before");
    expect(notes.join(" ")).toContain("every touch comes 3 calendar days earlier here.");
    expect(notes.join(" ")).not.toContain("stands in guidance");
  });

  test("where Apollo waits before its first step", () => {
    const step = (position: number, wait_time: number) => ({
      type: "call",
      position,
      wait_time,
      wait_mode: "day",
      note: `Ask ${position}`,
    });
    const { touches, notes } = draftOf({ name: "A", emailer_steps: [step(1, 1), step(2, 4), step(3, 3)] });
    expect(touches.map(({ day }) => day)).toEqual([1, 5, 6]);
    expect(notes[0]).toBe("The first touch was on day 2. Days count from it, so every touch comes 1 calendar day earlier here.");
  });

  test("where HubSpot has something to do first, in business days", () => {
    const day = 86_400_000;
    const task = (taskType: string, notes: string) => ({ actionType: "TASK", taskPattern: { taskType, subject: notes, notes } });
    const steps = [
      { stepOrder: 0, delayMillis: 0, ...task("TODO", "Research") },
      { stepOrder: 1, delayMillis: 2 * day, ...task("CALL", "Ring them") },
      { stepOrder: 2, delayMillis: 7 * day, ...task("CALL", "Again") },
    ];
    const { touches, notes } = draftOf({ name: "H", settings: { eligibleFollowUpDays: "BUSINESS_DAYS" }, steps });
    expect(touches.map(({ day }) => day)).toEqual([1, 8]);
    expect(touches[0]).toMatchObject({ guidance: "Before this: Research (TODO)\nResearch\n" });
    expect(notes[0]).toContain("every touch comes 2 business days earlier here. What came before it");
  });

  test("in a table whose first touch stands below others", () => {
    const { touches, notes } = draftOf("type,day,body\ncall,9,b\nemail,2,a\n");
    expect(touches).toMatchObject([
      { day: 1, channel: "email" },
      { day: 6, channel: "call" },
    ]);
    expect(notes.join(" ")).toContain("The first touch was on day 2.");
  });

  test("and nothing is said where it comes on day 1", () =>
    expect(draftOf("type,day,body\nresearch,1,r\nemail,1,a\n").notes.join(" ")).not.toContain("earlier"));
});

describe("steps that reach nobody", () => {
  test("say where their words are: in guidance beside a touch, in the comments without one", () => {
    const alone = draftOf("type,day,body\nwebhook,1,POST it\nfax,2,Send it\nfax,4,Send it again\n");
    expect(alone.touches).toEqual([]);
    expect(alone.notes).toEqual(
      expect.arrayContaining([
        "Step 1 (“webhook”) reaches nobody in a way a playbook knows; what it says stands in the comments.",
        "Steps 2 and 3 (“fax”) reach nobody in a way a playbook knows; what they say stands in the comments.",
      ]),
    );
    for (const words of ["POST it", "Send it", "Send it again"]) expect(alone.text).toMatch(new RegExp(`^# .*${words}|^# ${words}`, "m"));
    const beside = draftOf("type,day,body\nwebhook,1,POST it\nemail,2,Hello\n");
    expect(beside.notes).toContain(
      "Step 1 (“webhook”) reaches nobody in a way a playbook knows; what it says stands in the guidance of the touch beside it.",
    );
  });

  test("are no touches where they are switched off, and say that they are", () => {
    const { notes, touches } = draftOf("type,day,body,enabled\nemail,1,Hello,yes\nfax,2,Send it,no\n");
    expect(notes.join(" ")).not.toContain("is a touch like the others");
    expect(touches).toMatchObject([{ guidance: "After this: fax\nSwitched off where it comes from.\nSend it\n" }]);
  });

  test("keep what a wait says", () => {
    const { touches, text } = draftOf("type,delay,body,owner\nemail,0,Hello,Dana\nwait,3,Only if they opened it,Priya\ncall,1,Ask,\n");
    expect(touches.map(({ day }) => day)).toEqual([1, 5]);
    for (const words of ["Only if they opened it", "Priya"]) expect(text).toContain(words);
  });
});
