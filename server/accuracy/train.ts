import { writeFileSync } from "node:fs";
import path from "node:path";
import { opened } from "../core/index.ts";
import { learn } from "./learn.ts";
import { textsFrom } from "./passages.ts";
import { digestOfTraining } from "./provenance.ts";
import { lessons } from "./sentences.ts";
import { shrunk } from "./shrink.ts";
import { figuresOf, thresholdsFrom, trialOf } from "./thresholds.ts";

/** Groups of hands. Each group is judged by a reader that learnt from the others. */
const GROUPS = 4;

// Before anything is read, so that a sentence written meanwhile is not said to have been learnt from.
const trainedFrom = digestOfTraining();
const texts = textsFrom(lessons());
const hands = [...new Set(texts.map(({ hand }) => hand))].sort((a, b) => Number(a) - Number(b));
console.log(`${texts.length} texts by ${hands.length} hands.`);
const trials = Array.from({ length: GROUPS }, (_, group) => {
  const held = new Set(hands.filter((_, i) => i % GROUPS === group));
  const model = opened(shrunk(learn(texts.filter(({ hand }) => !held.has(hand))), []));
  return trialOf(
    model,
    texts.filter(({ hand }) => held.has(hand)),
  );
}).flat();
const thresholds = thresholdsFrom(trials);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const show = (name: string, some: typeof trials) => {
  const { recall, anything, falseAlarms, offending, fine } = figuresOf(some, thresholds);
  console.log(
    `  ${name.padEnd(10)} ${String(offending).padStart(6)} offending: found ${percent(recall)} in their family, ${percent(anything)} at all; ${String(fine).padStart(6)} fine: ${percent(falseAlarms)} false alarms`,
  );
};
console.log("Judged by readers that had not seen their hand:");
for (const hand of hands)
  show(
    `hand ${hand}`,
    trials.filter(({ text }) => text.hand === hand),
  );
show("all", trials);

const model = { trainedFrom, ...shrunk(learn(texts), thresholds) };
const json = `${JSON.stringify(model)}\n`;
writeFileSync(path.join(import.meta.dirname, "../core/prose/model.json"), json);
console.log(`The model has ${Math.round(json.length / 1000)} kB.`);
