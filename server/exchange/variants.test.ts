import { describe, expect, test } from "vitest";
import { check } from "../core/index.ts";
import { exportPlaybook, type ImportOptions, importText } from "./index.ts";

function drafts(text: string, options: Partial<ImportOptions> = {}) {
  const result = importText(text, { name: "my-export", ...options });
  if ("what" in result) throw new Error(result.what);
  return result.drafts.map((draft) => ({ ...draft, touches: check(draft.text).playbook?.touches ?? [] }));
}
const days = (text: string) => drafts(text)[0]?.touches.map(({ day }) => day);

describe("when steps come, as tables say it", () => {
  test("a unit in a column of its own, or behind the number", () => {
    expect(
      days("Step,Type,Delay,Delay Unit,Body\n1,email,0,days,a\n2,call,48,Hours,b\n3,email,1440,minutes,c\n4,sms,1,week(s),d\n"),
    ).toEqual([1, 3, 4, 9]);
    expect(days("type,wait,body\nemail,0,a\ncall,48h,b\nemail,2d 12h,c\nemail,1w,d\nemail,90m,e\n")).toEqual([1, 3, 5, 10, 10]);
  });

  test("business days are taken as they are, wherever they are named", () => {
    expect(days("type,delay,body\nemail,0,a\nemail,10 business days,b\n")).toEqual([1, 11]);
    expect(days("type,delay (business days),body\nemail,0,a\nemail,10,b\n")).toEqual([1, 11]);
    expect(days("type,delay,body\nemail,0,a\nemail,10,b\n")).toEqual([1, 9]);
  });

  test("what holds for several steps is told once, with the steps, however many they are", () => {
    const notes = (rows: readonly string[]) =>
      drafts(`type,day,body\n${rows.join("\n")}\n`)[0]?.notes.filter((note) => note.startsWith("Step"));
    expect(notes(["email,1,a", "dance,2,b", "email,soon,c", "dance,3,d"])).toEqual([
      "Steps 2 and 4 (“dance”) reach nobody in a way a playbook knows; what they say stands in the guidance of the touches beside them.",
      "Step 3 says “soon” of when it comes; it was put on the day of the one before. Look at its day.",
    ]);
    const many = notes(Array.from({ length: 500 }, (_, i) => (i % 2 ? `dance,${i + 1},x` : `email,${i + 1},{Hi|Hello} you`)));
    expect(many?.map((note) => note.slice(0, 34))).toEqual(["Steps 1, 3, 5, 7, 9 and 245 more h", "Steps 2, 4, 6, 8, 10 and 245 more "]);
    expect(many?.join(" ").length).toBeLessThan(500);
  });

  test("columns that nobody here knows are named, and what to do where they hold what is missing", () => {
    const told = (text: string) => drafts(text)[0]?.notes.filter((note) => note.startsWith("The column"));
    expect(told("type,day,body,Owner\nemail,1,a,Dana\n")).toEqual([
      "The column “Owner” is not known here by its name; what stands in it is kept in the comments.",
    ]);
    expect(told("Type,Jour,Objet,Message\nEmail,1,Bonjour,Bonjour [Prénom]\n")).toEqual([
      "The columns “Jour” and “Objet” are not known here by their names; what stands in them is kept in the comments. Where one says the day, the channel or the words, call it that in the first row and import the table again.",
    ]);
    expect(told(`type,day,body,${"abcdefghi".split("").map((one) => `x${one}`)}\nemail,1,a\n`)?.[0]).toContain("“xf” and 3 more are not");
    expect(told("type,day,body\nemail,1,a\n")).toEqual([]);
  });

  test("what cannot be read is told by its step and kept, and so is a table without any days", () => {
    const [draft] = drafts("type,day,body\nemail,1,a\nemail,Day 3-5,b\n");
    expect(draft?.notes[0]).toBe("Step 2 says “Day 3-5” of when it comes; it was put on the day of the one before. Look at its day.");
    expect(draft?.text).toContain("# day: Day 3-5");
    const [moon] = drafts("type,delay,unit,body\nemail,0,days,a\nemail,2,moons,b\n");
    expect(moon?.text).toMatch(/# unit: moons\n\s*# delay: 2\n/);
    expect(drafts("type,body\nemail,a\nemail,b\n")[0]?.notes[0]).toMatch(/^No column says when its steps come/);
  });
});

test("versions of one step are one touch; steps that only share a number are not", () => {
  const [draft] = drafts("Step,Variant,Type,Day,Subject,Body\n1,A,email,1,One,a\n1,B,email,1,Other,b\n2,A,call,3,,c\n");
  expect(draft?.touches).toMatchObject([{ subject: "One" }, { channel: "call" }]);
  expect(draft?.text).toMatch(/# other version B: Other\n\s*# b\n/);
  expect(drafts("Step,Type,Day,Body\n1,email,1,a\n1,email,1,b\n")[0]?.touches).toHaveLength(2);
  expect(drafts("Variant,Type,Day,Body\nA,email,1,a\nB,email,1,b\n")[0]?.touches).toHaveLength(2);
});

test("words that fell apart at their commas are put together where that is sure, and told", () => {
  const [draft] = drafts("type,day,body\nemail,1,Hi there, nobody quoted this, at all\n");
  expect(draft?.touches).toMatchObject([{ message: "Hi there, nobody quoted this, at all" }]);
  expect(draft?.notes[0]).toMatch(/^Row 2 has more cells.*taken as the end of its words\.$/);
  const [other] = drafts("body,type,day\nHi, there,email,1\n");
  expect(other?.notes.join(" ")).toMatch(/Row 2 has more cells.*Look at its cells/);
});

test("Salesloft's and Outreach's names of columns", () => {
  expect(
    drafts(
      "Cadence Name,Day,Step Number,Step Type,Template Subject,Template Body\nA,1,1,Email,Hello,<p>Hi {{first_name}}</p>\nA,3,2,LinkedIn - Send Connection Request,,Hi\nA,3,2,LinkedIn - View Profile,,\n",
    )[0]?.touches,
  ).toMatchObject([
    { day: 1, channel: "email", subject: "Hello", message: "Hi {{first_name}}" },
    { day: 3, channel: "linkedin", message: "Hi", guidance: "After this: LinkedIn - View Profile" },
  ]);
});

describe("documents as people write them", () => {
  test("labels before the words are labels, a week before the day is no part of the words, and a day may stand alone", () => {
    const [draft] = drafts(
      "Day 1\nEmail: first note\nSubject: Numbers\nBody:\nHi [First Name]\n\nDay 3 - Call\nScript: Ask about returns.\nVoicemail: This is Dana.\nCall back any time.\n\nWeek 2, Day 10 - Email\nSubject line: Last\nMessage: Bye\nBody: of a different kind\n",
    );
    expect(draft?.touches).toMatchObject([
      { day: 1, channel: "email", subject: "Numbers", message: "Hi {{first_name}}" },
      { day: 3, channel: "call", script: "Ask about returns.", voicemail: "This is Dana.\nCall back any time.\n" },
      { day: 8, channel: "email", subject: "Last", message: "Bye\nBody: of a different kind\n" },
    ]);
  });
});

test("no cell of a table that goes out would run as a formula, and each comes back as it was", () => {
  const words = ["=HYPERLINK(1)", "+1 is fine", "- a list", "@you", "'= quoted", "it's"];
  const text = `title: T\ntouches:\n${words.map((one, i) => `  - { id: t-${i}, day: ${i + 1}, channel: email, subject: ${JSON.stringify(one)}, message: ${JSON.stringify(one)} }\n`).join("")}`;
  const { playbook } = check(text);
  if (!playbook) throw new Error("It cannot be read.");
  const out = exportPlaybook(playbook, { id: "t", to: "csv", start: "2027-03-01" }).text;
  expect(out).not.toMatch(/(?:^|[,"\n])[=+@]/m);
  expect(out).toContain("'- a list");
  expect(drafts(out)[0]?.touches.map((touch) => "message" in touch && touch.message)).toEqual(words);
});

describe("several at once, and parts", () => {
  const cadence = (name: string) => ({ cadence_content: { settings: { name }, step_groups: [{ day: 1, steps: [{ type: "Phone" }] }] } });
  test("a list of exports is as many drafts, and what else stands in it is told", () => {
    const list = [cadence("A"), { error: "429, ask again later" }, cadence("B")];
    for (const data of [list, { cadences: list, paging: { next: null } }]) {
      const found = drafts(JSON.stringify(data));
      expect(found.map(({ title }) => title)).toEqual(["A", "B"]);
      expect(found[0]?.text).toContain("429, ask again later");
      expect(found[0]?.notes.join(" ")).toContain("1 more that Salesloft would not know");
    }
  });

  test("Outreach's steps without their sequence, and those of two", () => {
    const step = (id: number, sequence: number, interval: number) => ({
      type: "sequenceStep",
      id,
      attributes: { order: id, stepType: "call", interval, taskNote: `Ask ${id}` },
      relationships: { sequence: { data: { type: "sequence", id: sequence } } },
    });
    const found = drafts(JSON.stringify({ data: [step(1, 5, 0), step(2, 5, 2880), step(3, 6, 0)] }));
    expect(found.map(({ touches }) => touches.map(({ day }) => day))).toEqual([[1, 3], [1]]);
  });
});
