import { allTouches, at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";

const assets = {
  assets: { "pick-benchmark": { title: "Pick benchmark", owner: "Dana Ortiz <dana@northwind.example>", expires: "2026-10-31" } },
};

export default planRule({
  principle: "bring-value",
  articles: ["art-of-persistence"],
  kind: "certain",
  severity: "error",
  summary: "No touch brings an asset that has expired.",
  why: "What is out of date is of no value, and makes us look careless.",
  todo: "Ask the asset's owner to bring it up to date, or bring something else.",
  examples: [
    {
      assets,
      today: "2026-10-31",
      text: yaml`
        touches:
          - { id: count, day: 1, channel: email, asset: pick-benchmark }
      `,
    },
    {
      assets,
      today: "2026-11-01",
      text: yaml`
        touches:
          - { id: count, day: 1, channel: email, asset: pick-benchmark }
                                                        ^^^^^^^^^^^^^^ “count” brings “pick-benchmark”, which expired on 2026-10-31.
      `,
    },
  ],
  *check(playbook, { assets: known, today }) {
    if (!known || today === undefined) return;
    for (const touch of allTouches(playbook)) {
      const { asset } = touch;
      const expires = asset === undefined ? undefined : known.assets[asset]?.expires;
      if (expires === undefined || today <= expires) continue;
      yield {
        at: at(touch, "asset"),
        what: `“${touch.id}” brings “${asset}”, which expired on ${expires}.`,
        fixes: [{ title: "Leave the asset out", safe: false, changes: [{ remove: at(touch, "asset").path }] }],
      };
    }
  },
});
