import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { CHANNELS, check, mainField, type Playbook } from "../core/index.ts";
import { tidy } from "./html.ts";
import { exportPlaybook, importText, TARGETS } from "./index.ts";
import { wordsOf } from "./outline.ts";

/** Words that a playbook may hold, and that one form or another would take for something else: formulas, markup, labels, separators. */
const ODD = [
  "=cmd|' /C calc'!A0",
  "+1 202 555",
  "-5% off",
  "@SUM(A1)",
  "'=quoted",
  "''=x",
  "  before and behind  ",
  "a,b;c\td|e",
  `“curly” "straight" ''single''`,
  '"',
  "sep=;",
  "👩‍🚀🏽 🇫🇷 Größe",
  "far\n\n\n\napart",
  "# heading\n## two",
  "- list\n- item\n1. one",
  "> quote",
  "```\ncode\n```",
  "~~~",
  "---\nrule",
  "**bold** _it_ ~x~",
  "Subject: no subject",
  "Day 3: Email",
  "Voicemail:\nhello",
  "Message:\nx",
  "Script:",
  "Before this: x",
  "Call: x",
  "x\n\nSubject: y",
  "a\\nb \\ c",
  "{{first_name}}, {{line_2}}",
  "{Hi|Hello} {% if a %}",
  "| table | cell |",
  "https://x.example/?a=1&b=2",
  "[link](https://x.example)",
  "behind   \nnext",
  "null",
  "true",
  "1",
  "2027-01-01",
  "~",
  "Hi,\n    indented\n  less",
  "a < b & c > d",
  "Ask <first name>",
  "constructor",
  "Our constructor, {{constructor}}, builds it",
];
/** Words that look like HTML. */
const MARKUP = ["<b>bold</b>", "<script>x</script> y", "&amp; &lt; &nbsp;", "a <br> b"];

/** Sixty touches and more, one on each day: every odd text by some channel, and in a subject. */
function whole(): Playbook {
  const words = [...ODD, ...MARKUP];
  const touches = [...words, ...words].map((text, i) => {
    const channel = i < words.length ? (CHANNELS[i % CHANNELS.length] as (typeof CHANNELS)[number]) : "email";
    const mail = channel === "email";
    return {
      id: `touch-${i}`,
      day: i + 1,
      channel,
      ...(mail ? { subject: i < words.length ? "Plain" : text } : {}),
      reason: text,
      [mainField(channel)]: text,
      ...(channel === "call" ? { voicemail: text } : {}),
    };
  });
  const variables = {
    first_name: { example: "Priya", fallback: "<b>there</b> & “here”" },
    line_2: { example: "x", fallback: "skip the sentence" },
  };
  const { playbook, findings } = check(stringify({ title: ODD[0], variables, touches, replies: { no: "stop", "opt-out": "suppress" } }));
  if (playbook?.touches.length !== touches.length) throw new Error(findings.map(({ message }) => message).join("\n"));
  return playbook;
}

/** Line ends and the white space at them are nobody's words; a subject is one line. */
const held = (playbook: Playbook, fields: readonly string[]) =>
  playbook.touches.map((touch) => [
    touch.id,
    touch.day,
    touch.channel,
    tidy(wordsOf(touch, mainField(touch.channel)) ?? ""),
    ...fields.map((field) => tidy(wordsOf(touch, field) ?? "").replace(/\s+/g, " ")),
  ]);

describe.each(TARGETS.filter((target) => target !== "ics"))("odd words there and back by way of %s", (to) => {
  const one = whole();
  const { text, losses } = exportPlaybook(one, { id: "one", to, start: "2027-03-01" });
  const result = importText(text, { name: "one" });
  const draft = "drafts" in result ? result.drafts[0] : undefined;
  const report = check(draft?.text ?? "");
  const back = report.playbook;
  const own = ["csv", "json", "markdown"].includes(to);

  test("come back as they went, or the list of losses names the touches whose do not", () => {
    const told = losses.filter(({ what }) => what.startsWith("What looks like HTML")).map(({ what }) => what);
    expect(told).toHaveLength(own ? 0 : 1);
    const named = new Set([...(told[0] ?? "").matchAll(/“([^”]+)”/g)].map(([, id]) => id));
    // The voicemail of a call stands below its script where there is no place of its own for it.
    const compared = (playbook: Playbook) =>
      held(playbook, own ? ["subject", "reason", "voicemail"] : ["subject"]).filter(
        ([id, , channel]) => !named.has(String(id)) && (own || channel !== "call"),
      );
    expect(back && compared(back)).toEqual(compared(one));
    expect(compared(one).length).toBeGreaterThan(60);
    expect(tidy(back?.title ?? "")).toBe(one.title);
  });

  test("make one draft that can be read, and every fallback is kept or told as lost", () => {
    expect("drafts" in result && result.drafts.length).toBe(1);
    expect(report.findings.filter(({ rule }) => ["readable-yaml", "known-keys", "fitting-values", "ids-unique"].includes(rule))).toEqual(
      [],
    );
    const lost = losses.find(({ what }) => what.endsWith("not known."))?.what ?? "";
    for (const name of ["first_name", "line_2"])
      expect([name, back?.variables[name]?.fallback === one.variables[name]?.fallback || lost.includes(`“${name}”`)]).toEqual([name, true]);
  });
});
