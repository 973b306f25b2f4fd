import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { ASKS, CHANNELS, check, mainField, type Playbook } from "../core/index.ts";
import { tidy } from "./html.ts";
import { exportPlaybook, importText, TARGETS, type TargetName } from "./index.ts";
import { inOrder, wordsOf } from "./outline.ts";

/** Words as people write them, with signs that HTML, CSV, JSON and Markdown each must escape, and with blanks. */
const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-zäßñ日本é👋0-9][a-zäßñé0-9;,'"&<>*_`~$\\|-]{0,9}$/u) },
  fc.constantFrom(
    "{{first_name}}",
    "{{review_quote}}",
    "{{line_2}}",
    "a < b",
    "=SUM(A1)",
    "R&D",
    "# not a heading",
    "Day 3",
    "x  y",
    "“quoted”",
  ),
);
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
/** Several paragraphs of several lines. */
const text = fc
  .array(
    fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n")),
    { minLength: 1, maxLength: 3 },
  )
  .map((paragraphs) => paragraphs.join("\n\n"));
const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(?:-[a-z0-9]{1,6}){0,2}$/);

const touch = fc.record({
  id: slug,
  gap: fc.nat(9),
  channel: fc.constantFrom(...CHANNELS),
  automatic: fc.boolean(),
  reply: fc.boolean(),
  kind: fc.constantFrom("standard", "take-away", "greeting"),
  ask: fc.constantFrom(...ASKS),
  reason: fc.option(line, { nil: undefined }),
  value: fc.option(line, { nil: undefined }),
  option: fc.option(line, { nil: undefined }),
  subject: line,
  words: text,
  voicemail: fc.option(text, { nil: undefined }),
});

const playbook = fc
  .record({ title: line, touches: fc.uniqueArray(touch, { minLength: 1, maxLength: 8, selector: ({ id }) => id }) })
  .map(({ title, touches }) => {
    let day = 1;
    const written = touches.map((one, i) => {
      day += i === 0 ? 0 : one.gap;
      const mail = one.channel === "email";
      const reply = mail && one.reply && touches.slice(0, i).some(({ channel }) => channel === "email");
      const spoken = mainField(one.channel);
      return {
        id: one.id,
        day,
        channel: one.channel,
        kind: one.kind,
        ask: one.ask,
        ...(one.automatic ? { mode: "automatic" } : {}),
        ...(one.reason === undefined ? {} : { reason: one.reason }),
        ...(one.value === undefined ? {} : { value: one.value }),
        ...(one.option === undefined ? {} : { "negative-option": one.option }),
        ...(mail && !reply ? { subject: one.subject } : {}),
        ...(reply ? { thread: "reply" } : {}),
        [spoken]: one.words,
        ...(one.channel === "call" && one.voicemail !== undefined ? { voicemail: one.voicemail } : {}),
      };
    });
    const variables = { first_name: { example: "Priya", fallback: "there" }, review_quote: { example: "late" }, line_2: { example: "x" } };
    const report = check(stringify({ title, variables, touches: written }));
    if (!report.playbook || report.playbook.touches.length !== touches.length)
      throw new Error(JSON.stringify(report.findings.map(({ message }) => message)));
    return report.playbook;
  });

/** A playbook exported, imported, and read as the checks read it. */
function there(playbook: Playbook, to: TargetName) {
  const { text, losses } = exportPlaybook(playbook, { id: "one", to, start: "2027-03-01" });
  const result = importText(text, { name: "one" });
  if ("what" in result) throw new Error(`${result.what}\n${text}`);
  const [draft] = result.drafts;
  const report = check(draft?.text ?? "");
  if (!draft || !report.playbook) throw new Error(`${draft?.text}`);
  expect(report.findings.filter(({ rule }) => ["readable-yaml", "known-keys", "fitting-values", "ids-unique"].includes(rule))).toEqual([]);
  return { back: report.playbook, losses, text };
}

const same = (words: string | undefined) => (words === undefined ? undefined : tidy(words));
/** What every target holds: who is reached when, through what, with which words. */
const held = (playbook: Playbook) =>
  inOrder(playbook.touches).map((one) => ({
    id: one.id,
    day: one.day,
    channel: one.channel,
    words: same(wordsOf(one, mainField(one.channel))),
    ...(one.channel === "email" ? { mode: one.mode, thread: one.thread, subject: same(one.subject)?.replace(/\s+/g, " ") } : {}),
  }));
/** What a table and a page hold besides. */
const wholly = (playbook: Playbook) =>
  inOrder(playbook.touches).map(({ day: _, ...one }) =>
    Object.fromEntries(
      Object.entries(one).map(([key, value]) => [
        key,
        typeof value === "string"
          ? same(value)?.replace(/[ ]{2,}/g, (spaces) => (["script", "message", "voicemail"].includes(key) ? spaces : " "))
          : value,
      ]),
    ),
  );

describe.each(TARGETS.filter((target) => target !== "ics"))("there and back by way of %s", (target) => {
  test("everything that it can hold is as it was", () => {
    fc.assert(
      fc.property(playbook, (one) => {
        const without = {
          ...one,
          touches: one.touches.map((touch) => (["csv", "markdown", "json"].includes(target) ? touch : { ...touch, voicemail: undefined })),
        } as Playbook;
        const { back } = there(without, target);
        expect(held(back)).toEqual(held(without));
        if (["csv", "markdown", "json"].includes(target)) expect(wholly(back)).toEqual(wholly(without));
        if (target === "json") expect(JSON.parse(JSON.stringify(back))).toEqual(JSON.parse(JSON.stringify(one)));
      }),
      { numRuns: 40 },
    );
  });
});

test("a calendar file has an entry a touch, on weekdays, in lines of 75 bytes", () => {
  fc.assert(
    fc.property(playbook, fc.date({ min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }), (one, date) => {
      const start = date.toISOString().slice(0, 10);
      const { text } = exportPlaybook(one, { id: "one", to: "ics", start });
      expect(text.split("\r\n").filter((row) => Buffer.byteLength(row) > 75)).toEqual([]);
      expect(text).not.toMatch(/[^\r]\n/);
      const unfolded = text.replaceAll("\r\n ", "");
      const days = [...unfolded.matchAll(/^DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)\r$/gm)].map(
        ([, year, month, day]) => `${year}-${month}-${day}`,
      );
      expect(days).toHaveLength(one.touches.length);
      expect(days.filter((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toEqual([]);
      const between = (from: string, to: string) => {
        let count = 0;
        for (let at = new Date(`${from}T00:00:00Z`); at.toISOString().slice(0, 10) < to; at = new Date(at.getTime() + 86_400_000))
          if (![0, 6].includes(at.getUTCDay())) count++;
        return count;
      };
      const ordered = inOrder(one.touches);
      for (const [i, day] of days.entries()) expect(between(days[0] ?? "", day)).toBe((ordered[i]?.day ?? 0) - (ordered[0]?.day ?? 0));
    }),
    { numRuns: 30 },
  );
});
