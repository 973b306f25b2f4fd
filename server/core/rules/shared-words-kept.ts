import { called } from "../called.ts";
import { allTouches, at, mainField } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { spoken } from "../words.ts";

const assets = {
  assets: {
    "count-note": {
      title: "How we count",
      words: "We counted wrong picks in twenty warehouses of your size.",
      owner: "Dana Ortiz <dana@northwind.example>",
      expires: "2027-10-31",
    },
    "pick-benchmark": { title: "Pick-error benchmark", owner: "Dana Ortiz <dana@northwind.example>", expires: "2027-10-31" },
  },
};

export default rule({
  principle: "prepared",
  articles: ["how-much", "evolution-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "Words that come from a shared asset are what it says now.",
  why: "Whoever improved the shared words did so for every playbook that sends them.",
  todo: "Take the words as they are now, or let them be this playbook's own.",
  examples: [
    {
      assets,
      text: yaml`
        touches:
          - { id: count, day: 1, channel: email, words-from: count-note, message: We counted wrong picks in twenty warehouses of your size. }
      `,
    },
    {
      assets,
      text: yaml`
        touches:
          - { id: count, day: 1, channel: email, words-from: count-note, message: We counted wrong picks in twelve warehouses. }
                                                             ^^^^^^^^^^ “count” says something else than “count-note”, from which it takes its words.
          - { id: call, day: 4, channel: call, words-from: count-note }
                                                           ^^^^^^^^^^ “call” has yet to take its words from “count-note”.
          - { id: again, day: 8, channel: linkedin, words-from: pick-benchmark, message: The table counts every pick error. }
                                                                ^^^^^^^^^^^^^^ “again” takes its words from “pick-benchmark”, which has none.
      `,
    },
    {
      assets,
      today: "2027-11-01",
      text: yaml`
        touches:
          - { id: late, day: 1, channel: email, words-from: count-note, message: We counted wrong picks in twelve warehouses. }
      `,
    },
  ],
  *check(playbook, { assets: known, today }) {
    if (!known) return;
    for (const touch of allTouches(playbook)) {
      const from = touch["words-from"];
      const asset = called(known.assets, from);
      if (!asset) continue;
      const own = { title: "Let the words be this playbook's own", safe: false, changes: [{ remove: at(touch, "words-from").path }] };
      if (asset.words === undefined) {
        yield {
          at: at(touch, "words-from"),
          what: `“${touch.id}” takes its words from “${from}”, which has none.`,
          todo: "Write them there under `words`, or take `words-from` away.",
          fixes: [own],
        };
        continue;
      }
      // Nobody is to take words that nobody vouches for any more.
      if (today !== undefined && asset.expires < today) continue;
      const field = mainField(touch.channel);
      const text = (touch as { readonly [key in typeof field]?: string | undefined })[field];
      if (text !== undefined && spoken(text) === spoken(asset.words)) continue;
      const taken = {
        title: `Take the words of “${asset.title}”`,
        safe: false,
        changes: [{ set: at(touch, field as never).path, to: asset.words }],
      };
      yield {
        at: at(touch, "words-from"),
        what:
          text === undefined
            ? `“${touch.id}” has yet to take its words from “${from}”.`
            : `“${touch.id}” says something else than “${from}”, from which it takes its words.`,
        fixes: text === undefined ? [taken] : [taken, own],
      };
    }
  },
});
