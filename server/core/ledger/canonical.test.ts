import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { canonicalJson, readCanonical, writeCanonical } from "./canonical.ts";

const heading = "A record.";
const key = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,2}$/);
const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });
const scalar = fc.oneof(text, fc.nat());
const { map } = fc.letrec((tie) => ({
  map: fc.dictionary(key, fc.oneof({ maxDepth: 3 }, scalar, tie("map"), tie("list")), { minKeys: 1, maxKeys: 5, noNullPrototype: true }),
  list: fc.oneof(fc.array(scalar, { minLength: 1, maxLength: 4 }), fc.array(tie("map"), { minLength: 1, maxLength: 3 })),
}));

describe("what is written", () => {
  test("is read back as it was, by us, by YAML 1.2 and by YAML 1.1", () => {
    fc.assert(
      fc.property(map, (value) => {
        const record = writeCanonical(heading, value as never);
        expect(readCanonical(heading, record)).toEqual(value);
        for (const version of ["1.1", "1.2"] as const) expect(parse(record, { version })).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  test("hides nothing and keeps letters", () => {
    const record = writeCanonical(heading, { name: "Zoë 🌲 \u202egnp.exe\u200b\u2028\u0085" });
    expect(record).toBe('# A record.\nname: "Zoë 🌲 \\u202egnp.exe\\u200b\\u2028\\u0085"\n');
  });

  test("leaves out what is empty or not there", () => {
    expect(writeCanonical(heading, { a: [], b: {}, c: undefined, d: 1 })).toBe("# A record.\nd: 1\n");
  });
});

test.each([
  ["another heading", '# Another record.\na: "b"\n'],
  ["no line end", '# A record.\na: "b"'],
  ["a second comment", '# A record.\na: "b" # c\n'],
  ["a yes that is no text", "# A record.\na: true\n"],
  ["a text without quotes", "# A record.\na: b\n"],
  ["a word that older readers take for no", "# A record.\na: no\n"],
  ["single quotes", "# A record.\na: 'b'\n"],
  ["a number written otherwise", "# A record.\na: 0x10\n"],
  ["a number with a zero before it", "# A record.\na: 010\n"],
  ["a key twice", '# A record.\na: "b"\na: "c"\n'],
  ["a key hidden behind another spelling", '# A record.\na: "b"\n"a": "c"\n'],
  ["an anchor", '# A record.\na: &x "b"\n'],
  ["an alias", '# A record.\na: &x "b"\nc: *x\n'],
  ["a merge key", '# A record.\n<<: { a: "b" }\n'],
  ["a tag", '# A record.\na: !!str "b"\n'],
  ["a flow map", '# A record.\na: { b: "c" }\n'],
  ["a second document", '# A record.\na: "b"\n---\na: "c"\n'],
  ["a block text", "# A record.\na: |\n  b\n"],
  ["a needless escape", '# A record.\na: "\\u0062"\n'],
  ["a letter nobody sees", '# A record.\na: "b\u200b"\n'],
  ["Windows line ends", '# A record.\r\na: "b"\r\n'],
  ["a byte order mark", '\ufeff# A record.\na: "b"\n'],
  ["other steps in", '# A record.\na:\n    b: "c"\n'],
  ["an empty map", "# A record.\na:\n"],
  ["nothing", "# A record.\n"],
  ["a dash too few", '# A record.\na:\n  - "b"\n  c: 1\n'],
])("%s is not our writing", (_, record) => expect(readCanonical(heading, record)).toBeUndefined());

test("the canonical form of what is said does not know in which order it was said", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "é" }], a: true })).toBe('{"a":true,"b":[1,{"c":"é","d":null}]}');
  expect(canonicalJson({ a: undefined })).toBe("{}");
});
