import { near } from "../format/near.ts";
import { allTouches, at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { assetsOf } from "../shared-assets.ts";

const assets = {
  assets: { "pick-benchmark": { title: "Pick benchmark", owner: "Dana Ortiz <dana@northwind.example>", expires: "2027-06-30" } },
};

export default planRule({
  principle: "bring-value",
  articles: ["art-of-persistence"],
  kind: "certain",
  severity: "error",
  summary: "Every asset a touch names is one of the shared assets.",
  why: "A rep cannot send what is not there.",
  todo: "Write the id of an asset in cadence.assets.yaml, or add the asset there.",
  examples: [
    {
      assets,
      text: yaml`
        touches:
          - { id: count, day: 1, channel: email, asset: pick-benchmark }
      `,
    },
    {
      assets,
      text: yaml`
        touches:
          - { id: count, day: 1, channel: email, asset: pick-benchmrk }
                                                        ^^^^^^^^^^^^^ There is no asset “pick-benchmrk”; did you mean “pick-benchmark”?
          - { id: walk, day: 4, channel: email, asset: aisle-walk }
                                                       ^^^^^^^^^^ There is no asset “aisle-walk”.
          - { id: note, day: 8, channel: email, words-from: aisle-note, message: One aisle is enough to begin with. }
                                                            ^^^^^^^^^^ There is no asset “aisle-note”.
      `,
    },
    yaml`
      touches:
        - { id: count, day: 1, channel: email, asset: nobody-knows-which-assets-there-are }
    `,
  ],
  *check(playbook, { assets: known }) {
    if (!known) return;
    const ids = Object.keys(known.assets);
    for (const touch of allTouches(playbook)) {
      for (const { field, id } of assetsOf(touch)) {
        if (ids.includes(id)) continue;
        const nearest = near(id, ids);
        yield {
          at: at(touch, field),
          what: `There is no asset “${id}”${nearest ? `; did you mean “${nearest}”?` : "."}`,
          ...(nearest
            ? {
                fixes: [{ title: `Change “${id}” to “${nearest}”`, safe: false, changes: [{ set: at(touch, field).path, to: nearest }] }],
              }
            : {}),
        };
      }
    }
  },
});
