import { wrapAnsi } from "fast-wrap-ansi";

/** Cells that words beside a name need at least; with fewer they begin below it. */
const ROOM_BESIDE = 16;
/** How far such words stand in. */
const BELOW = 6;

/**
 * The text of a help in lines of some width. What is longer goes on below where its words begin. Examples stay on one line, however
 * long, so that they can be copied.
 */
export function fitted(help: string, width: number): string {
  let example = false;
  return help
    .split("\n")
    .flatMap((line) => {
      if (/^\S/.test(line) || line === "") example = /^Examples?:/.test(line);
      return example || line.length <= width ? [line] : wrapped(line, width);
    })
    .join("\n");
}

/** One long line, in several: a name and what is said of it, or plain words. */
function wrapped(line: string, width: number): readonly string[] {
  const [all = "", indent = "", name = "", gap = ""] = /^(\s*)(?:(\S+(?: \S+)*)( {2,}))?/.exec(line) ?? [];
  const words = line.slice(all.length);
  const beside = name !== "" && width - all.length >= ROOM_BESIDE;
  if (name === "" || beside) {
    const margin = " ".repeat(name === "" ? indent.length : all.length);
    const first = name === "" ? indent : `${indent}${name}${gap}`;
    return cut(words, width - margin.length).map((part, i) => `${i === 0 ? first : margin}${part}`);
  }
  const margin = " ".repeat(BELOW);
  return [
    ...cut(name, width - indent.length).map((part) => `${indent}${part}`),
    ...cut(words, width - BELOW).map((part) => `${margin}${part}`),
  ];
}

const cut = (words: string, room: number): readonly string[] => wrapAnsi(words, Math.max(1, room), { hard: true }).split("\n");
