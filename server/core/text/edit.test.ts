import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change, Data } from "../finding.ts";
import { fieldsAt } from "../format/fields.ts";
import { yaml } from "../rule.ts";
import { applied, edits } from "./edit.ts";
import { read } from "./read.ts";
import type { Path } from "./span.ts";

/** The text after some changes. */
const changed = (text: string, ...changes: readonly Change[]) => applied(text, edits(read(text), "playbook", changes));

const draft = yaml`
  # What reps call it
  title: First conversation # the title

  audience:
    persona: Head of operations
  touches:
    # The first one
    - id: hello # short
      day: 1
      channel: email
      message: |
        Hello {{first_name}},

        do you count them?

    - { id: again, day: 4, channel: call }
  replies: { no: stop }
`;

describe("a change is the smallest edit", () => {
  test.each<[string, readonly Change[], (text: string) => string]>([
    ["a value is replaced where it stands", [{ set: ["title"], to: "A talk" }], (text) => text.replace("First conversation", "A talk")],
    ["a number too", [{ set: ["touches", 0, "day"], to: 3 }], (text) => text.replace("day: 1", "day: 3")],
    ["and one in braces", [{ set: ["touches", 1, "day"], to: 6 }], (text) => text.replace("day: 4", "day: 6")],
    [
      "a new key stands where the format puts it",
      [{ set: ["touches", 0, "ask"], to: "none" }],
      (text) => text.replace("channel: email", "channel: email\n    ask: none"),
    ],
    ["before all others if it comes first", [{ set: ["format"], to: 1 }], (text) => text.replace("title:", "format: 1\ntitle:")],
    [
      "a new key in braces stands at their end",
      [{ set: ["touches", 1, "ask"], to: "reply" }],
      (text) => text.replace("call }", "call, ask: reply }"),
    ],
    [
      "a new part is made with its key",
      [{ set: ["afterwards", "rest"], to: "90 days" }],
      (text) => `${text}\nafterwards:\n  rest: 90 days`,
    ],
    [
      "two new keys of one part",
      [
        { set: ["afterwards", "rest"], to: "90 days" },
        { set: ["afterwards", "relationship"], to: "Friends" },
      ],
      (text) => `${text}\nafterwards:\n  rest: 90 days\n  relationship: Friends`,
    ],
    [
      "two new keys in braces",
      [
        { set: ["replies", "bounce"], to: "stop" },
        { set: ["replies", "silence"], to: "stop" },
      ],
      (text) => text.replace("no: stop", "no: stop, bounce: stop, silence: stop"),
    ],
    ["a key is renamed", [{ rename: ["touches", 0, "channel"], to: "by" }], (text) => text.replace("channel: email", "by: email")],
    ["a key is removed with its line", [{ remove: ["touches", 0, "day"] }], (text) => text.replace("    day: 1\n", "")],
    [
      "the first key of an item is removed without its dash",
      [{ remove: ["touches", 0, "id"] }],
      (text) => text.replace("id: hello # short\n    day", "day"),
    ],
    ["a key in braces is removed with its comma", [{ remove: ["touches", 1, "day"] }], (text) => text.replace(" day: 4,", "")],
    ["the last in braces too", [{ remove: ["touches", 1, "channel"] }], (text) => text.replace(", channel: call", "")],
    ["an item is removed", [{ remove: ["touches", 1] }], (text) => text.replace("  - { id: again, day: 4, channel: call }\n", "")],
    [
      "words are replaced in place",
      [{ replace: { path: ["touches", 0, "message"], words: [6, 20] }, with: "Priya" }],
      (text) => text.replace("{{first_name}}", "Priya"),
    ],
    ["what does not exist is left alone", [{ remove: ["touches", 9] }, { rename: ["x"], to: "y" }, { remove: ["x", "y"] }], (text) => text],
  ])("%s", (_, changes, expected) => {
    expect(changed(draft, ...changes)).toBe(expected(draft));
    // The same with the line ends of Windows.
    const windows = draft.replaceAll("\n", "\r\n");
    expect(changed(windows, ...changes)).toBe(expected(draft).replaceAll("\n", "\r\n"));
  });

  test("values that YAML would misread are put in quotes", () => {
    for (const to of ["2026", "true", "no: yes", "# note", "- x", "@home", "{{x}}", "", " x ", 'say "no"'])
      for (const at of [["title"], ["touches", 0, "id"], ["touches", 1, "id"], ["audience", "persona"]] as const) {
        const text = changed(draft, { set: at, to });
        expect(valueAt(read(text).value, at), text).toBe(to);
      }
  });

  test("an empty map takes its first key", () => {
    expect(changed("replies: {}\n", { set: ["replies", "no"], to: "stop" })).toBe("replies: { no: stop }\n");
    expect(changed("replies:\n", { set: ["replies", "no"], to: "stop" })).toBe("replies:\n  no: stop\n");
    expect(changed("title: x\n", { set: ["replies", "no"], to: "stop" })).toBe("title: x\nreplies:\n  no: stop\n");
  });
});

const valueAt = (value: unknown, at: Path): unknown =>
  at.reduce<unknown>((part, step) => (part as Record<string | number, unknown> | undefined)?.[step], value);

const FOLDER = path.join(import.meta.dirname, "../../../playbooks");
const PLAYBOOKS = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".playbook.yaml"))
  .map((file) => readFileSync(path.join(FOLDER, file), "utf8"));

/** Every key and item of a value that hold words or a number, with the paths that lead there. */
function leaves(value: unknown, here: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [here];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...here, Array.isArray(value) ? Number(key) : key]));
}

/** The value after a change, made on plain data. */
function afterwards(value: unknown, change: Change): unknown {
  const copy = structuredClone(JSON.parse(JSON.stringify(value))) as unknown;
  if ("set" in change) {
    let part = copy as Record<string | number, unknown>;
    for (const step of change.set.slice(0, -1)) {
      part[step] ??= {};
      part = part[step] as Record<string | number, unknown>;
    }
    part[change.set.at(-1) ?? ""] = change.to;
  } else if ("remove" in change) {
    const parent = valueAt(copy, change.remove.slice(0, -1)) as Record<string | number, unknown> | unknown[];
    const key = change.remove.at(-1) ?? "";
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  } else if ("rename" in change) {
    const parent = valueAt(copy, change.rename.slice(0, -1)) as Record<string | number, unknown>;
    const old = change.rename.at(-1) ?? "";
    parent[change.to] = parent[old];
    delete parent[old];
  } else if ("path" in change.replace) {
    const { path: at, words: [from, to] = [0, 0] } = change.replace;
    const parent = valueAt(copy, at.slice(0, -1)) as Record<string | number, string>;
    const old = parent[at.at(-1) ?? ""] ?? "";
    parent[at.at(-1) ?? ""] = old.slice(0, from) + change.with + old.slice(to);
  }
  return copy;
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
const comments = (text: string) => text.match(/^\s*#.*$/gm) ?? [];

test("in any playbook, a change does what it says and nothing else, with the line ends of either kind", () => {
  const words = fc.oneof(
    fc.constantFrom<Data>(
      "plain words",
      "with: colon",
      "#hash",
      "5",
      5,
      true,
      "two\nlines",
      "[x]",
      "{{x}}",
      "'quoted'",
      "👩‍💻 שלום",
      "a\\b",
      "no",
    ),
    fc.constantFrom<Data>(["one", "two: three"], { do: "Thank them", wait: "90 days" }),
  );
  const kinds = fc.constantFrom("set", "remove", "rename", "add");
  fc.assert(
    fc.property(fc.constantFrom(...PLAYBOOKS), fc.nat(), kinds, words, fc.boolean(), (written, pick, kind, to, crlf) => {
      const text = crlf ? written.replaceAll("\n", "\r\n") : written;
      const source = read(text);
      const all = leaves(source.value).filter((one) => kind === "set" || kind === "add" || typeof one.at(-1) === "string");
      const leaf = all[pick % all.length] ?? [];
      const change = changeAt(kind, leaf, to, source.value);
      fc.pre(change !== undefined);
      if (!change) return;
      const after = applied(text, edits(source, "playbook", [change]));
      const again = read(after);
      expect(again.flaws).toEqual([]);
      expect(plain(again.value)).toEqual(plain(afterwards(source.value, change)));
      expect(comments(after)).toEqual(comments(text));
      if (crlf) expect(after).not.toMatch(/[^\r]\n/);
    }),
    { numRuns: 300 },
  );
});

const STYLES: Readonly<Record<string, string>> = {
  literal: "message: |\n  Hi there,\n\n  one # two: three. Four\n  five six?\n\n    - a list\nsubject: Hello\n",
  "literal, no end": "message: |-\n  One two.\n  Three.\n# a note\nsubject: Hello\n",
  folded: "message: >-\n  One two three\n  four five.\n\n  Six seven.\nsubject: Hello\n",
  plain: "message: One two\n  three four.\nsubject: Hello # a note\n",
  single: "message: 'It''s one: two'\nsubject: Hello\n",
  double: 'message: "One \\"two\\" \\u00e9 three\\nfour"\nsubject: Hello\n',
  braces: "{ message: One two three., subject: Hello }\n",
};

test.each(Object.keys(STYLES))("words are replaced or put in, however the text is written: %s", (style) => {
  const written = STYLES[style] ?? "";
  const value = (read(written).value as { message: string }).message;
  const all = [...value.matchAll(/\b|$/g)].map(({ index }) => index);
  // Both ends, and every third edge of a word between them.
  const edges = all.filter((_, i) => i < 2 || i % 3 === 0 || i > all.length - 3);
  for (const from of edges)
    for (const to of edges.filter((one) => one >= from))
      for (const words of ["", "new", " a b ", "yes: no", "# x", 'it\'s "so"', "two.\n\nThree {{x}}", "[fill in: it]"])
        for (const text of [written, written.replaceAll("\n", "\r\n")]) {
          const change: Change = { replace: { path: ["message"], words: [from, to] }, with: words };
          const after = changed(text, change);
          expect(plain(read(after).value), after).toEqual(afterwards(read(text).value, change));
          // A sign at the margin is a note; within the text it is one of its words.
          expect(after.match(/^#.*$/gm), after).toEqual(text.match(/^#.*$/gm));
        }
});

test("words of a text that is not there, or beyond its end, are left alone", () => {
  const text = STYLES["literal"] ?? "";
  for (const words of [
    [0, 4000],
    [5, 2],
    [-1, 2],
  ] as const)
    expect(changed(text, { replace: { path: ["message"], words }, with: "x" })).toBe(text);
  expect(changed(text, { replace: { path: ["script"], words: [0, 1] }, with: "x" })).toBe(text);
});

function changeAt(kind: string, leaf: Path, to: Data, value: unknown): Change | undefined {
  if (kind === "set") return { set: leaf, to };
  const parent = leaf.slice(0, -1);
  const part = valueAt(value, parent) as Record<string, unknown>;
  if (kind === "remove") return Object.keys(part).length > 1 ? { remove: leaf } : undefined;
  if (kind === "rename") return { rename: leaf, to: "another" };
  if (Array.isArray(part)) return undefined;
  const free = fieldsAt("playbook", parent, value).find(({ key }) => !(key in part));
  return free && { set: [...parent, free.key], to };
}
