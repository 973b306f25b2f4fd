import { type FaceFile, lettering } from "./lettering.ts";
import type { Faces } from "./picture.ts";

/**
 * The handbook's typefaces, as pictures are lettered with: ours first, and Source Serif and Source Sans, which stand well beside
 * them, for the letters that ours lack. Together they have every letter of the Latin, Greek and Cyrillic scripts, the Vietnamese
 * ones included. Scripts beyond those are left to the chat, which writes the title beside the picture in typefaces of its own:
 * Chinese alone would be a hundred files, and what runs from right to left is more than lettering.
 */
export async function typefaces(): Promise<Faces> {
  const figtree = (weight: number) => files("@fontsource-variable/figtree", "figtree", "wght-normal", ["latin", "latin-ext"], weight);
  const sourceSerif = files("@fontsource-variable/source-serif-4", "source-serif-4", "wght-normal", BEYOND, 360);
  const sourceSans = (weight: number) => files("@fontsource-variable/source-sans-3", "source-sans-3", "wght-normal", BEYOND_SANS, weight);
  const [serif, sans, strong] = await Promise.all([
    lettering([...files("@fontsource/newsreader", "newsreader", "400-normal", ["latin", "latin-ext"]), ...sourceSerif]),
    lettering([...figtree(450), ...sourceSans(450)]),
    lettering([...figtree(650), ...sourceSans(640)]),
  ]);
  return { serif, sans, strong };
}

const BEYOND = ["vietnamese", "greek", "cyrillic", "cyrillic-ext", "latin-ext"];
const BEYOND_SANS = [...BEYOND, "greek-ext"];

const files = (from: string, name: string, kind: string, parts: readonly string[], weight?: number): readonly FaceFile[] =>
  parts.map((part) => ({ file: `${from}/files/${name}-${part}-${kind}.woff2`, ...(weight === undefined ? {} : { weight }) }));
