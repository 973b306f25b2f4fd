import { MOST_SITUATIONS } from "../paths/explore.ts";
import { planRule, yaml } from "../rule.ts";

/** A touch a day, ten times as many as anybody would send, with a branch on every reply that leads back. */
const TANGLED = yaml`
  touches:
  ^^^^^^^ This playbook has too many runs to follow them all; the promises were checked on the first 30,000 situations.
`;

export default planRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "Every run of a playbook can be followed to its end.",
  why: "What cannot be followed cannot be promised, and nobody could say what a person would live through.",
  todo: "Take touches out of the branches, or let fewer branches lead back with `resume`.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
      replies:
        out-of-office: resume
    `,
    `${TANGLED}${tangle()}`,
  ],
  *check(_, { paths }) {
    if (paths().complete) return;
    yield {
      at: { path: ["touches"], on: "key" },
      what: `This playbook has too many runs to follow them all; the promises were checked on the first ${grouped(MOST_SITUATIONS)} situations.`,
    };
  },
});

function tangle(): string {
  const channels = ["email", "call", "sms", "linkedin"];
  const touch = (id: string, day: number) => `{ id: ${id}, day: ${day}, channel: ${channels[day % 4]} }`;
  const lines = Array.from({ length: 20 }, (_, i) => `\n  - ${touch(`main-${i}`, i * 4 + 1)}`);
  const replies = ["interested", "wrong-person", "referral", "meeting-booked", "out-of-office"].map(
    (reply) =>
      `\n  ${reply}:\n    touches:${Array.from({ length: 8 }, (_, i) => `\n      - ${touch(`${reply}-${i}`, i)}`).join("")}\n    then: resume`,
  );
  return `${lines.join("")}\nreplies:${replies.join("")}`;
}

/** A number as people write it: 30,000. */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
