import type { Fix } from "../finding.ts";
import { fieldAt } from "../format/fields.ts";
import { writingRule, yaml } from "../rule.ts";
import { isCopy, keyAt, nodeAt } from "../text/locate.ts";
import type { Source } from "../text/read.ts";
import type { Path } from "../text/span.ts";
import { listed } from "../wording.ts";

export default writingRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "What the format needs is there, and no key is left empty.",
  why: "What is left open here would be guessed at later, in a hurry.",
  todo: "Write it down, or take the key out.",
  examples: [
    yaml`
      variables:
        first_name: { example: Priya }
      touches:
        - { id: hello, day: 1, channel: call }
      replies:
        not-now: { wait: 90 days, then: return }
    `,
    yaml`
      variables:
        first_name: { fallback: there }
        ^^^^^^^^^^ The variable “first_name” has no “example”.
      touches:
        - { id: hello, channel: call }
            ^^^^^^^^^ The touch “hello” has no “day”.
        - { day: 4, channel: call }
            ^^^^^^ This touch has no “id”.
      replies:
        not-now: { wait: 90 days }
        ^^^^^^^ The reply “not-now” has no “then”.
    `,
    yaml`
      audience:
        persona:
        ^^^^^^^ “persona” has nothing after it.
        exclude:
          - Anyone with an open complaint
          -
          ^ Item 2 of “exclude” is empty.
      touches:
        - id: hello
          day: 1
          channel: call
          reason: #1 reason people leave
          ^^^^^^ “reason” has nothing after it: a # begins a comment.
    `,
    {
      file: "assets",
      text: yaml`
        assets:
          guide: { title: Guide, owner: Dana Ortiz <dana@northwind.example> }
          ^^^^^ The asset “guide” has no “expires”.
      `,
    },
  ],
  *check({ misfits, source, kind }) {
    for (const misfit of misfits) {
      if (misfit.kind !== "missing") continue;
      const { path, key, options } = misfit;
      // A playbook without touches has a rule of its own.
      if (kind === "playbook" && path.length === 0 && key === "touches") continue;
      const isItem = Array.isArray(valueAt(source.value, path));
      const here: Path = [...path, isItem ? Number(key) : key];
      // A copy from another place says something, and is told as what it is; to take it out would take its words.
      if (isCopy(source, here)) continue;
      const type = fieldAt(kind, here, source.value)?.type;
      const wanted = options.length > 0 ? `one of ${listed(options, "or")}` : (type ?? "its value");
      if (isItem) {
        const dash = source.text.lastIndexOf("-", nodeAt(source, here)?.range?.[0] ?? 0);
        yield {
          at: [dash, dash + 1],
          what: `Item ${Number(key) + 1} of “${path.findLast((step) => typeof step === "string")}” is empty.`,
          fixes: [{ title: "Remove the empty item", safe: true, changes: [{ remove: here }] }],
        };
      } else if (!keyAt(source, here)) {
        yield { at: { path, on: "key" }, what: `${nameOf(path, source)} has no “${key}”.`, todo: `Add \`${key}:\` with ${wanted}.` };
      } else {
        const comment = commentAfter(source, here);
        const fixes: Fix[] = comment
          ? [{ title: "Put the words in quotes", safe: false, changes: [{ replace: comment.span, with: JSON.stringify(comment.words) }] }]
          : [{ title: `Remove “${key}”`, safe: true, changes: [{ remove: here }] }];
        yield {
          at: { path: here, on: "key" },
          what: `“${key}” has nothing after it${comment ? ": a # begins a comment." : "."}`,
          todo: comment ? "Put the words in quotes, or take the key out." : `Write ${wanted}, or take the key out.`,
          fixes,
        };
      }
    }
  },
});

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (part, step) => (typeof part === "object" && part !== null ? (part as Record<string | number, unknown>)[step] : undefined),
    root,
  );

/** What a part is called in a sentence. */
function nameOf(path: Path, { value }: Source): string {
  const last = path.at(-1);
  const parent = path.at(-2);
  if (last === undefined) return "This file";
  if (parent === "touches") {
    const id = (valueAt(value, path) as { id?: unknown } | undefined)?.id;
    return typeof id === "string" ? `The touch “${id}”` : "This touch";
  }
  const kind = { variables: "variable", replies: "reply", assets: "asset" }[String(parent)];
  if (kind) return `The ${kind} “${last}”`;
  return typeof last === "number" ? `Item ${last + 1} of “${parent}”` : `“${last}”`;
}

/** The comment beside a key without a value: words that were meant to be one. */
function commentAfter(source: Source, path: Path): { span: readonly [number, number]; words: string } | undefined {
  const key = keyAt(source, path);
  const rest = key && /^:([ \t]+)(#[^\r\n]*)/.exec(source.text.slice(key[1]));
  if (!key || !rest) return undefined;
  const [, gap = "", words = ""] = rest;
  const start = key[1] + 1 + gap.length;
  return { span: [start, start + words.trimEnd().length], words: words.trimEnd() };
}
