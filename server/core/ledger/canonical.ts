/*
 * The one way a record is written. It is YAML that every reader of YAML, old or new, reads alike: maps and lists in blocks,
 * two spaces a level, every text in double quotes on one line, whole numbers bare, nothing empty, no comment but the first line.
 * A record counts only when writing what was read gives the same bytes, so that no byte of it can mean anything else to anybody.
 */

type Tree = string | number | { readonly [key: string]: Tree | undefined } | readonly Tree[];

/** Writes a record: a line that says what it is, and its fields in the order they come. Fields that are undefined or empty are left out. */
export const writeCanonical = (heading: string, value: { readonly [key: string]: Tree | undefined }): string =>
  `# ${heading}\n${mapLines(value, "").join("\n")}\n`;

/** What a record says. Undefined when it is not written exactly as `writeCanonical` writes. */
export function readCanonical(heading: string, text: string): { readonly [key: string]: unknown } | undefined {
  if (!text.startsWith(`# ${heading}\n`)) return undefined;
  const lines = text.slice(heading.length + "# \n".length, -1).split("\n");
  try {
    const [value, end] = mapAt(lines, 0, "");
    return end === lines.length && writeCanonical(heading, value as { [key: string]: Tree }) === text ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function mapLines(map: { readonly [key: string]: Tree | undefined }, indent: string): string[] {
  return Object.entries(map).flatMap(([key, value]) => {
    const name = `${indent}${BARE.test(key) && !WORDS_OF_YAML.has(key) ? key : quoted(key)}:`;
    if (value === undefined || isEmpty(value)) return [];
    if (typeof value !== "object") return [`${name} ${scalar(value)}`];
    return [name, ...(Array.isArray(value) ? listLines(value, `${indent}  `) : mapLines(value as { [key: string]: Tree }, `${indent}  `))];
  });
}

const listLines = (list: readonly Tree[], indent: string): string[] =>
  list.flatMap((item) => {
    if (typeof item !== "object") return [`${indent}- ${scalar(item)}`];
    const [first = "", ...others] = mapLines(item as { [key: string]: Tree }, `${indent}  `);
    return [`${indent}- ${first.trimStart()}`, ...others];
  });

const isEmpty = (value: Tree): boolean => typeof value === "object" && Object.values(value).every((one) => one === undefined);

/** Keys that YAML reads as text without quotes, in its old version too. */
const BARE = /^[a-z]+(?:-[a-z]+)*$/;
const WORDS_OF_YAML = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null"]);

const scalar = (value: string | number): string => (typeof value === "string" ? quoted(value) : String(value));

/** Signs that nobody sees, that turn the direction of reading, or that an older YAML takes for the end of a line. */
const UNSEEN =
  /[\u007f-\u00a0\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]/gu;

/** A text in double quotes as JSON writes it, and so that nothing in it is hidden. */
const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : escaped(text));

/** Texts that need no escape: nearly all of them, so nearly all are spared the slow way. */
const PLAIN = /^[ !#-[\]-~]*$/;

const escaped = (text: string): string =>
  JSON.stringify(text).replace(UNSEEN, (sign) =>
    [...Array(sign.length).keys()].map((i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""),
  );

/** A map that begins at a line. `first` is that line's text where it stands beside the dash of a list and not at the margin. */
function mapAt(lines: readonly string[], from: number, indent: string, first?: string): [{ [key: string]: unknown }, number] {
  const map: { [key: string]: unknown } = Object.create(null);
  let at = from;
  for (let line = first ?? lines[at]; line?.startsWith(indent) && line[indent.length] !== " "; line = lines[at]) {
    const [, key, rest] = ENTRY.exec(line.slice(indent.length)) ?? [];
    if (key === undefined) throw new SyntaxError("not a key");
    const name = key.startsWith('"') ? (JSON.parse(key) as string) : key;
    if (name in map) throw new SyntaxError("the same key twice");
    [map[name], at] = rest ? [scalarOf(rest), at + 1] : blockAt(lines, at + 1, `${indent}  `);
  }
  if (at === from) throw new SyntaxError("an empty map");
  return [map, at];
}

const ENTRY = /^([a-z][a-z-]*|"(?:[^"\\]|\\.)*"):(?: (.+))?$/;

const blockAt = (lines: readonly string[], from: number, indent: string): [unknown, number] =>
  lines[from]?.startsWith(`${indent}- `) ? listAt(lines, from, indent) : mapAt(lines, from, indent);

function listAt(lines: readonly string[], from: number, indent: string): [unknown[], number] {
  const list: unknown[] = [];
  let at = from;
  for (let line = lines[at]; line?.startsWith(`${indent}- `); line = lines[at]) {
    const rest = line.slice(indent.length + "- ".length);
    if (/^["\d]/.test(rest) && !ENTRY.test(rest)) {
      list.push(scalarOf(rest));
      at++;
      continue;
    }
    // A map that begins beside its dash: the line is read as if it stood below it.
    const [map, end] = mapAt(lines, at, `${indent}  `, `${indent}  ${rest}`);
    list.push(map);
    at = end;
  }
  return [list, at];
}

function scalarOf(text: string): unknown {
  const inner = text[0] === '"' && text.length > 1 && text.endsWith('"') ? text.slice(1, -1) : undefined;
  if (inner !== undefined && PLAIN.test(inner)) return inner;
  if (/^(?:"|\d+$)/.test(text)) return JSON.parse(text);
  throw new SyntaxError("not a text in quotes or a number");
}

/**
 * The canonical form of a value, for a digest of what it says and not of how it is written: JSON without white space, keys in
 * the order of their UTF-16 code units, as RFC 8785 has it.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`)
    .join(",")}}`;
}
