import { writeFileSync } from "node:fs";
import path from "node:path";
import { handsOf, judgedApart } from "./apart.ts";
import { learn } from "./learn.ts";
import { textsFrom } from "./passages.ts";
import { digestOfTraining } from "./provenance.ts";
import { lessons } from "./sentences.ts";
import { fileOf, inSteps } from "./steps.ts";
import { figuresOf, mistakenFor, thresholdsFrom } from "./thresholds.ts";

/** Groups of hands. Each group is judged by a reader that learnt from the others. */
const GROUPS = 4;

// Before anything is read, so that a sentence written meanwhile is not said to have been learnt from.
const trainedFrom = digestOfTraining();
const texts = textsFrom(lessons());
const hands = handsOf(texts);
console.log(`${texts.length} texts by ${hands.length} hands.`);
const apart = judgedApart(texts, GROUPS);
// While the readers that judge are learning, so is the one that is kept.
const learnt = inSteps(texts, learn(texts));
const trials = await apart;
const thresholds = thresholdsFrom(trials);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const show = (name: string, some: typeof trials) => {
  const { recall, anything, falseAlarms, offending, fine, each } = figuresOf(some, thresholds);
  console.log(
    `  ${name.padEnd(10)} ${String(offending).padStart(6)} offending: found ${percent(recall)} in their family, ${percent(anything)} at all, each in ${each.toFixed(2)}; ${String(fine).padStart(6)} fine: ${percent(falseAlarms)} false alarms`,
  );
};
console.log("Judged by readers that had not seen their hand:");
for (const hand of hands)
  show(
    `hand ${hand}`,
    trials.filter(({ text }) => text.hand === hand),
  );
show("all", trials);
console.log(
  `Most often:\n${mistakenFor(trials, thresholds)
    .map((line) => `  ${line}`)
    .join("\n")}`,
);

const model = { trainedFrom, ...fileOf(learnt, thresholds) };
const json = `${JSON.stringify(model)}\n`;
writeFileSync(path.join(import.meta.dirname, "../core/prose/model.json"), json);
console.log(`The model has ${Math.round(json.length / 1000)} kB.`);
