import { near } from "../format/fit.ts";
import { allTouches, at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";

const assets = {
  assets: { "pick-benchmark": { title: "Pick benchmark", owner: "Dana Ortiz <dana@northwind.example>", expires: "2027-06-30" } },
};

export default planRule({
  principle: "bring-value",
  articles: ["art-of-persistence"],
  kind: "certain",
  severity: "error",
  summary: "Every asset a touch brings is one of the shared assets.",
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
      const { asset } = touch;
      if (asset === undefined || ids.includes(asset)) continue;
      const nearest = near(asset, ids);
      yield {
        at: at(touch, "asset"),
        what: `There is no asset “${asset}”${nearest ? `; did you mean “${nearest}”?` : "."}`,
        ...(nearest
          ? {
              fixes: [
                { title: `Change “${asset}” to “${nearest}”`, safe: false, changes: [{ set: at(touch, "asset").path, to: nearest }] },
              ],
            }
          : {}),
      };
    }
  },
});
