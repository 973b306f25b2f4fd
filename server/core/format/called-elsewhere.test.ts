import { expect, test } from "vitest";
import { calledElsewhere, ELSEWHERE } from "./called-elsewhere.ts";
import { type JsonSchema, jsonSchema } from "./fields.ts";

/** The keys of every part of a playbook. */
function* partsOf(schema: JsonSchema): Iterable<readonly string[]> {
  if (schema.properties) yield Object.keys(schema.properties);
  const { properties = {}, $defs = {}, items, additionalProperties, anyOf = [], oneOf = [] } = schema;
  const inside = [...Object.values(properties), ...Object.values($defs), ...anyOf, ...oneOf];
  if (items) inside.push(items);
  if (typeof additionalProperties === "object") inside.push(additionalProperties);
  for (const one of inside) yield* partsOf(one);
}

const parts = [...partsOf(jsonSchema("playbook"))];

test("only keys of the format are called otherwise elsewhere", () => {
  const known = new Set(parts.flat());
  for (const key of Object.keys(ELSEWHERE)) expect(known, key).toContain(key);
});

test("in no part a key of its own is taken for another one", () => {
  for (const part of parts)
    for (const key of part)
      expect(
        calledElsewhere(
          key,
          part.filter((other) => other !== key),
        ),
        `${key} in ${part.join(", ")}`,
      ).toBeUndefined();
});

test("a word that could stand for several keys stands for none", () => {
  expect(calledElsewhere("body", ["message", "subject"])).toBe("message");
  expect(calledElsewhere("body", ["script", "voicemail"])).toBe("script");
  expect(calledElsewhere("body", ["script", "message"])).toBeUndefined();
});

test("however it is written", () => {
  for (const word of ["not interested", "Not_Interested", " NOT-INTERESTED "]) expect(calledElsewhere(word, ["no", "silence"])).toBe("no");
});
