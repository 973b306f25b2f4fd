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

/** Reads JSON. What is none is told with the line where it breaks. */
export function parsed(text: string): Json {
  try {
    const value = JSON.parse(text) as Json;
    if (depth(text) > DEEPEST) throw new CannotRead("The file is nested deeper than any export.", "Check that it is the file you meant.");
    return value;
  } catch (error) {
    if (error instanceof CannotRead) throw error;
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    const line = text.slice(0, at).split("\n").length;
    throw new CannotRead(
      `The file begins like JSON, and on line ${line} it breaks off or holds what JSON does not allow.`,
      "Export it again, whole; if it was edited by hand, look at that line.",
    );
  }
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
