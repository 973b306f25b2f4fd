import { writingRule, yaml } from "../rule.ts";
import { type Slip, type SlipKind, slips } from "../text/slips.ts";

export default writingRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "The file can be read from beginning to end.",
  why: "What cannot be read cannot be checked, approved or used.",
  todo: "Compare the line with its neighbours: the same column, a colon and a space, quotes and brackets in pairs.",
  examples: [
    yaml`
      title: "First conversation: heads of operations"
      summary: |
        A text after a bar may hold anything: "quotes", {{blanks}} and colons.
    `,
    yaml`
      title: First conversation: heads of operations
                               ^ A colon followed by a space inside plain words reads as a second key.
    `,
    yaml`
      touches:
        - id: hello
          subject: {{first_name}}, a question
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ Words that begin with {{ need quotes around them.
    `,
    yaml`
      touches:
        - id: hello
          day:1
          ^^^^ A space is missing after “day:”.
          channel: email
    `,
    yaml`
      title: @Larkspur, a first conversation
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Words that begin with @ need quotes around them.
    `,
    yaml`
      title: "First conversation
             ^^^^^^^^^^^^^^^^^^^ The quote that opens here is never closed.
      summary: For heads of operations.
    `,
    yaml`
      title: "First" conversation
             ^^^^^^^^^^^^^^^^^^^^ Words follow after the closing quote.
    `,
    yaml`
      audience:
        exclude: [open complaints, a recent no
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The bracket that opens here is never closed.
      title: First conversation
    `,
    yaml`
      audience:
        persona: Head of operations
         stage: cold
         ^^^^^^^^^^^ “stage” does not begin in the column of the lines it belongs to.
    `,
    yaml`
      touches:
        - id: hello
          message: | Hello Priya,
                   ^^^^^^^^^^^^^^ Words stand beside the |, which announces a text on the lines below.
    `,
    yaml`
      title: First conversation
      For heads of operations.
      ^^^^^^^^^^^^^^^^^^^^^^^^ These words belong to no key.
      owner: Dana Ortiz <dana@northwind.example>
    `,
  ],
  *check({ source }) {
    for (const slip of slips(source)) {
      const { what, todo, fix } = SAID[slip.kind];
      yield {
        at: slip.span,
        what: what(slip),
        ...(todo ? { todo } : {}),
        fixes: fix && slip.mend ? [{ title: fix.title, safe: fix.safe, changes: [{ replace: slip.mend.span, with: slip.mend.text }] }] : [],
      };
    }
  },
});

type Said = {
  readonly what: (slip: Slip) => string;
  readonly todo?: string;
  /** The edit's title. It is safe where it can change nothing but how the words are written. */
  readonly fix?: { readonly title: string; readonly safe: boolean };
};

const IN_QUOTES = { title: "Put the words in quotes", safe: true };

/** What the reader lost its thread over, in words an author knows. */
const SAID: Readonly<Record<SlipKind, Said>> = {
  "colon-in-words": {
    what: () => "A colon followed by a space inside plain words reads as a second key.",
    todo: "Put the words in double quotes, or begin them on a new line after `|`.",
    fix: IN_QUOTES,
  },
  "blank-first": {
    what: () => "Words that begin with {{ need quotes around them.",
    todo: "Put the whole text in double quotes.",
    fix: IN_QUOTES,
  },
  "sign-first": {
    what: ({ sign }) => `Words that begin with ${sign} need quotes around them.`,
    todo: "Put the whole text in double quotes.",
    fix: IN_QUOTES,
  },
  "words-after-bar": {
    what: ({ sign }) => `Words stand beside the ${sign}, which announces a text on the lines below.`,
    todo: "Begin the words on the next line, indented.",
    fix: { title: "Begin the words on the next line", safe: true },
  },
  "list-beside-key": {
    what: () => "A list begins beside its key.",
    todo: "Begin it on the next line, indented.",
    fix: { title: "Begin the list on the next line", safe: true },
  },
  "unclosed-quote": {
    what: () => "The quote that opens here is never closed.",
    todo: "Close it where the words end.",
    fix: { title: "Close the quote at the end of the line", safe: false },
  },
  "words-after-quote": {
    what: () => "Words follow after the closing quote.",
    todo: "Put the whole text in quotes, of the other kind if it holds some.",
    fix: { title: "Put the whole text in quotes", safe: true },
  },
  backslash: {
    what: () => "Inside double quotes, a backslash changes the letter after it.",
    todo: "Write two of them, or use single quotes.",
    fix: { title: "Write two backslashes", safe: true },
  },
  "unclosed-bracket": {
    what: () => "The bracket that opens here is never closed.",
    todo: "Close it where the list or part ends.",
    fix: { title: "Close the bracket at the end of the line", safe: false },
  },
  "missing-comma": {
    what: () => "Between these brackets a comma is missing, or words with a colon stand without quotes.",
    todo: "Put a comma between the parts, and quotes around words with a colon.",
  },
  "stray-bracket": {
    what: ({ sign }) => `The ${sign} here closes nothing.`,
    todo: "Take it out, or put the words in double quotes.",
    fix: { title: "Remove it", safe: false },
  },
  "no-space-after-colon": {
    what: ({ sign }) => `A space is missing after “${sign}:”.`,
    todo: "Put one there.",
    fix: { title: "Put a space after the colon", safe: true },
  },
  "no-space-after-dash": {
    what: () => "A space is missing after the dash.",
    todo: "Put one there.",
    fix: { title: "Put a space after the dash", safe: true },
  },
  "odd-space": {
    what: () => "The space here is a special one, of the kind that word processors make.",
    todo: "Type an ordinary space in its place.",
    fix: { title: "Make it an ordinary space", safe: true },
  },
  indentation: {
    what: ({ sign }) =>
      sign
        ? `“${sign}” does not begin in the column of the lines it belongs to.`
        : "This line does not begin in the column of the text it belongs to.",
    todo: "Give it as many spaces as its neighbours have.",
    fix: { title: "Indent it like the line above", safe: false },
  },
  "words-alone": {
    what: () => "These words belong to no key.",
    todo: "Put a key and a colon before them, or indent them under the text they belong to, after a `|`.",
  },
  unreadable: {
    what: () => "From here on the file cannot be read.",
  },
};
