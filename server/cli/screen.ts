import { once } from "node:events";
import { styleText } from "node:util";
import { wrapAnsi } from "fast-wrap-ansi";
import type { Severity } from "../core/index.ts";
import { remembered } from "../core/small.ts";
import { harmless } from "./harmless.ts";

/** What a stretch of text is, from which its colour follows. */
export type Role = Severity | "good" | "strong" | "quiet" | "place";

/** A terminal, or a file or program in its place. */
export type Screen = {
  /** Cells in a line. */
  readonly width: number;
  print(...lines: readonly string[]): void;
  /** Prints what comes in pieces, and then the end of its last line. Nothing where all pieces are empty. Never far ahead of who reads. */
  pour(pieces: Iterable<string>): Promise<void>;
  /** Resolves once whoever reads has taken what was printed, or is not far behind: what nobody has taken yet is kept in memory. */
  taken(): Promise<void>;
  /** The text in the colours of its role, where colours are wanted: NO_COLOR, FORCE_COLOR and the terminal decide. */
  paint(role: Role, text: string): string;
  /** Words as lines that leave some cells of the screen free. Harmless, whatever the words hold. */
  wrap(words: string, taken: number): readonly string[];
};

/** Letters that are written in one go: as many as a pipe takes at once. */
const AT_ONCE = 65_536;
const NARROWEST = 30;
const USUAL = 80;
/** Less than this is no width that anybody means. */
const LEAST_ASKED = 20;
/** Longer lines of prose are hard to read, however wide the window is. */
const WIDEST_PROSE = 100;

const styles: Readonly<Record<Role, Parameters<typeof styleText>[0]>> = {
  error: ["bold", "red"],
  warning: ["bold", "yellow"],
  info: ["bold", "blue"],
  hint: "bold",
  good: ["bold", "green"],
  strong: "bold",
  quiet: "dim",
  place: "cyan",
};

/** Cells in a line of a stream: what COLUMNS asks for, else what the terminal has, else the usual. */
export function widthOf(stream: NodeJS.WriteStream): number {
  const asked = /^\d{1,5}$/.test(process.env.COLUMNS ?? "") ? Number(process.env.COLUMNS) : 0;
  return asked >= LEAST_ASKED ? asked : stream.columns || USUAL;
}

/** A screen on one of this process's streams. */
export function screenOn(stream: NodeJS.WriteStream): Screen {
  const width = Math.max(NARROWEST, widthOf(stream));
  // Asked once: thousands of findings are painted many times each.
  const isPlain = styleText("bold", "a", { stream }) === "a";
  const paint = (role: Role, text: string) => (isPlain || text === "" ? text : styleText(styles[role], text, { stream }));
  /** By the cells there are for them: what a rule says why, and what to do, is said of each of its findings. */
  const wrapped = new Map<number, (words: string) => readonly string[]>();
  const wrapperFor = (room: number) => remembered((words) => wrapAnsi(harmless(words), room, { hard: true }).split("\n"));
  const taken = async () => {
    if (stream.writableNeedDrain) await once(stream, "drain");
  };
  return {
    width,
    paint,
    taken,
    print: (...lines) => void stream.write(`${lines.join("\n")}\n`),
    async pour(pieces) {
      let any = false;
      let waiting = "";
      for (const piece of pieces) {
        any ||= piece !== "";
        waiting += piece;
        if (waiting.length < AT_ONCE) continue;
        stream.write(waiting);
        waiting = "";
        await taken();
      }
      if (any) stream.write(`${waiting}\n`);
    },
    wrap(words, taken) {
      const room = Math.max(NARROWEST / 2, Math.min(width, WIDEST_PROSE) - taken);
      const wrapper = wrapped.get(room) ?? wrapperFor(room);
      wrapped.set(room, wrapper);
      return wrapper(words);
    },
  };
}
