import { CannotRead, type Kept } from "./sequence.ts";

/** JSON that nobody has looked at yet. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Obj = { readonly [key: string]: Json };

export const isObj = (value: unknown): value is Obj => typeof value === "object" && value !== null && !Array.isArray(value);
export const obj = (value: unknown): Obj => (isObj(value) ? value : {});
export const list = (value: unknown): readonly Obj[] => (Array.isArray(value) ? value.filter(isObj) : []);
/** Words where there are any, also from a number. */
export const words = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : typeof value === "number" ? String(value) : undefined;
/** A number, also from words; undefined for none. */
export const number = (value: unknown): number | undefined => {
  if (typeof value === "number") return value;
  return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : undefined;
};

/** Whatever an object holds besides some keys, by its name: nothing that says nothing. */
export function rest(of: Obj, except: readonly string[], under = ""): readonly Kept[] {
  return Object.entries(of)
    .filter(([key, value]) => !except.includes(key) && value !== null && value !== "" && value !== undefined)
    .filter(([, value]) => !(typeof value === "object" && Object.keys(value as object).length === 0))
    .map(([key, value]) => ({ name: `${under}${key}`, value: typeof value === "string" ? value : JSON.stringify(value) }));
}

/** Steps by their position; those without one stay where they are. */
export const byPosition = (steps: readonly Obj[], ...names: readonly string[]): readonly Obj[] =>
  steps
    .map((step, i) => ({ step, at: names.map((name) => number(step[name])).find((one) => one !== undefined) ?? i }))
    .sort((a, b) => a.at - b.at)
    .map(({ step }) => step);

/** Levels of JSON that are followed. An export has ten. */
const DEEPEST = 200;

/** Whether a text sets out to be JSON, however it goes on. A document may begin with a blank in brackets. */
const BEGINS = /^\s*(?:\{\s*(?:["'}]|[\w$]+\s*:|$)|\[\s*(?:[[{"'\]\d-]|true\b|false\b|null\b|$))/;

/** What a text looks like that is no JSON, and what to do with it. */
const LOOKS: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:%PDF|PK\W|\{\\rtf)/, "a file of an office program", "Save it as a table (CSV) or as text, and import that."],
  [
    /^<(?:!doctype|html|\?xml|[a-z][\w:-]*[\s>])/i,
    "a web page",
    "Take the words out of it into a text with a heading such as “Day 1: Email” above each step.",
  ],
  [/^[^\n]*[,;\t|][^\n]*\n/, "a table with a row a step", "Import it with --from csv, or leave --from out and let the file speak."],
  [/^/, "a document", "Import it with --from document, or leave --from out and let the file speak."],
];

/** Reads JSON. What is none is told by what it looks like; what breaks, with the line where it does. */
export function parsed(text: string): Json {
  try {
    const value = JSON.parse(text) as Json;
    if (depth(text) > DEEPEST) throw new CannotRead("The file is nested deeper than any export.", "Check that it is the file you meant.");
    return value;
  } catch (error) {
    if (error instanceof CannotRead) throw error;
    if (!BEGINS.test(text)) {
      const [, looks, todo] = LOOKS.find(([sign]) => sign.test(text.trimStart())) ?? [];
      throw new CannotRead(`This is no JSON, as a tool's own export is; it looks like ${looks ?? "a document"}.`, todo ?? "");
    }
    const at = placeOf(text, String(error));
    throw at === undefined
      ? new CannotRead(
          "The file begins like JSON, and somewhere it holds what JSON does not allow.",
          "Export it again, whole; if it was edited by hand, have an editor look for the place.",
        )
      : new CannotRead(
          `The file begins like JSON, and on line ${text.slice(0, at).split("\n").length} it breaks off or holds what JSON does not allow.`,
          "Export it again, whole; if it was edited by hand, look at that line.",
        );
  }
}

/** Where JSON breaks, as far as its reader tells: by number, by the words around it, or at the end. */
function placeOf(text: string, error: string): number | undefined {
  const position = /position (\d+)/.exec(error)?.[1];
  if (position !== undefined) return Number(position);
  if (/end of JSON|Unterminated/i.test(error)) return text.length;
  const [, sign = "", around] =
    /Unexpected token '([\s\S]{1,2}?)', (?:\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not valid JSON$/.exec(error) ?? [];
  const from = around === undefined ? -1 : text.indexOf(around);
  if (around === undefined || from < 0 || text.includes(around, from + 1)) return undefined;
  // Where words are left out before those around the place, it is the eleventh sign of them.
  if (error.includes(', ..."')) return from + 10;
  return around.split(sign).length === 2 ? from + around.indexOf(sign) : undefined;
}

function depth(text: string): number {
  let now = 0;
  let most = 0;
  for (const sign of text.replace(/"(?:[^"\\]|\\.)*"/g, "")) {
    if (sign === "{" || sign === "[") most = Math.max(most, ++now);
    else if (sign === "}" || sign === "]") now--;
  }
  return most;
}
