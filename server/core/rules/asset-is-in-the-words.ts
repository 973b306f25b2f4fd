import { called } from "../called.ts";
import { allTouches, at, onWords, type Touch } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { stems } from "../words.ts";

/** The share of the words of a title that a message must have to speak of the thing. */
const SPEAKS_OF_IT = 0.5;

const assets = {
  assets: {
    "pick-benchmark": {
      title: "Pick-error benchmark",
      owner: "Dana Ortiz <dana@northwind.example>",
      expires: "2027-10-31",
      link: "https://northwind.example/benchmark",
    },
  },
};

export default rule({
  principle: "bring-value",
  articles: ["art-of-persistence"],
  kind: "heuristic",
  severity: "warning",
  summary: "An asset that a touch brings is in its words.",
  why: "What the playbook calls a gift is none if the message never hands it over.",
  todo: "Name it or link to it in the message, or leave it out of the touch.",
  examples: [
    {
      assets,
      text: yaml`
        touches:
          - { id: count, day: 1, channel: email, asset: pick-benchmark, message: "The table is here: northwind.example/benchmark" }
          - { id: again, day: 4, channel: linkedin, asset: pick-benchmark, message: The benchmark counts every pick error. }
      `,
    },
    {
      assets,
      text: yaml`
        touches:
          - { id: count, day: 1, channel: email, asset: pick-benchmark, message: Do you know your own number? }
                                                        ^^^^^^^^^^^^^^ “count” brings “pick-benchmark”, and its message neither names it nor links to it.
      `,
    },
  ],
  *check(playbook, { assets: known }) {
    if (!known) return;
    for (const touch of allTouches(playbook)) {
      const asset = called(known.assets, touch.asset);
      const text = "message" in touch ? touch.message : undefined;
      if (!asset || text === undefined || hands(text, asset)) continue;
      yield {
        at: at(touch, "asset"),
        what: `“${touch.id}” brings “${touch.asset}”, and its message neither names it nor links to it.`,
        fixes: [
          ...(asset.link === undefined ? [] : [handedOver(touch, text, `${asset.title}: ${bare(asset.link)}`)]),
          { title: "Leave the asset out", safe: false, changes: [{ remove: at(touch, "asset").path }] },
        ],
      };
    }
  },
});

type Asset = { readonly title: string; readonly link?: string | undefined };

function hands(text: string, { title, link }: Asset): boolean {
  if (link !== undefined && text.toLowerCase().includes(bare(link).toLowerCase())) return true;
  const named = [...stems(title)];
  const said = stems(text);
  return named.filter((stem) => said.has(stem)).length >= named.length * SPEAKS_OF_IT;
}

const bare = (link: string) => link.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");

/** The link, on a line of its own before the last paragraph. */
function handedOver(touch: Touch, text: string, line: string) {
  const last = text.trimEnd().lastIndexOf("\n\n");
  const place = last < 0 ? text.trimEnd().length : last;
  return {
    title: `Add “${line}”`,
    safe: false,
    changes: [{ replace: onWords(touch, "message" as never, place, place), with: `${text.includes("\n\n") ? "\n\n" : " "}${line}` }],
  };
}
