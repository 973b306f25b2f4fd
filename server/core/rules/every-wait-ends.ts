import { days } from "../format/duration.ts";
import { at, branchesOf, pathOf } from "../model.ts";
import { machineOf } from "../paths/machine.ts";
import { storyOf } from "../paths/story.ts";
import { planRule, yaml } from "../rule.ts";

/** The replies with which somebody can name a date, and those that say when they are back. */
const DATED: ReadonlySet<string> = new Set(["interested", "meeting-booked", "not-now", "wrong-person", "referral"]);
const BACK: ReadonlySet<string> = new Set(["out-of-office", "not-now"]);

/** Calendar days. Whoever made the promise, and whoever it was made to, will hardly be in the same place after longer. */
const LONGEST = 730;

export default planRule({
  principle: "prepared",
  articles: ["evolution-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "Every wait comes to an end that is written down.",
  why: "Who is put off without a date is forgotten, or called whenever somebody remembers.",
  todo: "Write under `if-no-date` how long to wait when they named no date.",
  examples: [
    yaml`
      replies:
        not-now: { wait: until their date, if-no-date: 90 days, then: return }
        out-of-office: { wait: until they are back, then: resume }
    `,
    yaml`
      replies:
        not-now: { wait: until their date, then: return }
                         ^^^^^^^^^^^^^^^^ Nothing says how long to wait after “not-now” when they named no date.
    `,
    yaml`
      touches: [{ id: hello, day: 1, channel: email }]
      replies:
        silence: { wait: until they are back, then: return }
                         ^^^^^^^^^^^^^^^^^^^ After “silence” nobody says when they are back, so this wait never ends.
    `,
    yaml`
      replies:
        not-now: { wait: 9999 months, then: return }
                         ^^^^^^^^^^^ Nobody keeps a promise for 9999 months: two years are the most.
    `,
  ],
  *check(playbook) {
    const machine = machineOf(playbook);
    const first = machine.main.moments[0];
    for (const branch of branchesOf(playbook)) {
      const { reply, wait, ifNoDate, part } = branch;
      const line = [...machine.branches, machine.silence].find((one) => one?.branch.reply === reply);
      if (wait !== undefined && (days(wait) ?? 0) > LONGEST)
        yield {
          at: { path: [...pathOf(part), "wait"] },
          what: `Nobody keeps a promise for ${wait}: two years are the most.`,
          todo: "Write a length of time that whoever reads it can plan with.",
          fixes: [{ title: "Wait two years", safe: false, changes: [{ set: [...pathOf(part), "wait"], to: "24 months" }] }],
        };
      if (wait === undefined || days(wait) !== undefined || !line) continue;
      const named = (wait === "until their date" ? DATED : BACK).has(reply);
      if (named && (wait !== "until their date" || ifNoDate !== undefined)) continue;
      const run = [
        ...(first ? [{ kind: "moment" as const, day: 1, line: machine.main, moment: first }] : []),
        { kind: "reply" as const, day: 1, line },
      ];
      const place = { path: [...pathOf(part), "wait"] };
      const until = wait === "until their date" ? "names a date" : "says when they are back";
      yield {
        at: place,
        what: named
          ? `Nothing says how long to wait after “${reply}” when they named no date.`
          : `After “${reply}” nobody ${until}, so this wait never ends.`,
        ...(named ? {} : { todo: "Write a length of time, such as 90 days." }),
        story: storyOf(run, `Nobody ${until}, and we wait for good.`),
        fixes:
          reply === "not-now"
            ? [
                {
                  title: "Wait 90 days if they named no date",
                  safe: false,
                  changes: [{ set: [...pathOf(part), "if-no-date"], to: "90 days" }],
                },
              ]
            : [{ title: "Wait 90 days", safe: false, changes: [{ set: at(part as { wait: string }, "wait").path, to: "90 days" }] }],
      };
    }
  },
});
