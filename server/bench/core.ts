import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseDocument } from "yaml";
import { check, checkMessage } from "../core/index.ts";

const ROUNDS = 400;
const WARM_UP = 150;

/**
 * What the core takes, without editor or pipe: all rules over a real playbook of about 200 lines, beside its parsing alone; and a
 * message of 150 words, beside splitting it into words. In turns, so that a busy machine is unfair to neither. No text comes
 * twice, so that nothing is remembered from the round before.
 */
const playbook = await readFile(path.join(import.meta.dirname, "../../playbooks/first-conversation.playbook.yaml"), "utf8");

const MESSAGE = `Hi {{first-name}},

When we visited your warehouse in Leeds last spring, the team showed us how the night shift picks small parts by hand, and how two in five returns came from look-alike labels. Since then three sites of your size have changed the labels on one aisle only, and counted for a month. Returns from that aisle went down by a third at two of them; at the third nothing changed, because the labels were never the trouble there.

I put their numbers on one page, with the floor plan and what it cost. It takes four minutes to read, and there is nothing to sign up for. If labels are not what you are working on this quarter, tell me and I will leave it there. If they are, I could walk your shift lead through the page on the phone, whenever a morning suits, and you would have the count for your own aisle a month later. Thank you for the tour.

Maren`;

const differently = (round: number, text: string, words: string) => text.replace(words, `${words} ${round.toString(36)}x`);

const contests = {
  [`All rules over ${playbook.split("\n").length} lines`]: {
    ours: (round: number) => check(differently(round, playbook, "Two in five were look-alike"), { today: "2026-11-20" }),
    "parsing alone": (round: number) => parseDocument(differently(round, playbook, "Two in five were look-alike")),
  },
  [`A message of ${MESSAGE.split(/\s+/).length} words`]: {
    ours: (round: number) => checkMessage(differently(round, MESSAGE, "night shift")),
    "splitting into words": (round: number) => [
      ...new Intl.Segmenter("en", { granularity: "word" }).segment(differently(round, MESSAGE, "night shift")),
    ],
  },
};

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

for (const [name, rivals] of Object.entries(contests)) {
  const times = Object.fromEntries(Object.keys(rivals).map((rival) => [rival, [] as number[]]));
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const [rival, run] of Object.entries(rivals)) {
      const start = performance.now();
      run(round);
      if (round >= WARM_UP) times[rival]?.push(performance.now() - start);
    }
  }
  const base = median(Object.values(times).at(-1) ?? []);
  console.log(`${name}, ${ROUNDS} rounds each:`);
  for (const [rival, values] of Object.entries(times))
    console.log(`  ${rival.padEnd(22)} median ${median(values).toFixed(2)} ms   × ${(median(values) / base).toFixed(2)}`);
}
