import { writeFileSync } from "node:fs";
import path from "node:path";
import { measure } from "./measure.ts";
import { labelled } from "./sentences.ts";

const set = process.argv[2] === "build" ? "build" : "measured";
const texts = labelled(set);
const accuracy = measure(texts);
const percent = (value: number | undefined) => (value === undefined ? "–" : `${(value * 100).toFixed(1)} %`).padStart(8);

console.log(`\n${accuracy.texts} texts of the set “${set}”, ${accuracy.fine} of them fine.\n`);
console.log(`  ${"family".padEnd(20)} ${"offending".padStart(9)} ${"recall".padStart(8)} ${"precision".padStart(9)}  rule`);
for (const { family, offending, recall, precision, rule } of accuracy.families)
  console.log(`  ${family.padEnd(20)} ${String(offending).padStart(9)} ${percent(recall)} ${percent(precision).padStart(9)}  ${rule}`);
const whole = measure(texts.filter(({ says, near }) => says !== undefined || near.startsWith("messages")));
console.log(
  `\n  Found in their family: ${percent(accuracy.recall).trim()}; noticed at all: ${percent(accuracy.noticed).trim()}. False alarms on fine texts: ${percent(accuracy.falseAlarms).trim()}.`,
);
if (whole.texts > 0)
  console.log(
    `  Of these, whole messages: ${percent(whole.recall).trim()}; ${percent(whole.noticed).trim()}. False alarms: ${percent(whole.falseAlarms).trim()}.\n`,
  );

// The handbook shows the figures of the set that nobody builds on.
if (set === "measured")
  writeFileSync(path.join(import.meta.dirname, "../core/prose/accuracy.json"), `${JSON.stringify(accuracy, null, 2)}\n`);
