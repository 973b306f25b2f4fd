import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

/**
 * Cuts the two typefaces down to what an English page needs, so that a play opens quickly on a phone: `npm run fonts`. Every other
 * letter is still there, in the whole file, which a browser fetches when a page has one. The ranges stand in `src/styles/fonts.css`.
 */

/** Printable ASCII, and the signs of typeset English. */
const CORE = `${Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).join("")}\u00a0\u202f·×‘’“”–—•…`;

/** What a browser does of its own accord, and figures of one width. Small capitals, fractions and other numerals nobody asks for. */
const FEATURES = ["calt", "ccmp", "clig", "kern", "liga", "lnum", "locl", "mark", "mkmk", "rlig", "tnum"];

/** What is read is set between plain and bold. */
const WEIGHTS = { wght: { min: 400, max: 700 } };

/** The screens of today draw letters as they are, without instructions for coarse ones. */
const cut = async (from: string, name: string, variationAxes?: typeof WEIGHTS) => {
  const whole = await readFile(fileURLToPath(import.meta.resolve(from)));
  const core = await subsetFont(whole, CORE, { targetFormat: "woff2", keepFeatures: FEATURES, noHinting: true, variationAxes });
  await writeFile(new URL(`src/fonts/${name}.woff2`, import.meta.url), core);
  console.log(`${name}: ${whole.length} bytes, now ${core.length}`);
};

await cut("@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2", "figtree-core", WEIGHTS);
await cut("@fontsource/newsreader/files/newsreader-latin-400-normal.woff2", "newsreader-core");
