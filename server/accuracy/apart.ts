import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { opened } from "../core/index.ts";
import { learn } from "./learn.ts";
import { type Text, textsFrom } from "./passages.ts";
import { lessons } from "./sentences.ts";
import { fileOf, inSteps } from "./steps.ts";
import { type Trial, trialOf } from "./thresholds.ts";

/** The hands of some texts, in their order. */
export const handsOf = (texts: readonly Text[]): readonly string[] =>
  [...new Set(texts.map(({ hand }) => hand))].sort((a, b) => Number(a) - Number(b));

/** Which texts are held back from the reader of a group: those by every so many hands. */
const heldBack = (texts: readonly Text[], group: number, groups: number): ((text: Text) => boolean) => {
  const held = new Set(handsOf(texts).filter((_, i) => i % groups === group));
  return ({ hand }) => held.has(hand);
};

/** Judges the texts of each group of hands by a reader that learnt from the others. The readers learn side by side. */
export async function judgedApart(texts: readonly Text[], groups: number): Promise<readonly Trial[]> {
  const trials = await Promise.all(
    Array.from({ length: groups }, async (_, group) => {
      const scores = await new Promise<readonly (readonly Float32Array[])[]>((resolve, reject) =>
        new Worker(new URL(import.meta.url), { workerData: { group, groups } }).once("message", resolve).once("error", reject),
      );
      return texts.filter(heldBack(texts, group, groups)).map((text, i) => ({ text, scores: scores[i] ?? [] }));
    }),
  );
  return trials.flat();
}

if (!isMainThread && parentPort) {
  const { group, groups } = workerData as { group: number; groups: number };
  const texts = textsFrom(lessons());
  const isHeld = heldBack(texts, group, groups);
  const others = texts.filter((text) => !isHeld(text));
  const model = opened(fileOf(inSteps(others, learn(others)), []));
  parentPort.postMessage(trialOf(model, texts.filter(isHeld)).map(({ scores }) => scores));
}
