/** What the server answers to `cadence/drawing`; see server/lsp/drawing.ts. And what the panel and its page say to each other. */

type Position = { readonly line: number; readonly character: number };
export type Range = { readonly start: Position; readonly end: Position };

export type Preview = {
  readonly version: number;
  readonly title: string;
  readonly drawn?: Drawn;
  readonly unread?: { readonly words: string; readonly range: Range };
};

export type Drawn = {
  readonly told: string;
  readonly pictures: readonly Picture[];
  readonly line: readonly Stop[];
  readonly branches: readonly Branch[];
};

export type Stop = { readonly day: string; readonly gap: string; readonly touches: readonly Touch[] };
export type Branch = { readonly words: string; readonly range: Range; readonly stops: readonly Stop[] };
export type Touch = {
  readonly id: string;
  readonly channel: string;
  readonly reason: string;
  readonly away: boolean;
  readonly range: Range;
  readonly whole: Range;
};

export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly main: {
    readonly y: number;
    readonly from: number;
    readonly to: number;
    readonly dots: readonly Dot[];
    readonly numbers: readonly { readonly x: number; readonly y: number; readonly day: number }[];
  };
  readonly rows: readonly Row[];
  readonly week?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly text: Text };
};
type Row = {
  readonly y: number;
  readonly strokes: readonly { readonly d: string; readonly open: boolean }[];
  readonly text: { readonly anchor: string; readonly lines: readonly Text[] };
  readonly dots: readonly Dot[];
  readonly range: Range;
};
export type Dot = { readonly x: number; readonly words: string; readonly away: boolean; readonly range: Range };
type Text = { readonly x: number; readonly y: number; readonly words: string };

/** To the page: what to show, or on which line the cursor is. */
export type Told =
  | { readonly kind: "preview"; readonly uri: string; readonly name: string; readonly preview: Preview }
  | { readonly kind: "cursor"; readonly uri: string; readonly line: number };

/** From the page: it is there and wants to be told, or a person wants to go to a place. */
export type Said = { readonly kind: "ready" } | { readonly kind: "go"; readonly uri: string; readonly range: Range };
