import type { ApprovedPlaybook } from "@cadence-playbooks/server/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearness } from "../src/dates.ts";
import { facets } from "../src/facets.ts";
import { leadOf } from "../src/lead.ts";
import { inOrder, titleOf } from "../src/play.ts";
import { partsOf } from "../src/reference.ts";
import { places } from "../src/rhythm.ts";
import { typeset } from "../src/typeset.ts";
import { blanksIn, stretches } from "../src/words.ts";

describe("where days stand along a line", () => {
  test("is to scale wherever there is room", () => {
    expect(places([1, 6, 11, 21], 0.1)).toEqual([0, 0.25, 0.5, 1]);
  });

  test("leaves room where there is none, and a longer wait stays longer", () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 730 }), { minLength: 2, maxLength: 40 }).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(days, fc.double({ min: 0.01, max: 0.3, noNaN: true }), (days, least) => {
        const at = places(days, least);
        const gaps = at.slice(1).map((place, i) => place - (at[i] ?? 0));
        const waits = days.slice(1).map((day, i) => day - (days[i] ?? 0));
        expect(at[0]).toBe(0);
        expect(at.at(-1)).toBeCloseTo(1, 6);
        const room = Math.min(least, 1 / gaps.length);
        for (const [i, gap] of gaps.entries()) {
          expect(gap).toBeGreaterThanOrEqual(room - 1e-9);
          for (const [j, other] of gaps.entries()) if ((waits[i] ?? 0) > (waits[j] ?? 0)) expect(gap).toBeGreaterThanOrEqual(other - 1e-9);
        }
      }),
    );
  });

  test("one day, and several touches on one day, stand somewhere", () => {
    expect(places([1], 0.1)).toEqual([0]);
    expect(places([1, 1], 0.1)).toEqual([0, 1]);
  });
});

describe("names that differ by a number", () => {
  const play = (title: string) =>
    ({
      id: title,
      approval: { "approved-on": "2026-11-26" },
      playbook: { title, audience: { stage: "cold", persona: title, exclude: [] }, touches: [{ day: 1, channel: "call" }], replies: {} },
    }) as unknown as ApprovedPlaybook;
  const plays = ["Play 10", "play 2", "Plän 3", "Play 1"].map(play);

  test("stand by that number in lists of plays, and among the values of a facet", () => {
    const sorted = ["Plän 3", "Play 1", "play 2", "Play 10"];
    expect(inOrder(plays).map(titleOf)).toEqual(sorted);
    const persona = facets(plays).find(({ id }) => id === "persona");
    expect(persona?.values.map(({ name }) => name)).toEqual(sorted);
  });
});

describe("a summary", () => {
  test("that is as long as summaries are stands whole", () => {
    for (const text of ["", "One sentence.", `${"word ".repeat(79)}end`]) expect(leadOf(text)).toEqual({ opening: text, rest: "" });
  });

  test("that goes on is cut after a sentence, or where there is none at a word, and nothing of it is lost", () => {
    const sentences = "A sentence of seven words, no more. ".repeat(60).trim();
    const { opening, rest } = leadOf(sentences);
    expect(opening).toMatch(/more\.$/);
    expect(opening.split(" ").length).toBeLessThanOrEqual(60);
    expect(`${opening} ${rest}`).toBe(sentences);
    const endless = leadOf("word ".repeat(400));
    expect(endless.opening).toMatch(/word …$/);
    expect(endless.rest.split(" ")).toHaveLength(340);
  });
});

describe("words cut into stretches", () => {
  test("put together again they are the words", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("{{first_name}}", "{{ x }}", "{{", "}}", "a one-word no", " is plenty", "\n", "é🌲")),
        fc.constantFrom(undefined, "a one-word no is plenty", "no"),
        (bits, no) => {
          const text = bits.join("");
          expect(
            stretches(text, no)
              .map((stretch) => stretch.text)
              .join(""),
          ).toBe(text);
        },
      ),
    );
  });

  test("the negative option is found over line breaks and around blanks", () => {
    const cut = stretches("Hi {{name}}, if it is\nnot for {{company}}, say so. Bye.", "if it is not for {{company}}, say so.");
    expect(cut.filter(({ no }) => no).map(({ text }) => text)).toEqual(["if it is\nnot for ", "{{company}}", ", say so."]);
    expect(cut.flatMap(({ blank }) => blank ?? [])).toEqual(["name", "company"]);
  });

  test("each blank is named once, in order", () => {
    expect(blanksIn(["{{b}} {{a}}", undefined, "{{a}} {{c}}"])).toEqual(["b", "a", "c"]);
  });
});

test.each([
  [`They said "call me in six months"`, "They said “call me in six months”"],
  [`"Don't," she said`, "“Don’t,” she said"],
  [`the '26 plan ("now")`, "the ‘26 plan (“now”)"],
])("%s is typeset as %s", (plain, set) => expect(typeset(plain)).toBe(set));

test.each([
  ["2026-11-21", "past"],
  ["2026-11-22", "soon"],
  ["2026-12-06", "soon"],
  ["2026-12-07", "later"],
] as const)("a review by %s is %s", (day, how) => expect(nearness(day, "2026-11-22")).toBe(how));

describe("the reference of the format", () => {
  test("tells eleven replies once, and says which keys only some have", () => {
    const each = partsOf("playbook").find(({ where }) => where === "replies.<name>");
    const only = Object.fromEntries(each?.entries.flatMap(({ field, only }) => (only.length > 0 ? [[field.key, only]] : [])) ?? []);
    expect(only).toEqual({ "if-no-date": ["not-now"], evidence: ["reflex-no"], scenarios: ["silence"] });
    expect(each?.entries.find(({ field }) => field.key === "touches")?.part).toBe("playbook-touches");
  });

  test("says which channels a key of a touch is for, and all channels there are", () => {
    const touch = partsOf("playbook").find(({ where }) => where === "touches[]");
    const entry = (key: string) => touch?.entries.find(({ field }) => field.key === key);
    expect(entry("voicemail")?.only).toEqual(["call"]);
    expect(entry("reason")?.only).toEqual([]);
    expect(entry("channel")?.field.values.length).toBe(8);
  });
});
