import { at } from "../model.ts";
import { configRule, yaml } from "../rule.ts";

export default configRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "warning",
  summary: "Every region the configuration names is one whose holidays are known.",
  why: "With a region that nobody knows, holidays count as business days, and nobody notices.",
  todo: "Write the two letters of the country, and those of a part of it if need be, as in GB or DE-BY.",
  examples: [
    {
      file: "config",
      regions: { GB: { weekend: [6, 7], holidays: () => [] } },
      text: yaml`
        calendars: { default: { region: GB } }
      `,
    },
    {
      file: "config",
      regions: { GB: { weekend: [6, 7], holidays: () => [] } },
      text: yaml`
        calendars: { default: { region: UK } }
                                        ^^ No holidays are known for “UK”, so they count as business days.
      `,
    },
  ],
  *check({ calendars, office }, _, regionOf) {
    if (!regionOf) return;
    for (const part of [...Object.values(calendars), ...(office ? [office] : [])]) {
      const { region } = part;
      if (region === undefined || regionOf(region)) continue;
      yield {
        at: at(part, "region"),
        what: `No holidays are known for “${region}”, so they count as business days.`,
        fixes:
          region === "UK" && regionOf("GB")
            ? [{ title: "Write GB, as the postal unions do", safe: false, changes: [{ set: at(part, "region").path, to: "GB" }] }]
            : [{ title: "Take the region out", safe: false, changes: [{ remove: at(part, "region").path }] }],
      };
    }
  },
});
