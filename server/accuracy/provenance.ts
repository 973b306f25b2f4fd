import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The code that turns sentences into a model. When it changes, the model must be trained anew. */
const CODE = [
  "accuracy/apart.ts",
  "accuracy/learn.ts",
  "accuracy/passages.ts",
  "accuracy/random.ts",
  "accuracy/sentences.ts",
  "accuracy/steps.ts",
  "accuracy/teach.ts",
  "accuracy/thresholds.ts",
  "accuracy/train.ts",
  "core/prose/families.ts",
  "core/prose/features.ts",
  "core/prose/form.ts",
  "core/prose/judge.ts",
  "core/prose/model.ts",
  "core/prose/numbers.ts",
  "core/prose/packed.ts",
  "core/prose/tokens.ts",
];

/** SHA-256 over the sentences and the code that a model is made from: the same digest, the same model. */
export function digestOfTraining(): string {
  const root = path.join(import.meta.dirname, "..");
  const sentences = readdirSync(path.join(root, "accuracy/build"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => `accuracy/build/${file.replaceAll(path.sep, "/")}`)
    .sort();
  const hash = createHash("sha256");
  for (const file of [...sentences, ...CODE])
    hash
      .update(`${file}\n`)
      .update(readFileSync(path.join(root, file), "utf8").replaceAll("\r\n", "\n"))
      .update("\n");
  return hash.digest("hex");
}
