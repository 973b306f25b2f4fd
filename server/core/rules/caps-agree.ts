import type { Remark } from "../finding.ts";
import { CAREFUL } from "../format/caps.ts";
import { at, type Config } from "../model.ts";
import { configRule, yaml } from "../rule.ts";
import { counted } from "../wording.ts";

export default configRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "The caps of a segment leave room for a cadence.",
  why: "Where the least is more than the most, every cadence is wrong.",
  todo: "Raise `most-touches`, or lower `fewest-touches`.",
  examples: [
    {
      file: "config",
      text: yaml`
        caps:
          default: { most-touches: 6 }
          mid-market: { fewest-touches: 5 }
      `,
    },
    {
      file: "config",
      text: yaml`
        caps:
          default: { most-touches: 3 }
                                   ^ A cadence here may have 3 touches at most, and should have 4 at least.
          mid-market: { fewest-touches: 5 }
                                        ^ A cadence here may have 3 touches at most, and should have 5 at least.
        overrides:
          - files: [pilots/**]
            caps: { most-touches: 1 }
                                  ^ A cadence here may have 1 touch at most, and should have 4 at least.
      `,
    },
  ],
  *check({ caps, overrides }) {
    const team = caps["default"] ?? {};
    for (const set of Object.values(caps)) yield* ofSet(set, team);
    for (const override of overrides) yield* ofSet(override.caps, team);
  },
});

type Some = Config["caps"][string];

/** A set of caps that says one of the two numbers, with the other where it does not. */
function* ofSet(set: Some, team: Some): Iterable<Remark> {
  const field = set["fewest-touches"] === undefined ? "most-touches" : "fewest-touches";
  if (set[field] === undefined) return;
  const fewest = set["fewest-touches"] ?? team["fewest-touches"] ?? CAREFUL["fewest-touches"];
  const most = set["most-touches"] ?? team["most-touches"] ?? CAREFUL["most-touches"];
  if (fewest <= most) return;
  yield {
    at: at(set, field),
    what: `A cadence here may have ${counted(most, "touch", "touches")} at most, and should have ${fewest} at least.`,
  };
}
