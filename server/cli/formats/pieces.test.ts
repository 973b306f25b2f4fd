import * as fc from "fast-check";
import { expect, test } from "vitest";
import { itemsIn } from "./items.ts";
import { element, xml } from "./xml.ts";

test("items one by one are the list as it is written in one go, however deep", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 4 }), (list) => {
      const items = (level: number) => [...itemsIn(list, level)].join("");
      expect(`[${items(1)}]`).toBe(JSON.stringify(list, null, 2));
      expect(`{\n  "runs": [\n    {\n      "results": [${items(4)}]\n    }\n  ]\n}`).toBe(
        JSON.stringify({ runs: [{ results: list }] }, null, 2),
      );
    }),
  );
});

test("an XML document child by child is the element it would be in one go", () => {
  const name = fc.constantFrom("suites", "file");
  const attributes = fc.dictionary(fc.constantFrom("name", "tests"), fc.oneof(fc.string(), fc.nat()));
  const child = fc.tuple(name, attributes).map(([one, of]) => element(one, of, [element("error", of)]));
  fc.assert(
    fc.property(name, attributes, fc.array(child, { maxLength: 3 }), (root, of, children) => {
      expect([...xml(root, of, children)].join("")).toBe(`<?xml version="1.0" encoding="UTF-8"?>\n${element(root, of, children)}`);
    }),
  );
});
