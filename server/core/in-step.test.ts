import { expect, test } from "vitest";
import { inStep, type Steps, toItsEnd } from "./in-step.ts";

/** Work of some steps that notes each of them. */
function* work(name: string, steps: number, noted: string[]): Steps<string> {
  for (let i = 1; i <= steps; i++) {
    noted.push(`${name}${i}`);
    if (i < steps) yield;
  }
  return name;
}

test("everybody's first step comes before anybody's second, and answers come in the order of the work", () => {
  const noted: string[] = [];
  expect([...inStep([work("a", 3, noted), work("b", 1, noted), work("c", 2, noted)])]).toEqual(["a", "b", "c"]);
  expect(noted).toEqual(["a1", "b1", "c1", "a2", "c2", "a3"]);
});

test("more is begun only when somebody asks for more than was done", () => {
  const noted: string[] = [];
  let begun = 0;
  function* many() {
    for (; begun < 100; ) yield work(`${begun++}.`, 2, noted);
  }
  const answers = inStep(many());
  expect(answers.next().value).toBe("0.");
  expect(begun).toBeLessThan(50);
  expect([...answers]).toHaveLength(99);
  expect(new Set(noted).size).toBe(200);
});

test("nothing to do is done", () => {
  expect([...inStep([])]).toEqual([]);
});

test("what fails fails for whoever asked", () => {
  function* broken(): Steps<string> {
    yield;
    throw new Error("It broke.");
  }
  expect(() => [...inStep([work("a", 3, []), broken()])]).toThrow("It broke.");
});

test("one piece of work by itself takes its steps one after the other", () => {
  const noted: string[] = [];
  expect(toItsEnd(work("a", 3, noted))).toBe("a");
  expect(noted).toEqual(["a1", "a2", "a3"]);
});
