import { existsSync, globSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { buildHandbook } from "../build.ts";
import { lettering } from "../finish/lettering.ts";
import { drawn, type Said } from "../finish/picture.ts";
import { drawnBefore } from "../finish/pictures.ts";
import { typefaces } from "../finish/typefaces.ts";
import { approveDraft, change, copiedPlaybooks, HOSTILE, writeHostileDraft } from "./ledger.ts";

const LONG = "The title of a play whose author could not stop, ".repeat(5).slice(0, 200);
const ARABIC = "محادثة أولى مع مديرة العمليات";
const playbooks = copiedPlaybooks();
const out = realpathSync(mkdtempSync(join(tmpdir(), "handbook-")));
const dist = join(out, "dist");
const page = (path: string) => readFileSync(join(dist, path, "index.html"), "utf8");
const build = () => buildHandbook({ into: dist, playbooks: playbooks.folder });
const tags = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );

beforeAll(async () => {
  // The test runner sets this for its own pages; a build would take it for the handbook's.
  vi.stubEnv("BASE_URL", undefined);
  const { folder } = playbooks;
  change(join(folder, "cadence.config.yaml"), (text) => text.replace(/^handbook: .*/m, "handbook: https://northwind.example/selling/"));
  for (const [id, title] of [
    ["inbound-question", LONG],
    ["lapsed-customer", ARABIC],
  ] as const) {
    change(join(folder, `${id}.playbook.yaml`), (text) => text.replace(/^title: .*/m, `title: ${JSON.stringify(title)}`));
    await approveDraft(folder, id);
  }
  writeHostileDraft(folder);
  await approveDraft(folder, HOSTILE);
  await approveDraft(folder, "first-conversation");
  const wrong = await build();
  if (wrong !== undefined) throw new Error(wrong);
});
afterAll(() => {
  vi.unstubAllEnvs();
  playbooks[Symbol.dispose]();
  rmSync(out, { recursive: true, force: true });
});

test("a play names its own picture by its whole address, every other page the handbook's, and each is there in the size chats show", async () => {
  expect(tags(page("playbooks/first-conversation"))).toMatchObject({
    "og:image": "https://northwind.example/selling/pictures/plays/first-conversation.png",
    "og:image:width": "1200",
    "og:image:height": "630",
    "og:image:alt": expect.stringMatching(/^First conversation with a head of operations: \d+ touches over \d+ business days$/),
    "twitter:card": "summary_large_image",
  });
  for (const path of ["", "principles/no-means-no", "check"])
    expect(tags(page(path))["og:image"]).toBe("https://northwind.example/selling/pictures/handbook.png");
  const pictures = globSync("pictures/**/*.png", { cwd: dist }).sort();
  expect(pictures).toEqual([
    "pictures/handbook.png",
    ...["first-conversation", HOSTILE, "inbound-question", "lapsed-customer"].map((id) => `pictures/plays/${id}.png`),
  ]);
  for (const picture of pictures) {
    const { width, height, format, size = statSync(join(dist, picture)).size } = await sharp(join(dist, picture)).metadata();
    expect([width, height, format]).toEqual([1200, 630, "png"]);
    expect(size).toBeLessThan(100_000);
    if (process.env["LOOK"]) await sharp(join(dist, picture)).toFile(join(process.env["LOOK"], picture.replaceAll("/", "-")));
  }
});

test("what was drawn is kept for the next build, and the next build shows the very same", async () => {
  const file = join(dist, "pictures/plays/first-conversation.png");
  const before = readFileSync(file);
  const kept = globSync("*.png", { cwd: drawnBefore }).map((name) => join(drawnBefore, name));
  const same = kept.filter((one) => readFileSync(one).equals(before));
  expect(same).toHaveLength(1);
  const { birthtimeMs } = statSync(same[0] ?? "");
  expect(await build()).toBeUndefined();
  expect(readFileSync(file)).toEqual(before);
  expect(statSync(same[0] ?? "").birthtimeMs).toBe(birthtimeMs);
  for (const one of same) rmSync(one);
  expect(await build()).toBeUndefined();
  expect(readFileSync(file)).toEqual(before);
});

test("there are none where nobody said where the handbook is, and none where a team wants none", async () => {
  const local = inject("dist");
  expect(tags(readFileSync(join(local, "index.html"), "utf8"))).not.toHaveProperty("og:image");
  expect(existsSync(join(local, "pictures"))).toBe(false);
  vi.stubEnv("CADENCE_PICTURES", "off");
  expect(await build()).toBeUndefined();
  vi.stubEnv("CADENCE_PICTURES", undefined);
  expect(tags(page("playbooks/first-conversation"))).not.toHaveProperty("og:image");
  expect(existsSync(join(dist, "pictures"))).toBe(false);
});

describe("what is drawn", async () => {
  const faces = await typefaces();
  const said: Said = {
    title: "First conversation",
    instead: "Never spoken",
    facts: ["Mid market", "Never spoken", "2 touches over 5 business days"],
    team: "Northwind playbooks",
    moments: [
      { day: 1, away: false },
      { day: 5, away: true },
    ],
  };

  test("is outlines only, whatever somebody wrote", () => {
    const nasty = `</svg><script>alert(1)</script><image href="https://evil.example/x.png"/> & "quoted"`;
    const svg = drawn({ ...said, title: nasty, team: nasty, facts: [nasty] }, faces);
    expect(new Set([...svg.matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name))).toEqual(new Set(["svg", "rect", "g", "circle", "path"]));
    expect(svg).not.toContain("evil");
  });

  test("says the stage where our typefaces lack the title's letters, and never shows empty boxes", async () => {
    expect(drawn({ ...said, title: ARABIC }, faces)).toBe(drawn({ ...said, title: said.instead }, faces));
    const latin = await lettering([{ file: "@fontsource/newsreader/files/newsreader-latin-400-normal.woff2" }]);
    expect([latin.has("Łódź"), faces.serif.has("Łódź, ďábel"), faces.serif.has("日本")]).toEqual([false, true, false]);
    for (const title of ["🌲 First conversation", "🇩🇪 First 👩‍👩‍👧 conversation ☎️"])
      expect(drawn({ ...said, title }, faces)).toBe(drawn(said, faces));
    expect(drawn({ ...said, title: "1️⃣ First" }, faces)).toBe(drawn({ ...said, title: "1 First" }, faces));
    expect(drawn({ ...said, title: "🚀🔥" }, faces)).toBe(drawn({ ...said, title: said.instead }, faces));
  });

  test("draws a line between days, and none where there is one or no day", () => {
    const lines = (moments: Said["moments"]) => drawn({ ...said, moments }, faces).match(/<path d="M[\d.]+ 545H/g) ?? [];
    expect(lines(said.moments)).toHaveLength(1);
    expect(lines([{ day: 1, away: false }])).toEqual([]);
    expect(lines([])).toEqual([]);
  });

  test.each(["Первый разговор: Їжак & Ґанок", "Πρώτη συζήτηση", "Cuộc trò chuyện đầu tiên"])("%s is lettered as it is written", (title) => {
    expect([faces.serif, faces.sans, faces.strong].map((face) => face.has(title))).toEqual([true, true, true]);
    expect(drawn({ ...said, title }, faces)).not.toBe(drawn({ ...said, title: said.instead }, faces));
    // What several files have a part of is as wide as its words, whatever units each file counts in.
    const { width } = faces.serif.outline(title, 92);
    expect(faces.serif.width(title, 92)).toBeCloseTo(width, 3);
    expect(width / title.length).toBeGreaterThan(25);
    expect(width / title.length).toBeLessThan(75);
  });

  test.each([
    ["a long title", LONG],
    ["a Cyrillic one", "Первый разговор с руководителем склада, ".repeat(4)],
    ["a word without end", "unbreakable".repeat(40)],
  ])("%s stays inside", async (_, title) => {
    const { data, info } = await sharp(Buffer.from(drawn({ ...said, title }, faces)))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const paper = [...data.subarray(0, 3)];
    // The margin stays empty on every side but where the line of days ends.
    const strayed = [10, 60, 1140, 1190].filter((x) =>
      Array.from({ length: info.height }, (_, y) => (y * info.width + x) * 3).some((at) =>
        paper.some((value, i) => data[at + i] !== value),
      ),
    );
    expect(strayed).toEqual([]);
  });
});
