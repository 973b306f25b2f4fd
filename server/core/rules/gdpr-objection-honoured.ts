import { CHANNELS } from "../format/channels.ts";
import { optOutHonoured } from "../laws/opt-out.ts";
import { lawRule, yaml } from "../rule.ts";

export default lawRule({
  law: { pack: "eu-gdpr", cite: "GDPR Art. 21(3)" },
  principle: "no-means-no",
  kind: "certain",
  severity: "error",
  summary: "Whoever objects is left alone at once.",
  why: "Where somebody objects to marketing, no interest of ours weighs more.",
  todo: "Write `opt-out: suppress` under `replies`.",
  examples: [
    yaml`
      touches: [{ id: hello, day: 1, channel: email }]
      replies:
        opt-out: suppress
    `,
    yaml`
      touches: [{ id: hello, day: 1, channel: post }]
      replies:
        opt-out: { wait: 3 days, then: suppress }
                         ^^^^^^ An opt-out waits 3 days here; the law allows no wait.
    `,
  ],
  check: (playbook) => optOutHonoured(playbook, CHANNELS, 0),
});
