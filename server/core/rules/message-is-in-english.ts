import { isForeign } from "../prose/language.ts";
import type { Sentence } from "../prose/tokens.ts";
import { wordsRule, yaml } from "../rule.ts";

const foreign = new WeakMap<readonly Sentence[], boolean>();

/** Whether sentences are foreign, asked once for each message however often the playbook around it is checked. */
function isForeignOnce(sentences: readonly Sentence[]): boolean {
  const known = foreign.get(sentences) ?? isForeign(sentences);
  foreign.set(sentences, known);
  return known;
}

export default wordsRule({
  principle: "say-why",
  articles: ["art-of-persistence"],
  severity: "info",
  summary: "A message is in English, the language its words are read in.",
  why: "Words in other languages are not judged, rather than judged wrongly.",
  todo: "Have somebody who speaks it well read it in the light of the principles.",
  examples: [
    {
      message: {},
      text: yaml`
        Guten Tag Frau Weber, ich wollte nur kurz fragen, ob Sie meinen Brief gelesen haben.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This does not seem to be English, so its words were not read.
      `,
    },
    {
      message: {},
      text: yaml`
        Guten Tag, Ms Weber. I have a question about your loading dock in Zürich.
      `,
    },
  ],
  *check({ sentences }) {
    const [first] = sentences;
    const [from, to] = [first?.written[0], first?.written.at(-1)];
    if (!from || !to || !isForeignOnce(sentences)) return;
    yield { span: [from.start, to.end], what: "This does not seem to be English, so its words were not read." };
  },
});
