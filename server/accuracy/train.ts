import { writeFileSync } from "node:fs";
import path from "node:path";
import { train } from "./model.ts";
import { labelled } from "./sentences.ts";

const model = train(labelled("build"));
writeFileSync(path.join(import.meta.dirname, "../core/prose/model.json"), `${JSON.stringify(model)}\n`);
console.log(`${Object.keys(model.weights).length} features.`);
