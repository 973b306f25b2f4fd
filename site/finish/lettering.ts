import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Blob, Buffer, Face, Font, shape } from "harfbuzzjs";
import subsetFont from "subset-font";

/** Words as an outline that needs no typeface any more, with its width. The baseline of the first line is at 0. */
type Outline = { readonly path: string; readonly width: number };

/** A typeface of the handbook, drawn by ourselves so that a picture is the same on every computer. */
export type Lettering = {
  /** Whether it has every letter of some words. */
  has(words: string): boolean;
  width(words: string, size: number): number;
  outline(words: string, size: number): Outline;
};

/** Where a letter stands, in the units of its own file. */
type Glyph = { readonly font: Font; readonly id: number; readonly advance: number; readonly x: number; readonly y: number };

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Between words, which are drawn one by one and remembered. */
const WORDS = /(?<= )/;

/** A file of a typeface. A file with many weights is opened at one. */
export type FaceFile = { readonly file: string; readonly weight?: number };

/** A typeface from its files, each with the letters that the ones before it lack. */
export async function lettering(files: readonly FaceFile[]): Promise<Lettering> {
  const fonts = await Promise.all(files.map(openFont));
  const holders = new Map<string, Font | undefined>();
  /** The first typeface file that has all of one letter with its accents. */
  const holderOf = (letter: string) => {
    if (!holders.has(letter))
      holders.set(
        letter,
        fonts.find((font) => shaped(letter, font).every(({ id }) => id !== 0)),
      );
    return holders.get(letter);
  };
  const known = new Map<string, readonly Glyph[] | undefined>();
  /** A word in its glyphs, each run of it from one file. Undefined where a letter is in none. */
  const glyphsOf = (word: string): readonly Glyph[] | undefined => {
    const runs: { font: Font; text: string }[] = [];
    for (const { segment } of letters.segment(word.normalize("NFC"))) {
      const font = holderOf(segment);
      if (!font) return undefined;
      const last = runs.at(-1);
      if (last?.font === font) last.text += segment;
      else runs.push({ font, text: segment });
    }
    return runs.flatMap(({ font, text }) => shaped(text, font));
  };
  const glyphs = (word: string) => {
    if (!known.has(word)) known.set(word, glyphsOf(word));
    return known.get(word);
  };
  const all = (words: string) => words.split(WORDS).flatMap((word) => glyphs(word) ?? []);
  const width = (words: string, size: number) => all(words).reduce((sum, { font, advance }) => sum + (advance * size) / font.face.upem, 0);
  return {
    has: (words) => words.split(WORDS).every((word) => glyphs(word) !== undefined),
    width,
    outline(words, size) {
      let x = 0;
      const drawn = all(words).map(({ font, id, advance, x: right, y: up }) => {
        const scale = size / font.face.upem;
        const path = placed(font.glyphToPath(id), scale, x / scale + right, up);
        x += advance * scale;
        return path;
      });
      return { path: drawn.join(""), width: x };
    },
  };
}

/** Opens a web font: unpacked, and at one weight where it has many. */
async function openFont({ file, weight }: FaceFile): Promise<Font> {
  const packed = await readFile(fileURLToPath(import.meta.resolve(file)));
  const axes = weight === undefined ? {} : { variationAxes: { wght: weight } };
  const bytes = await subsetFont(packed, undefined, { targetFormat: "sfnt", keepAllGlyphs: true, ...axes });
  return new Font(new Face(new Blob(Uint8Array.from(bytes).buffer)));
}

function shaped(words: string, font: Font): readonly Glyph[] {
  const buffer = new Buffer();
  buffer.addText(words);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint: id }, i) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
    return { font, id, advance: xAdvance, x: xOffset, y: yOffset };
  });
}

/** The outline of a letter where it stands. Typefaces measure upwards and pictures downwards. */
function placed(path: string, scale: number, x: number, y: number): string {
  let across = true;
  return path.replace(/[A-Za-z]|-?\d+(?:\.\d+)?/g, (part) => {
    if (/[A-Za-z]/.test(part)) {
      across = true;
      return part;
    }
    const at = across ? (Number(part) + x) * scale : -(Number(part) + y) * scale;
    across = !across;
    return ` ${Math.round(at * 100) / 100}`;
  });
}

/** Words in lines of a width; a word that is wider than that is cut where it must be. What has no room is left out, and that is shown. */
export function linesOf(words: string, face: Lettering, size: number, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  const put = (piece: string, between: string) => {
    const longer = line === "" ? piece : `${line}${between}${piece}`;
    if (face.width(longer, size) <= width) line = longer;
    else if (line !== "") {
      lines.push(line);
      line = "";
      put(piece, "");
    } else {
      let fits = piece.length;
      while (fits > 1 && face.width(piece.slice(0, fits), size) > width) fits--;
      lines.push(piece.slice(0, fits));
      if (fits < piece.length) put(piece.slice(fits), "");
    }
  };
  for (const word of words.trim().split(/\s+/)) put(word, " ");
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? "";
  while (last.length > 1 && face.width(`${last}…`, size) > width) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}
