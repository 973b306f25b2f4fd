import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../core/index.ts";
import { ours } from "./blanks.ts";
import { importText } from "./index.ts";

describe("blanks of other tools become ours", () => {
  test.each([
    ["%first_name%", "{{first_name}}"],
    ["%FIRST_NAME%", "{{first_name}}"],
    ["##FirstName##", "{{first_name}}"],
    ["{!Contact.FirstName}", "{{first_name}}"],
    ["{!Account.Name}", "{{company}}"],
    ["{!$User.FirstName}", "{{rep_first_name}}"],
    ["{{{Recipient.FirstName}}}", "{{first_name}}"],
    ["<FirstName>", "{{first_name}}"],
    ["<First Name>", "{{first_name}}"],
    ["<<First Name>>", "{{first_name}}"],
    ["$first_name", "{{first_name}}"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a blank as a program writes it.
    ["${firstName}", "{{first_name}}"],
    ["{First Name}", "{{first_name}}"],
    ["{Company}", "{{company}}"],
    ["[[first_name]]", "{{first_name}}"],
    ["[[First Name]]", "{{first_name}}"],
    ["*|FNAME|*", "{{first_name}}"],
    ["*|MMERGE3|*", "{{mmerge3}}"],
    ["[First Name]", "{{first_name}}"],
    ["[first name]", "{{first_name}}"],
    ["[company]", "{{company}}"],
  ])("%o", (theirs, our) => {
    for (const [before, after] of [
      ["", ""],
      ["Hi ", ","],
      ["(", ")"],
      ["Hi ", "'s team"],
      ["Hi ", ":\nhow is it?"],
    ])
      expect(ours(`${before}${theirs}${after}`)).toMatchObject({ text: `${before}${our}${after}`, odd: [] });
  });

  test("are declared in the draft, also those within HTML", () => {
    const body = "<p>Hi &lt;&lt;First Name&gt;&gt;, ##Company##,</p><p>see <FirstName> and %job_title%</p>";
    const result = importText(`type,day,subject,body\nemail,1,For {!Contact.FirstName},"${body}"\n`, { name: "x" });
    const { playbook, findings } = check("drafts" in result ? (result.drafts[0]?.text ?? "") : "");
    expect(playbook?.touches).toMatchObject([
      { subject: "For {{first_name}}", message: "Hi {{first_name}}, {{company}},\n\nsee {{first_name}} and {{job_title}}\n" },
    ]);
    expect(Object.keys(playbook?.variables ?? {}).sort()).toEqual(["company", "first_name", "job_title"]);
    expect(findings.filter(({ rule }) => rule === "variables-declared")).toEqual([]);
  });
});

describe("what is no blank stays as it is", () => {
  test.each([
    "It costs $5, or $5.50 a day, 50% of 20%",
    "a <b>bold</b> word",
    "as they write [1] and [sic], [a link](https://x.example)",
    "{x} and f(x) = {y}",
    "if a < b > c",
    "Dana <dana@northwind.example>",
    "## Title ##",
    "https://x.example/%E2%80%99%20name%20",
    "US$company",
    "$HOME and $5k",
    "- [x] done",
    "{{first_name}} and {{line_2}}",
    "# company # name",
    "[name]: https://x.example",
  ])("%s", (text) => expect(ours(text)).toMatchObject({ text, odd: [] }));

  test("in a program or an address, too, where it is told at most", () => {
    for (const text of ["`{name}`", "/users/{name}", "<Name>x</Name>", '$firstName = "x"', "$name", "{name}=1"])
      expect(ours(text).text).toBe(text);
  });

  test("numbers and signs without a name never become one", () => {
    const sign = fc.constantFrom("$", "%", "#", "[", "]", "{", "}", "<", ">", "*", "|", "!", "@", ".", " ", "5", "50", "x", "b", "of");
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 25 }), (signs) => {
        const text = signs.join("");
        // Between these nothing but a blank ever stands, whatever its name.
        fc.pre(!/\{\{|<<|\{!|\*\|/.test(text));
        expect(ours(text).text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe("what may be one is told, and stays", () => {
  test.each([
    ["Hi <first name>, hello", "<first name>"],
    ["our $company", "$company"],
    ["[[Pain Point]]", "[[Pain Point]]"],
    ["{meeting slot}", "{meeting slot}"],
    ["##Pain##", "##Pain##"],
    ["%pain_point%", "%pain_point%"],
    ["<Pain Point>", "<Pain Point>"],
    ["[pain_point]", "[pain_point]"],
    ["*|IF:FNAME|*", "*|IF:FNAME|*"],
    ['{!NULLVALUE(Contact.FirstName, "there")}', '{!NULLVALUE(Contact.FirstName, "there")}'],
  ])("%s", (text, odd) => {
    expect(ours(text)).toMatchObject({ text, odd: [odd] });
    const result = importText(`type,day,body\nemail,1,"${text.replaceAll('"', '""')}"\n`, { name: "x" });
    expect("drafts" in result && result.drafts[0]?.notes.join("\n")).toContain(`“${odd}”`);
  });
});

test("a text full of signs is read to its end", () => {
  // Where one sign were looked for from every other one, twenty thousand of them would never end.
  for (const sign of ["[", "{", "$a", "<a ", "%a%", "a_", "[a ", "*|", "<A>", "##A"])
    expect(ours(`${sign.repeat(20_000)} end`).text).toMatch(/end$/);
});
