import { parseDocument } from "yaml";
import { CAREFUL, check, explore, type Playbook, REPLIES } from "../core/index.ts";

const ROUNDS = 200;
const WARM_UP = 100;

/**
 * What it takes to follow every run of a playbook: fifteen touches and ten branches of five, beside the parsing of the same
 * text, and beside telling runs one by one, which is what there is instead. Then how the work grows with touches × replies.
 */
const CHANNELS = ["email", "call", "linkedin", "sms"];
const touch = (id: string, day: number, indent: string) => `${indent}- { id: ${id}, day: ${day}, channel: ${CHANNELS[day % 4]} }\n`;

/** A cadence with a touch every third business day. Only an absence, and the replies of persons that are named, lead back to the main line. */
function written(touches: number, branches: number, each: number, back: readonly string[] = []): string {
  const main = Array.from({ length: touches }, (_, i) => touch(`main-${i}`, Math.min(730, 1 + 3 * i), "  ")).join("");
  const replies = REPLIES.slice(0, branches).map((reply) => {
    const own = Array.from({ length: each }, (_, k) => touch(`${reply}-${k}`, 3 * k + 1, "      ")).join("");
    return `  ${reply}:\n${each > 0 ? `    touches:\n${own}` : ""}    then: ${reply === "out-of-office" || back.includes(reply) ? "resume" : "stop"}\n`;
  });
  return `touches:\n${main}replies:\n${replies.join("")}`;
}

const read = (text: string): Playbook => {
  const { playbook } = check(text);
  if (!playbook) throw new Error("The playbook of the bench cannot be read.");
  return playbook;
};

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The median milliseconds of some rivals, each in turn so that a busy machine is unfair to none. */
function race(rivals: Readonly<Record<string, () => unknown>>, rounds = ROUNDS, warmUp = WARM_UP): Readonly<Record<string, number>> {
  const times = new Map(Object.keys(rivals).map((name) => [name, [] as number[]]));
  for (let round = 0; round < warmUp + rounds; round++)
    for (const [name, run] of Object.entries(rivals)) {
      const start = performance.now();
      run();
      if (round >= warmUp) times.get(name)?.push(performance.now() - start);
    }
  return Object.fromEntries([...times].map(([name, values]) => [name, median(values)]));
}

/** Follows runs one by one, remembering nothing, as far as so many events; answers with how many it met. Every reply comes after every touch. */
function oneByOne(playbook: Playbook, mostEvents: number): number {
  const lines = Object.entries(playbook.replies).map(([, handling]) => (typeof handling === "object" ? handling.touches.length : 0));
  let runs = 0;
  const follow = (events: number, left: number, main: number): void => {
    runs++;
    if (events === mostEvents) return;
    if (left > 0) follow(events + 1, left - 1, main);
    else if (main > 0) follow(events + 1, 0, main - 1);
    if (events > 0) for (const branch of lines) follow(events + 1, branch, main);
  };
  follow(0, 0, playbook.touches.length);
  return runs;
}

const text = written(15, 10, 5);
const playbook = read(text);
const tangled = read(written(15, 10, 5, ["wrong-person"]));
const { situations } = explore(playbook, CAREFUL);
const times = race({
  "every run": () => explore(playbook, CAREFUL),
  "parsing alone": () => parseDocument(text),
});
const [tangledTime = Number.NaN] = Object.values(race({ it: () => explore(tangled, CAREFUL) }, 20, 5));
const oneByOneTime = race({ "one by one": () => oneByOne(playbook, 6) }, 5, 1)["one by one"] ?? Number.NaN;
console.log(`15 touches and 10 branches of 5 (${situations} situations), ${ROUNDS} rounds each:`);
for (const [name, time] of Object.entries(times))
  console.log(`  ${name.padEnd(32)} median ${time.toFixed(2)} ms   × ${(time / (times["parsing alone"] ?? 1)).toFixed(2)} of parsing`);
console.log(
  `  ${"one by one, to 6 events only".padEnd(32)} median ${oneByOneTime.toFixed(2)} ms   ${oneByOne(playbook, 6).toLocaleString("en")} runs, of the first six events alone`,
);

console.log(
  `  ${"where a person’s reply leads back".padEnd(32)} median ${tangledTime.toFixed(2)} ms   ${explore(tangled, CAREFUL).situations} situations`,
);

console.log("\nHow it grows with touches × replies, branches of 2:");
for (const [touches, branches] of [
  [10, 10],
  [25, 10],
  [50, 10],
  [100, 10],
  [200, 5],
  [200, 10],
] as const) {
  const larger = read(written(touches, branches, 2));
  const found = explore(larger, CAREFUL);
  const time = race({ it: () => explore(larger, CAREFUL) }, 20, 10)["it"] ?? Number.NaN;
  const each = (1000 * time) / (touches * branches);
  console.log(
    `  ${String(touches).padStart(3)} × ${String(branches).padStart(2)}   median ${time.toFixed(2).padStart(7)} ms   ${each.toFixed(2).padStart(6)} µs for each touch × reply   ${found.situations} situations${found.complete ? "" : ", not all"}`,
  );
}
