import { at } from "../model.ts";
import { assetsRule, yaml } from "../rule.ts";

export default assetsRule({
  principle: "bring-value",
  articles: ["art-of-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "No shared asset has expired.",
  why: "Somebody promised to keep it true until that day, and nobody has promised since.",
  todo: "Look at it again and set a new date, or remove it.",
  examples: [
    {
      file: "assets",
      today: "2026-11-22",
      text: yaml`
        assets:
          pick-benchmark: { title: Pick benchmark, owner: Dana Ortiz <dana@northwind.example>, expires: 2026-11-22 }
      `,
    },
    {
      file: "assets",
      today: "2026-11-22",
      text: yaml`
        assets:
          pick-benchmark:
            title: Pick benchmark
            owner: Dana Ortiz <dana@northwind.example>
            expires: 2026-10-31
                     ^^^^^^^^^^ “pick-benchmark” expired on 2026-10-31.
      `,
    },
  ],
  *check({ assets }, { today }) {
    if (today === undefined) return;
    for (const [id, asset] of Object.entries(assets))
      if (today > asset.expires)
        yield {
          at: at(asset, "expires"),
          what: `“${id}” expired on ${asset.expires}.`,
          todo: `Ask ${asset.owner.replace(/\s*<.*/, "")} to look at it and set a new date, or remove it.`,
        };
  },
});
