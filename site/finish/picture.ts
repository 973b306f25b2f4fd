import { places } from "../src/rhythm.ts";
import { type Lettering, linesOf } from "./lettering.ts";

/** What a picture says. It stands beside a link in a chat, so it is read small and in passing. */
export type Said = {
  readonly title: string;
  /** What takes the title's place where our typefaces lack its letters; a chat writes the title beside the picture anyway. */
  readonly instead: string;
  readonly facts: readonly string[];
  readonly team: string;
  /** The moments of the play: on which day, and whether it is where we step back. */
  readonly moments: readonly { readonly day: number; readonly away: boolean }[];
};

export type Faces = { readonly serif: Lettering; readonly sans: Lettering; readonly strong: Lettering };

/** As wide and high as chats show such pictures. */
const [WIDTH, HEIGHT] = [1200, 630];
const EDGE = 80;
const ROOM = WIDTH - 2 * EDGE;
/** Sizes of a title, the largest first, with the lines it may take. */
const SIZES = [
  [92, 3],
  [74, 4],
  [52, 5],
] as const;
const COLOURS = { paper: "#faf7f1", ink: "#16211d", quiet: "#46534d", line: "#c8bda8", accent: "#0c5a4d" };

/** The picture as SVG. There is no text in it, only outlines, so nothing that somebody wrote can be taken for anything else. */
export function drawn(said: Said, { serif, sans, strong }: Faces): string {
  const title = [without(said.title), said.instead].find((words) => words !== "" && serif.has(words)) ?? "";
  const sized = SIZES.map(([size, most]) => ({ size, most, lines: linesOf(title, serif, size, ROOM, Number.POSITIVE_INFINITY) }));
  const last = SIZES.length - 1;
  const { size, most } = sized.find(({ lines, most }, i) => lines.length <= most || i === last) ?? { size: 52, most: 5 };
  const lines = linesOf(title, serif, size, ROOM, most);
  const facts = said.facts.map(without).filter((fact) => fact !== "" && fact !== title && sans.has(fact));
  const team = without(said.team);
  const leading = Math.round(size * 1.1);
  // The title and what is said under it stand in the middle between the name above and the rhythm below.
  const block = lines.length * leading + (facts.length > 0 ? 68 : 0);
  const top = 130 + Math.max(0, (500 - 130 - block) / 2) + size * 0.8;
  const under = top + (lines.length - 1) * leading + 68;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.paper}"/>`,
    mark(EDGE, 70),
    strong.has(team) ? at(EDGE + 84, 81, strong.outline(linesOf(team, strong, 32, ROOM - 84, 1)[0] ?? "", 32).path, COLOURS.ink) : "",
    ...lines.map((line, i) => at(EDGE, top + i * leading, serif.outline(line, size).path, COLOURS.ink)),
    facts.length > 0
      ? at(EDGE + 2, under, sans.outline(linesOf(facts.join("  ·  "), sans, 32, ROOM, 1)[0] ?? "", 32).path, COLOURS.quiet)
      : "",
    rhythm(said.moments, 545),
    "</svg>",
  ].join("");
}

/** Words without the signs that only a picture of their own could show, such as emoji. */
const without = (words: string): string =>
  words
    .replace(/\p{Extended_Pictographic}\ufe0f|\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Cf}|\ufe0f|\u20e3/gu, "")
    .replace(/\s+/g, " ")
    .trim();

const at = (x: number, y: number, path: string, fill: string) =>
  `<path transform="translate(${Math.round(x)} ${Math.round(y)})" fill="${fill}" d="${path}"/>`;

/** The handbook's mark: four touches whose gaps widen, the last of which steps back. */
const mark = (x: number, y: number) =>
  `<g transform="translate(${x} ${y - 15}) scale(1.4)" fill="${COLOURS.accent}"><circle cx="3.4" cy="11" r="3.4"/><circle cx="11.6" cy="11" r="3.4"/><circle cx="23.2" cy="11" r="3.4"/><circle cx="39.4" cy="11" r="2.6" fill="none" stroke="${COLOURS.accent}" stroke-width="1.7"/></g>`;

function rhythm(moments: Said["moments"], y: number): string {
  const radius = Math.min(15, ROOM / (2.6 * Math.max(1, moments.length)));
  const xs = places(
    moments.map(({ day }) => day),
    (2.4 * radius) / ROOM,
  ).map((place) => EDGE + radius + place * (ROOM - 2 * radius));
  const dots = moments.map(({ away }, i) => {
    const x = Math.round((xs[i] ?? EDGE) * 10) / 10;
    return away
      ? `<circle cx="${x}" cy="${y}" r="${radius - 2}" fill="${COLOURS.paper}" stroke="${COLOURS.accent}" stroke-width="4"/>`
      : `<circle cx="${x}" cy="${y}" r="${radius}"/>`;
  });
  // One day is no line, and where nothing is planned there is none either.
  const line = xs.length > 1 ? `<path d="M${xs[0]} ${y}H${xs.at(-1)}" stroke="${COLOURS.line}" stroke-width="3"/>` : "";
  return `<g fill="${COLOURS.accent}">${line}${dots.join("")}</g>`;
}
