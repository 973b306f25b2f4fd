import { called } from "../called.ts";
import { allTouches, at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { assetsOf } from "../shared-assets.ts";

const assets = {
  assets: { "pick-benchmark": { title: "Pick benchmark", owner: "Dana Ortiz <dana@northwind.example>", expires: "2026-10-31" } },
};

export default planRule({
  principle: "bring-value",
  articles: ["art-of-persistence"],
  kind: "certain",
  severity: "error",
  summary: "No touch brings an asset that has expired, or sends its words.",
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
          - { id: note, day: 4, channel: email, words-from: pick-benchmark }
                                                            ^^^^^^^^^^^^^^ “note” takes its words from “pick-benchmark”, which expired on 2026-10-31.
      `,
    },
  ],
  *check(playbook, { assets: known, today }) {
    if (!known || today === undefined) return;
    for (const touch of allTouches(playbook)) {
      for (const { field, id } of assetsOf(touch)) {
        const expires = called(known.assets, id)?.expires;
        if (expires === undefined || today <= expires) continue;
        yield field === "asset"
          ? {
              at: at(touch, field),
              what: `“${touch.id}” brings “${id}”, which expired on ${expires}.`,
              fixes: [{ title: "Leave the asset out", safe: false, changes: [{ remove: at(touch, field).path }] }],
            }
          : {
              at: at(touch, field),
              what: `“${touch.id}” takes its words from “${id}”, which expired on ${expires}.`,
              todo: "Ask the asset's owner to look at the words and set a new date, or let them be this playbook's own.",
              fixes: [{ title: "Let the words be this playbook's own", safe: false, changes: [{ remove: at(touch, field).path }] }],
            };
      }
    }
  },
});
