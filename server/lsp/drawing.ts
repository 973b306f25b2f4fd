import {
  branchesOf,
  branchTold,
  channelNames,
  type Dot,
  drawingOf,
  drawingTold,
  locate,
  type Moment,
  type Path,
  type Picture,
  type Playbook,
  pathOf,
  pictureOf,
  type Range,
  type Report,
  rangeOf,
  type Source,
  symbolParts,
  type Touch,
  timeline,
} from "../core/index.ts";
import { gapWords } from "./inlay-hints.ts";

/** What an editor shows beside a playbook: its timeline, and every path drawn. */
export type Preview = {
  readonly version: number;
  readonly title: string;
  /** Undefined where nothing is sent or nothing can be read. */
  readonly drawn: Drawn | undefined;
  /** Why nothing can be read, and where. */
  readonly unread: { readonly words: string; readonly range: Range } | undefined;
};

type Drawn = {
  /** All of it in sentences. */
  readonly told: string;
  readonly pictures: readonly Shown[];
  readonly line: readonly Stop[];
  readonly branches: readonly { readonly words: string; readonly range: Range; readonly stops: readonly Stop[] }[];
};

/** One day on which they hear from us. */
type Stop = { readonly day: string; readonly gap: string; readonly touches: readonly Written[] };
type Written = {
  readonly id: string;
  readonly channel: string;
  readonly reason: string;
  /** Whether we step back with it. */
  readonly away: boolean;
  /** Where it begins. */
  readonly range: Range;
  /** All of it. */
  readonly whole: Range;
};

/** A picture whose dots and rows say where they are written. */
type Shown = Omit<Picture, "main" | "rows"> & {
  readonly main: Omit<Picture["main"], "dots"> & { readonly dots: readonly Placed[] };
  readonly rows: readonly (Pick<Picture["rows"][number], "y" | "strokes" | "text"> & {
    readonly dots: readonly Placed[];
    readonly range: Range;
  })[];
};
type Placed = Omit<Dot, "moment"> & { readonly range: Range };

/** The handbook's widths: beside a wide editor, and beside a narrow one. */
const WIDTHS = [720, 340];

/** What there is to show of a playbook beside its text. */
export function previewOf({ playbook, source, findings }: Report, version: number): Preview {
  const [first] = findings;
  return {
    version,
    title: playbook?.title ?? "",
    drawn: playbook && drawn(playbook, source),
    unread: playbook || !first ? undefined : { words: `${first.what} ${first.todo}`, range: first.range },
  };
}

function drawn(playbook: Playbook, source: Source): Drawn | undefined {
  const drawing = drawingOf(playbook);
  if (!drawing) return undefined;
  const onKey = (path: Path) => rangeOf(source.lines, locate(source, { path, on: "key" }));
  const placed = ({ x, words, away, moment: { touches } }: Dot): Placed => ({ x, words, away, range: startOf(touches[0]) });
  const startOf = (touch: Touch) => rangeOf(source.lines, locate(source, { path: [...pathOf(touch), "id"] }));
  const written = (touch: Touch): Written => ({
    id: touch.id,
    channel: channelNames[touch.channel],
    reason: touch.reason ?? "",
    away: touch.kind === "take-away",
    range: startOf(touch),
    whole: wholeOf(source, pathOf(touch)) ?? startOf(touch),
  });
  const stops = (moments: readonly Moment[], reply?: string): readonly Stop[] =>
    moments.map(({ day, touches }, i) => ({
      day: reply === undefined ? `Day ${day}` : "",
      gap: gapWords(day, moments[i - 1]?.day, reply),
      touches: touches.map(written),
    }));
  return {
    told: drawingTold(drawing),
    pictures: WIDTHS.map((width) => {
      const { main, rows, ...rest } = pictureOf(drawing, width);
      return {
        ...rest,
        main: { ...main, dots: main.dots.map(placed) },
        rows: rows.map(({ y, strokes, text, dots, branches: [branch] }) => ({
          ...{ y, strokes, text },
          dots: dots.map(placed),
          range: onKey(["replies", branch?.reply ?? ""]),
        })),
      };
    }),
    line: stops(drawing.main),
    branches: branchesOf(playbook).map((branch) => ({
      words: branchTold(branch),
      range: onKey(["replies", branch.reply]),
      stops: stops(timeline(branch.touches), branch.reply),
    })),
  };
}

function wholeOf(source: Source, path: Path): Range | undefined {
  const part = symbolParts(source, path.slice(0, -1)).find(({ key }) => key === path.at(-1));
  return part && rangeOf(source.lines, part.span);
}
