import type { Fix, Remark } from "../finding.ts";
import { type Field, fieldAt, fieldsAt } from "../format/fields.ts";
import type { FileKind } from "../format/file-kind.ts";
import { meant, plainId } from "../format/meant.ts";
import { writingRule, yaml } from "../rule.ts";
import type { Misfit } from "../text/flaw.ts";
import { outlineAt } from "../text/locate.ts";
import type { Source } from "../text/read.ts";
import { slips } from "../text/slips.ts";
import { listed, shown } from "../wording.ts";

export default writingRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "Every value is of the kind that its key asks for.",
  why: "A value that does not fit cannot be planned, drawn or checked.",
  todo: "Write it as the key asks; the handbook's page on the format shows an example.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, ask: question }
    `,
    yaml`
      touches:
        - id: Hello There
              ^^^^^^^^^^^ “Hello There” is not a plain id.
          day: one
               ^^^ “day” should be a whole number from 1 to 730, and is “one”.
          channel: e-mail
                   ^^^^^^ “channel” cannot be “e-mail”; did you mean “email”?
          ask: a yes
               ^^^^^ “ask” cannot be “a yes”.
        - { id: later, day: 0, channel: call }
                            ^ “day” is 0, and should be at least 1.
    `,
    yaml`
      variables:
        First Name: { example: Priya }
        ^^^^^^^^^^ “First Name” is not a variable name.
        company: Larkspur Supply
                 ^^^^^^^^^^^^^^^ “company” should be a part with its own keys, and is “Larkspur Supply”.
      audience:
        exclude: Anyone with an open complaint
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “exclude” should be a list of words, and is “Anyone with an open complaint”.
    `,
    yaml`
      title: 2026
             ^^^^ “title” should be words, and is 2026.
      afterwards: { rest: 90 }
                          ^^ “rest” should be a length of time, as in 90 days, and is 90.
    `,
    {
      file: "assets",
      text: yaml`
        assets:
          guide:
            title: Guide
            owner: Dana Ortiz
                   ^^^^^^^^^^ “Dana Ortiz” is not a person.
            link: northwind.example/guide
                  ^^^^^^^^^^^^^^^^^^^^^^^ “northwind.example/guide” is not a web address.
            expires: 31/03/2027
                     ^^^^^^^^^^ “31/03/2027” is not a date.
      `,
    },
  ],
  *check({ misfits, source, kind }) {
    for (const misfit of misfits) {
      const told = tell(misfit, kind, source);
      if (!told || beginsWithBlank(source, misfit)) continue;
      const [what, todo] = told;
      yield {
        at: { path: misfit.path, on: misfit.kind === "bad-key" ? "key" : "value" },
        what,
        ...(todo ? { todo } : {}),
        fixes: fixesFor(misfit, kind, source),
      } satisfies Remark;
    }
  },
});

function tell(misfit: Misfit, kind: FileKind, { value: root }: Source): readonly [what: string, todo?: string] | undefined {
  const { path } = misfit;
  const last = path.at(-1);
  const name = typeof last === "number" ? `Item ${last + 1} of “${path.findLast((step) => typeof step === "string")}”` : `“${last}”`;
  const field = fieldAt(kind, path, root);
  const type = field?.type;
  switch (misfit.kind) {
    case "wrong-type": {
      const stuckDash = misfit.expected === "array" && typeof misfit.value === "string" && misfit.value.startsWith("-");
      return [
        `${name} should be ${type || TYPES[misfit.expected] || "words"}, and is ${valueWords(misfit.value)}.`,
        stuckDash ? "Put a space after each dash." : asIn(field),
      ].filter((words) => words !== undefined) as [string];
    }
    case "not-one-of":
      return misfit.nearest !== undefined && misfit.nearest !== misfit.value
        ? [`${name} cannot be ${valueWords(misfit.value)}; did you mean “${misfit.nearest}”?`, `Write \`${misfit.nearest}\`.`]
        : [`${name} cannot be ${valueWords(misfit.value)}.`, `Write ${type ?? listed(misfit.options, "or")}.`];
    case "malformed": {
      const [problem = "", todo] = misfit.problem.split(/: (.*)/);
      const subject = problem.startsWith("is not") ? valueWords(misfit.value) : name;
      return todo ? [`${subject} ${problem}.`, `${todo[0]?.toUpperCase()}${todo.slice(1)}.`] : [`${subject} ${problem}.`];
    }
    case "bad-key": {
      const [problem = "", todo = ""] = misfit.problem.split(/: (.*)/);
      return [`“${misfit.key}” ${problem}.`, `${todo[0]?.toUpperCase()}${todo.slice(1)}.`];
    }
    case "out-of-bounds":
      return [
        `${name} is ${misfit.value}, and should be at ${misfit.bound === "min" ? "least" : "most"} ${misfit.limit}.`,
        `Write ${type ?? misfit.limit}.`,
      ];
    default:
      return undefined;
  }
}

/** How a value is written, by an example. Undefined where there is none that fits on a line. */
function asIn(field: Field | undefined): string | undefined {
  const example = field?.examples[0];
  return typeof example === "number" || (typeof example === "string" && example.length <= MOST_SHOWN && !/[:#]/.test(example))
    ? `Write it as in \`${field?.key}: ${example}\`.`
    : undefined;
}
/** The longest example that is shown: characters. */
const MOST_SHOWN = 40;

const TYPES: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a part with its own keys",
  record: "a part with its own keys",
  number: "a number",
  int: "a whole number",
};

function valueWords(value: unknown): string {
  if (typeof value === "string") return shown(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "a part with keys of its own" : String(value);
}

function fixesFor(misfit: Misfit, kind: FileKind, { value: root }: Source): readonly Fix[] {
  const { path } = misfit;
  if (misfit.kind === "bad-key") {
    const name = plainId(misfit.key, misfit.problem.includes("underscores") ? "_" : "-");
    return name === "" ? [] : [{ title: `Call it “${name}”`, safe: false, changes: [{ rename: path, to: name }] }];
  }
  const better = meant(misfit, fieldAt(kind, path, root), fieldsAt(kind, path, root));
  if (!better) return [];
  const { value, same } = better;
  const words = Array.isArray(value)
    ? "it as a list"
    : typeof value === "object"
      ? `it under “${Object.keys(value).join()}”`
      : JSON.stringify(value);
  return [{ title: `Write ${words}`, safe: same, changes: [{ set: path, to: value }] }];
}

/** Words that begin with a blank are a slip of the YAML, and told as one. */
function beginsWithBlank(source: Source, { path }: Misfit): boolean {
  const range = outlineAt(source, path)?.range;
  return !!range && slips(source).some(({ kind, span }) => kind === "blank-first" && span[0] <= range[0] && range[0] < span[1]);
}
