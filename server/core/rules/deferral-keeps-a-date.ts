import { at, branchOf, onKey, pathOf } from "../model.ts";
import { planRule, yaml } from "../rule.ts";

/** What a careful person would wait where they named no month. */
const NO_DATE = "90 days";

export default planRule({
  principle: "prepared",
  articles: ["evolution-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "After a “not now” the playbook says when we come back, with or without a date of theirs.",
  why: "What nobody writes down is either forgotten or done too early.",
  todo: "Write `wait: until their date`, and under `if-no-date` how long to wait when they name none.",
  examples: [
    yaml`
      replies:
        not-now: { wait: until their date, then: return, if-no-date: 180 days }
    `,
    yaml`
      replies:
        not-now: stop
    `,
    yaml`
      replies:
        not-now: return
                 ^^^^^^ After a “not now” this playbook says “return”, and not when.
    `,
    yaml`
      replies:
        not-now: { wait: until their date, then: return }
        ^^^^^^^ Nothing says how long to wait when they name no date.
    `,
  ],
  *check({ replies }) {
    const branch = branchOf(replies, "not-now");
    if (!branch || (branch.outcome !== "return" && branch.outcome !== "resume")) return;
    if (branch.part === replies) {
      yield {
        at: at(replies, "not-now"),
        what: `After a “not now” this playbook says “${branch.outcome}”, and not when.`,
        fixes: [
          {
            title: "Wait until their date",
            safe: false,
            // biome-ignore lint/suspicious/noThenProperty: `then` is a word of the format; the branch is data and is never awaited.
            changes: [{ set: at(replies, "not-now").path, to: { wait: "until their date", then: branch.outcome, "if-no-date": NO_DATE } }],
          },
        ],
      };
      return;
    }
    if (branch.ifNoDate !== undefined) return;
    yield {
      at: onKey(replies, "not-now"),
      what: "Nothing says how long to wait when they name no date.",
      todo: "Write under `if-no-date` how long to wait then.",
      fixes: [
        {
          title: `Wait for ${NO_DATE} where they name no date`,
          safe: false,
          changes: [{ set: [...pathOf(branch.part), "if-no-date"], to: NO_DATE }],
        },
      ],
    };
  },
});
