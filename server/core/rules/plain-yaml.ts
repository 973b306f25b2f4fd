import type { Change } from "../finding.ts";
import { writingRule, yaml } from "../rule.ts";
import type { Source } from "../text/read.ts";
import { slips } from "../text/slips.ts";

type Kind = "tab" | "anchor" | "alias" | "merge-key" | "tag" | "several-documents" | "key-not-text";

export default writingRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "A playbook uses the plain part of YAML: keys, lists and words.",
  why: "A playbook is read aloud in meetings; signs that only programmers know get in the way.",
  todo: "Write the words out where they are needed.",
  examples: [
    yaml`
      title: First conversation
      touches:
        - { id: hello, day: 1, channel: call }
    `,
    yaml`
      touches:
        - id: hello
          day: 1
          channel: email
          message: &hello Hello {{first_name}}
                   ^^^^^^ “&hello” marks these words for copying.
        - id: again
          day: 4
          channel: email
          message: *hello
                   ^^^^^^ “*hello” copies words from another place.
    `,
    yaml`
      title: First conversation
      ---
      ^^^ A second text begins here, and only the first is read.
      title: Second conversation
    `,
    "audience:\n\tpersona: Head of operations\n^ This line is indented with a tab (2 in all).\n\tstage: cold",
    yaml`
      summary: !important for heads of operations
               ^^^^^^^^^^ “!important” is a mark for programs.
    `,
    yaml`
      audience:
        <<: { stage: cold }
        ^^ “<<” copies keys from another part.
        ? [persona, segment]
          ^ This key is not a word.
        : Head of operations
    `,
  ],
  *check({ source }) {
    const kinds = Map.groupBy(
      source.flaws.filter((flaw) => isKind(flaw.kind)),
      ({ kind }) => kind as Kind,
    );
    for (const [kind, flaws] of kinds) {
      // A value that begins with a blank is a slip, and told as one; a broken file has keys that nobody wrote.
      if (kind === "key-not-text" && (!source.sound || slips(source).length > 0)) continue;
      const [flaw] = flaws;
      if (!flaw) continue;
      const count = "count" in flaw ? flaw.count : flaws.length;
      const [what, todo] = SAID[kind](source.text.slice(...flaw.span));
      yield {
        at: flaw.span,
        what: `${what}${count > 1 ? ` (${count} in all)` : ""}.`,
        ...(todo ? { todo } : {}),
        fixes: kind === "tab" ? [{ title: "Indent with spaces", safe: false, changes: untabbed(source) }] : [],
      };
    }
  },
});

const SAID: Readonly<Record<Kind, (written: string) => readonly [what: string, todo?: string]>> = {
  tab: () => ["This line is indented with a tab", "Use two spaces for each level."],
  anchor: (written) => [`“${written}” marks these words for copying`],
  alias: (written) => [`“${written}” copies words from another place`],
  "merge-key": () => ["“<<” copies keys from another part"],
  tag: (written) => [`“${written}” is a mark for programs`, "Take it out, or put the words in double quotes."],
  "several-documents": () => ["A second text begins here, and only the first is read", "Keep one playbook in a file."],
  "key-not-text": () => ["This key is not a word", "Write a word and a colon."],
};

const isKind = (kind: string): kind is Kind => Object.hasOwn(SAID, kind);

/** Two spaces for every tab before the words of a line. */
const untabbed = ({ text }: Source): readonly Change[] =>
  [...text.matchAll(/^[ ]*\t[ \t]*/gm)].map(({ 0: lead, index }) => ({
    replace: [index, index + lead.length] as const,
    with: lead.replaceAll("\t", "  "),
  }));
