import { at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { counted } from "../wording.ts";

export default planRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "warning",
  summary: "Before a cold cadence there are at most fifteen minutes of research, and never none.",
  why: "Nobody should call a stranger unprepared, or spend the morning preparing to.",
  todo: "Set aside a few minutes, and no more than a quarter of an hour, under `research: minutes:`.",
  caps: ["research-minutes"],
  examples: [
    yaml`
      audience: { stage: cold }
      research: { minutes: 15 }
    `,
    yaml`
      audience: { stage: cold }
      research: { minutes: 60 }
                           ^^ Research is planned to take 60 minutes, and 15 are enough for a cold start.
    `,
    yaml`
      audience: { stage: cold }
      research:
      ^^^^^^^^ No time is set aside for research.
        find: [the review that names the problem]
    `,
    yaml`
      audience: { stage: proposal }
      research: { minutes: 60 }
    `,
  ],
  *check({ audience, research }, { caps }) {
    if (audience.stage !== "cold") return;
    const { minutes } = research;
    const most = caps["research-minutes"];
    if (minutes !== undefined && minutes <= most) return;
    yield {
      at: at(research, "minutes"),
      what:
        minutes === undefined
          ? "No time is set aside for research."
          : `Research is planned to take ${minutes} minutes, and ${most} ${most === 1 ? "is" : "are"} enough for a cold start.`,
      todo: `Write \`minutes: ${most}\` or less under \`research\`.`,
      fixes: [{ title: `Set aside ${counted(most, "minute")}`, safe: false, changes: [{ set: at(research, "minutes").path, to: most }] }],
    };
  },
});
