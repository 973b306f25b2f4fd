import type { Fix } from "../finding.ts";
import { type Playbook, pathOf } from "../model.ts";
import { once } from "../once.ts";
import { rule, yaml } from "../rule.ts";
import type { Place } from "../text/locate.ts";
import type { Path } from "../text/span.ts";
import { shown } from "../wording.ts";

/** The marks that people and tools leave where words are still to come. Only what cannot be meant for a reader. */
const GAP =
  /\[(?:fill in|insert|your|their|prospect|recipient|company|first|last|full)\b[^\][\n]{0,80}\]|\[(?:name|title|city|industry|date|link|product|topic|firm)\]|(?<!\{)\{[a-z]+(?:_[a-z]+)+\}(?!\})|\blorem ipsum\b/gi;

/** A sign that every gap has. Most texts have none and need no closer look. */
const MAYBE = /\[|(?<!\{)\{(?!\{)|lorem/i;

export default rule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "No gap is left to fill in.",
  why: "A gap that nobody filled is the first thing a reader sees.",
  todo: "Write the words, or put a declared variable there: `{{first_name}}`.",
  examples: [
    yaml`
      touches:
        - id: hello
          day: 1
          channel: email
          reason: Their March review names a wrong item.
          message: Hello {{first_name}}, the reviewer wrote that "they [the pickers] were kind about it" [1].
    `,
    yaml`
      variables:
        first_name: { example: Priya }
      touches:
        - id: hello
          day: 1
          channel: email
          reason: "[fill in: what is new or known about them]"
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Here something is still to be filled in: “[fill in: what is new or known about th…”.
          message: |
            Hello [First Name], I read about {company_name} today.
                  ^^^^^^^^^^^^ Here something is still to be filled in: “[First Name]”.
                                             ^^^^^^^^^^^^^^ Here something is still to be filled in: “{company_name}”.
    `,
    {
      message: {},
      text: yaml`
        Hello [First Name], the rules for the dock change in March.
              ^^^^^^^^^^^^ Here something is still to be filled in: “[First Name]”.
      `,
    },
  ],
  *alone({ text }) {
    for (const { index, gap } of gapsInText(text))
      yield {
        span: [index, index + gap.length],
        what: `Here something is still to be filled in: ${shown(gap)}.`,
        todo: "Write the words.",
      };
  },
  *check(playbook) {
    for (const { path, index, gap } of gapsIn(playbook)) {
      const place: Place = { path, words: [index, index + gap.length] };
      const inVariable = path[0] === "variables";
      yield {
        at: place,
        what: `Here something is still to be filled in: ${shown(gap)}.`,
        ...(inVariable ? { todo: "Write the words." } : {}),
        fixes: inVariable ? [] : variableFix(playbook, place, gap),
      };
    }
  },
});

/** Where a declared variable has the name of the gap, it belongs there: `[First Name]` is `{{first_name}}`. */
function variableFix({ variables }: Playbook, place: Place, gap: string): readonly Fix[] {
  const name = gap
    .slice(1, -1)
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
  return name in variables ? [{ title: `Put {{${name}}} there`, safe: false, changes: [{ replace: place, with: `{{${name}}}` }] }] : [];
}

type Gap = { readonly path: Path; readonly index: number; readonly gap: string };

const gapsInText = (text: string) => (MAYBE.test(text) ? [...text.matchAll(GAP)].map(({ 0: gap, index }) => ({ index, gap })) : []);

/** The gaps in every text an author wrote. */
function gapsIn(part: object): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const key of Object.keys(part)) {
    const one = (part as Readonly<Record<string, unknown>>)[key];
    if (typeof one === "string") {
      if (!MAYBE.test(one)) continue;
      const path = [...pathOf(part), Array.isArray(part) ? Number(key) : key];
      gaps.push(...gapsInText(one).map((gap) => ({ path, ...gap })));
    } else if (typeof one === "object" && one !== null) {
      const inside = Array.isArray(part) ? gapsInItem(one) : gapsIn(one);
      gaps.push(...inside);
    }
  }
  return gaps;
}

/** A touch is the same from key to key while another one is written. */
const gapsInItem = once(gapsIn);
