import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asHtml, isHtml, plainWords, tidy } from "./html.ts";
import { importText } from "./index.ts";

const words = (html: string) => plainWords(html).words;
const left = (html: string) => plainWords(html).left.map(({ value }) => value);

describe("words are not glued", () => {
  test("cells have a space between them, and rows a line", () => {
    expect(words("<table><tr><td>Hello {first_name},</td><td>see you.</td></tr></table>")).toBe("Hello {first_name}, see you.");
    expect(words("<table><tbody><tr><th>A</th><td>B</td></tr><tr><td>C</td><td>D</td></tr></tbody></table>")).toBe("A B\nC D");
    expect(words("<table><tr><td>A</td></tr></table><table><tr><td>B</td></tr></table>")).toBe("A\n\nB");
    expect(words("<table>\n  <tr>\n    <td><table><tr><td>A</td></tr></table></td>\n    <td>B</td>\n  </tr>\n</table>")).toBe("A\n\nB");
  });

  test.each([
    ["<dl><dt>A</dt><dd>B</dd></dl>", "A\nB"],
    ["A<figure>B<figcaption>C</figcaption></figure>", "A\nB\nC"],
    ["<details><summary>A</summary>B</details>C", "A\nB\nC"],
    ["<noscript>A</noscript>B", "A\nB"],
  ])("%s", (html, expected) => expect(words(html)).toBe(expected));
});

describe("what nobody sees is not in the message, and is kept", () => {
  test.each([
    "style='display:none'",
    'style="color:#fff; display : none !important;"',
    "style=display:none",
    "style='visibility:hidden'",
    "style='font-size:0'",
    "style='font-size: 0px;line-height:1'",
    "style='max-height:0;overflow:hidden'",
    "style='mso-hide:all'",
    "style='opacity:0'",
    "hidden",
    'class="x" hidden=""',
  ])("%s", (attributes) => {
    for (const tag of ["p", "div", "span", "td", "custom-part"]) {
      const html = `<div><${tag} ${attributes}>hidden <b>preheader</b></${tag}><p>Hello</p></div>`;
      expect([tag, words(html), left(html).filter((value) => !value.startsWith("a tag"))]).toEqual([
        tag,
        "Hello",
        ["hidden words: hidden preheader"],
      ]);
    }
  });

  test("what only sounds like it is seen", () => {
    for (const attributes of [
      "aria-hidden='true'",
      "class='hidden'",
      "data-style='display:none'",
      "style='max-height:0.5em'",
      "style='font-size:0.9em'",
      "style='opacity:0.8'",
      "style='max-width:600px'",
      "title='hidden'",
    ])
      expect([attributes, words(`<p ${attributes}>Hello</p>`)]).toEqual([attributes, "Hello"]);
  });

  test("a layout without letters of its own hides nothing that has some", () => {
    const html =
      '<table><tr><td style="direction:ltr;font-size:0px;padding:20px 0;"><div style="font-size:14px">Hello</div></td><td>you</td></tr></table>';
    expect(words(html)).toBe("Hello\nyou");
    expect(left(html)).toEqual([]);
  });

  test("a hidden paragraph ends where the next one begins", () => expect(words("<p style='display:none'>a<p>b")).toBe("b"));

  test("signs that only fill up a hidden line are not told", () => {
    expect(left("<div style='display:none'>&zwnj;&nbsp;&#847;&zwnj;&nbsp;</div><p>Hi</p>")).toEqual([]);
  });

  test("pictures and links in it are kept, too", () => {
    expect(left("<div hidden>Look <a href='https://x.example'>here</a> <img src='a.png' alt='chart'></div>")).toEqual([
      "hidden words: Look here https://x.example chart a.png",
    ]);
  });
});

describe("tags", () => {
  test("none reaches the prospect, whether anybody knows it or not; their words do", () => {
    const html =
      "<p>Hi</p><noscript>No script</noscript><math><mi>x</mi></math><foo bar='1'>baz</foo><o:p></o:p><x-part>y</x-part><![if !mso]>z<![endif]></unopened>";
    expect(words(html)).not.toMatch(/[<>]/);
    for (const word of ["Hi", "No script", "x", "baz", "y", "z"]) expect(words(html)).toContain(word);
    expect(left(html)).toEqual(["a tag: <foo bar='1'>", "a tag: <x-part>"]);
    expect(isHtml("Hi <audio src='a.mp3'></audio>")).toBe(true);
    expect(words("<x-part>Hi</x-part>")).toBe("Hi");
  });

  test("what is seen, heard or run, and what is a comment, is told", () => {
    const html =
      "<p>Hi</p><video src='v.mp4'></video><audio src=a.mp3></audio><video><source src='w.mp4'></video><!-- ask Dana first --><object data='x.swf'>no Flash</object><script>say('hello')</script>";
    expect(words(html)).toBe("Hi");
    const told = left(html).join("\n");
    for (const one of [
      "a video: v.mp4",
      "a sound: a.mp3",
      "a source: w.mp4",
      "a comment: ask Dana first",
      "no Flash",
      "script: <script>say('hello')",
    ])
      expect(told).toContain(one);
    expect(plainWords("Hi <embed src='x.swf'> there")).toEqual({
      words: "Hi there",
      left: [{ name: "left out of the message", value: "an embedded file: x.swf" }],
    });
    expect(left("<p>Hi</p><!-- never closed <p>and on")).toEqual(["a comment: never closed <p>and on"]);
  });

  test.each([
    "Ask <first name> now",
    "Meet at <time>, <link> and <Title>",
    "a < b > c and b<c",
    "Write to <dana@northwind.example> or <https://northwind.example/>",
    "Hi <FirstName> of <<Company Name>>",
    "1 <3 2, <-- here",
  ])("words between such signs stay: %s", (text) => {
    expect(words(text)).toBe(text);
    expect(words(`<p>${text}</p>`)).toBe(text);
    expect(left(text)).toEqual([]);
  });

  test("whatever we write as HTML comes back as it was", () => {
    const sign = fc.constantFrom(
      "<",
      ">",
      "&",
      '"',
      "'",
      "/",
      "!",
      "-",
      "=",
      " ",
      "a",
      "b",
      "td",
      "video",
      "style='display:none'",
      "\n",
      "hidden",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const text = tidy(signs.join(""));
        const { words: back, left } = plainWords(asHtml(text));
        expect(back).toBe(tidy(text));
        expect(left).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("what is nested deeper than anybody follows is told, and odd markup takes no time", () => {
    expect(left(`${"<div>".repeat(5000)}deep${"</div>".repeat(5000)}`).join()).toContain("deep");
    // Where it took time, twenty thousand of them would never end.
    for (const odd of ["<a '", "<", '<a "<b ', "<!--", "<![", "<script", "<p style="])
      expect(plainWords(`<p>Hi</p>${odd.repeat(20_000)}`).words).toMatch(/^Hi/);
  });
});

test("what is left out of a subject or of guidance stands there, too", () => {
  const table = `type,day,subject,body,notes\nemail,1,Hi <!-- secret subject -->,Hello,"<p style='display:none'>hidden note</p>Look first"\n`;
  const result = importText(table, { name: "x" });
  const text = "drafts" in result ? (result.drafts[0]?.text ?? "") : "";
  for (const kept of ["a comment: secret subject", "hidden words: hidden note"]) expect(text).toContain(kept);
  expect(text).toMatch(/guidance: Look first$/m);
});

test("what is left out of a message stands in the draft's comments", () => {
  const body = "<p style='display:none'>hidden preheader</p><p>Hello</p><video src='v.mp4'></video><!-- ask Dana -->";
  const result = importText(`type,day,subject,body\nemail,1,Hi,"${body}"\n`, { name: "x" });
  const text = "drafts" in result ? (result.drafts[0]?.text ?? "") : "";
  expect(text).toMatch(/message: Hello$/m);
  for (const kept of ["hidden words: hidden preheader", "a video: v.mp4", "a comment: ask Dana"])
    expect(text).toContain(`# left out of the message: ${kept}`);
});
