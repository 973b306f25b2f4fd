import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ApprovedPlaybook, timeline } from "@cadence-playbooks/server/core";
import sharp from "sharp";
import { stageNames } from "../src/names.ts";
import { GENERAL, pictureFile } from "../src/pictures.ts";
import { handbookName } from "../src/team.ts";
import { typeset } from "../src/typeset.ts";
import { drawn, type Said } from "./picture.ts";
import { typefaces } from "./typefaces.ts";

/** Pictures drawn before, by what they show. They outlast a build: a thousand of them take a minute, and few change. */
export const drawnBefore = join(import.meta.dirname, "../node_modules/.cache/pictures");
/** Days after which a picture that no build has asked for is forgotten. */
const KEPT = 30;
const AT_ONCE = 4;

/** What the JSON of a play says that its picture shows. */
type Play = Pick<ApprovedPlaybook, "playbook"> & { readonly id: string; readonly title: string; readonly dose: string };

/** Draws the pictures that chats show beside a link: one for each play, and one for every other page. */
export async function drawPictures(dist: string): Promise<void> {
  const faces = await typefaces();
  const team = handbookName();
  const draw = async (said: Said, name: string) => {
    const file = join(dist, pictureFile(name));
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, await png(drawn(said, faces)));
  };
  const plays = globSync("playbooks/*.json", { cwd: dist });
  const next = async (): Promise<void> => {
    for (let file = plays.pop(); file !== undefined; file = plays.pop()) {
      const play = JSON.parse(await readFile(join(dist, file), "utf8")) as Play;
      await draw(saidOf(play, team), play.id);
    }
  };
  await draw(
    { title: team, instead: "Playbooks", facts: ["What just happened?", "Find the play for it"], team: "", moments: ORDINARY },
    GENERAL,
  );
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  await forgetOld();
}

/** A rhythm as plays have it, for the picture that is of none. */
const ORDINARY = [1, 3, 8, 15, 24].map((day) => ({ day, away: day === 24 }));

function saidOf({ title, dose, playbook }: Play, team: string): Said {
  const { segment, stage } = playbook.audience;
  const moments = timeline(playbook.touches);
  return {
    title: typeset(title),
    instead: stageNames[stage],
    facts: [capital(segment?.replaceAll("-", " ") ?? ""), stageNames[stage], dose],
    team,
    moments: moments.map(({ day, touches }) => ({ day, away: touches.some(({ kind }) => kind === "take-away") })),
  };
}

const capital = (words: string) => words.replace(/^./u, (letter) => letter.toUpperCase());

/** An SVG as PNG, from memory where it was drawn before. */
async function png(svg: string): Promise<Uint8Array> {
  const known = join(drawnBefore, `${createHash("sha256").update(sharp.versions.sharp).update(svg).digest("hex")}.png`);
  const before = await readFile(known).catch(() => undefined);
  if (before) {
    await utimes(known, new Date(), new Date()).catch(() => undefined);
    return before;
  }
  const made = await sharp(Buffer.from(svg)).png({ palette: true, colours: 32, effort: 3, dither: 0 }).toBuffer();
  // Written beside and moved, so that another build never reads half of one. Where nothing can be kept, it is drawn anew each time.
  const beside = `${known}.${process.pid}`;
  await mkdir(drawnBefore, { recursive: true })
    .then(() => writeFile(beside, made))
    .then(() => rename(beside, known))
    .catch(() => undefined);
  return made;
}

async function forgetOld(): Promise<void> {
  const oldest = Date.now() - KEPT * 86_400_000;
  for (const name of await readdir(drawnBefore).catch(() => [])) {
    const file = join(drawnBefore, name);
    if (((await stat(file).catch(() => undefined))?.mtimeMs ?? oldest) < oldest) await rm(file, { force: true });
  }
}
