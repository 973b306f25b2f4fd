import { channelNames, outcomeNames, replyNames } from "../spoken.ts";
import type { Moment } from "../timeline.ts";
import type { Drawing, DrawnBranch } from "./drawing.ts";

/** A drawing laid out in a width, in points: where each line, dot and word stands. Whoever shows it brings the colours. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly main: {
    readonly y: number;
    readonly from: number;
    readonly to: number;
    readonly dots: readonly Dot[];
    /** The days that there is room to number. */
    readonly numbers: readonly { readonly x: number; readonly y: number; readonly day: number }[];
  };
  readonly rows: readonly Row[];
  /** The fullest seven days, as a band with its words. */
  readonly week:
    | { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly text: Text }
    | undefined;
};

export type Dot = {
  readonly x: number;
  readonly words: string;
  /** Whether we step back with it. */
  readonly away: boolean;
  readonly moment: Moment;
};

/** A branch, or all that end at once in the same way. */
type Row = {
  readonly branches: readonly DrawnBranch[];
  readonly y: number;
  /** Its lines, as the paths of SVG write them; the open ones are dotted. */
  readonly strokes: readonly { readonly d: string; readonly open: boolean }[];
  readonly dots: readonly Dot[];
  readonly text: { readonly anchor: "start" | "end"; readonly lines: readonly Text[] };
};

type Text = { readonly x: number; readonly y: number; readonly words: string };

const EDGE = 14;
const MAIN = 62;
/** Below the text of a row its line, and above it the row before; each line of text takes `LINE`. */
const ROW = 30;
const LINE = 15;
/** The least room between two numbers, and about what a letter takes. */
const NUMBER = 20;
const LETTER = 6.4;

/** Lays a drawing out in a width. */
export function pictureOf(drawing: Drawing, width: number): Picture {
  const x = (day: number) => Math.round(10 * (EDGE + ((day - 1) / Math.max(1, drawing.lastDay - 1)) * (width - 2 * EDGE))) / 10;
  let bottom = MAIN + 10;
  const rows = rowsOf(drawing).map((row): Row => {
    const [from, to] = [x(row.from), x(row.to)];
    const start = from + (row.resumes ? 26 : 16);
    const right = start > width / 2;
    const lines = wrapped(row.words, Math.floor((right ? from : width - start) / LETTER));
    const top = bottom + ROW;
    const y = top + LINE * (lines.length - 1) + 9;
    const end = Math.min(width - 2, Math.max(to, from + 14));
    bottom = y;
    return {
      branches: row.branches,
      y,
      strokes: strokesOf(row, { from, end, y, width }),
      dots: row.dots.map(({ day, words, moment }) => dotAt(x(day), words, moment)),
      text: {
        anchor: right ? "end" : "start",
        lines: lines.map((words, i) => ({ x: right ? from - 8 : start, y: top + LINE * i, words })),
      },
    };
  });
  const numbered: number[] = [];
  for (const { day } of drawing.main) if (numbered.every((one) => x(day) - x(one) >= NUMBER)) numbered.push(day);
  return {
    width,
    height: bottom + 18,
    main: {
      y: MAIN,
      from: x(1),
      to: x(drawing.main.at(-1)?.day ?? 1),
      dots: drawing.main.map((moment) => dotAt(x(moment.day), `Day ${moment.day}: ${channelsOf(moment)}`, moment)),
      numbers: numbered.map((day) => ({ x: x(day), y: MAIN - 24, day })),
    },
    rows,
    week: drawing.densest && weekAt(drawing.densest, x, width),
  };
}

/** A drawing in sentences, for whoever does not see it. */
export function drawingTold(drawing: Drawing): string {
  const { main, densest } = drawing;
  return [
    ...main.map((moment) => `Day ${moment.day}: ${channelsOf(moment)}.`),
    ...rowsOf(drawing).map(({ words }) => `${words}.`),
    ...(densest ? [`The fullest seven days are ${densest.from} to ${densest.to}, with ${densest.moments} touches.`] : []),
  ].join(" ");
}

/** The channels of a moment in words: “Call and Email”. */
const channelsOf = ({ touches }: Moment): string => touches.map(({ channel }) => channelNames[channel]).join(" and ");

/** A branch in words: what they answer, and how it ends. */
export const branchTold = ({ reply, outcome }: Pick<DrawnBranch, "reply" | "outcome">): string =>
  `${replyNames[reply]}: ${lower(outcomeNames[outcome])}`;

type Told = {
  readonly branches: readonly DrawnBranch[];
  readonly words: string;
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
  readonly resumes: boolean;
  readonly dots: readonly { readonly day: number; readonly words: string; readonly moment: Moment }[];
};

/**
 * Branches that send something or wait for a while get a line of their own, and so does silence, which only follows the last
 * touch; those that end at once share one for each way to end.
 */
function rowsOf({ branches }: Drawing): readonly Told[] {
  const own = branches.filter(({ reply, moments, ends, leaves }) => reply === "silence" || moments.length > 0 || ends !== leaves);
  const atOnce = Map.groupBy(
    branches.filter((branch) => !own.includes(branch)),
    ({ outcome }) => outcome,
  );
  return [
    ...own.map((branch) => ({
      branches: [branch],
      words: branchTold(branch),
      from: branch.leaves,
      to: Math.max(branch.ends ?? 0, branch.moments.at(-1)?.day ?? branch.leaves),
      open: branch.ends === undefined,
      resumes: branch.resumes,
      dots: branch.moments.map(({ day, moment }) => ({
        day,
        words: `Day ${day - branch.leaves} after: ${channelsOf(moment)}`,
        moment,
      })),
    })),
    ...[...atOnce].map(([outcome, those]) => ({
      branches: those,
      words: `${outcomeNames[outcome]}: ${those.map(({ reply }) => lower(replyNames[reply])).join(", ")}`,
      from: 1,
      to: 1,
      open: false,
      resumes: false,
      dots: [],
    })),
  ];
}

function strokesOf({ open, resumes }: Told, { from, end, y, width }: Record<"from" | "end" | "y" | "width", number>): Row["strokes"] {
  const way = end < from + 8 ? `M${from} ${MAIN} V${y} H${end}` : `M${from} ${MAIN} V${y - 8} Q${from} ${y} ${from + 8} ${y} H${end}`;
  return [
    { d: way, open: false },
    ...(open ? [{ d: `M${end} ${y} H${Math.min(width - 2, end + 26)}`, open: true }] : []),
    ...(resumes ? [{ d: `M${end} ${y} v-9 m-4 5 l4 -5 l4 5`, open: false }] : []),
    ...(open || resumes ? [] : [{ d: `M${end} ${y - 5} v10`, open: false }]),
  ];
}

const dotAt = (x: number, words: string, moment: Moment): Dot => ({
  x,
  words,
  away: moment.touches.some(({ kind }) => kind === "take-away"),
  moment,
});

function weekAt({ from, to, moments }: NonNullable<Drawing["densest"]>, x: (day: number) => number, width: number): Picture["week"] {
  const left = x(from) - 9;
  return {
    x: left,
    y: MAIN - 18,
    width: Math.min(width, x(to)) - x(from) + 18,
    height: 36,
    text: { x: Math.min(left, width - 25 * LETTER), y: 18, words: `Fullest seven days: ${moments} touches` },
  };
}

const lower = (words: string) => words.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());

/** Words in lines of so many letters at most. */
function wrapped(words: string, most: number): readonly string[] {
  const lines = [""];
  for (const word of words.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length > most && lines.at(-1)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
