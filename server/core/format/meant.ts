import type { Data } from "../finding.ts";
import type { Misfit } from "../text/flaw.ts";
import type { Field } from "./fields.ts";

/** A value that fits, and whether it says the same as the one that does not. */
export type Meant = { readonly value: Data; readonly same: boolean };

/** What an author most likely meant by a value that does not fit. Undefined when only they can know. */
export function meant(misfit: Misfit, field: Field | undefined, inner: readonly Field[]): Meant | undefined {
  if (misfit.kind === "not-one-of") {
    const { nearest, value, options } = misfit;
    if (nearest === undefined) return durationOf(String(value), field);
    const isNumber = options.length === 1 && /^\d+$/.test(nearest);
    return { value: isNumber ? Number(nearest) : nearest, same: bare(String(value)) === bare(nearest) };
  }
  if (misfit.kind === "out-of-bounds") return { value: misfit.limit, same: false };
  if (misfit.kind === "malformed" && typeof misfit.value === "string") return wordMeant(misfit.value, field);
  return misfit.kind === "wrong-type" ? otherType(misfit.expected, misfit.value, field, inner) : undefined;
}

function otherType(expected: string, value: unknown, field: Field | undefined, inner: readonly Field[]): Meant | undefined {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return undefined;
  const text = String(value);
  if (expected === "array") return text.startsWith("-") ? undefined : { value: [value], same: true };
  if (expected === "number" || expected === "int") {
    const digits = /\d+/.exec(text)?.[0];
    return digits === undefined ? undefined : { value: Number(digits), same: digits === text };
  }
  if (expected === "object") {
    const required = inner.filter((one) => one.required);
    const [only] = required;
    return required.length === 1 && only?.shape === "text" ? { value: { [only.key]: text }, same: true } : undefined;
  }
  return typeof value === "string" ? undefined : (durationOf(text, field) ?? (isWords(field) ? { value: text, same: true } : undefined));
}

const isWords = (field: Field | undefined) => field === undefined || /^(?:words|a short id)/.test(field.type);

function wordMeant(value: string, field: Field | undefined): Meant | undefined {
  const type = field?.type ?? "";
  if (type.startsWith("a short id")) {
    const id = plainId(value, "-");
    return id ? { value: id, same: false } : undefined;
  }
  if (type.startsWith("a web address"))
    return /^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(value) ? { value: `https://${value}`, same: true } : undefined;
  if (type.startsWith("a time of day")) return timeOf(value);
  return type.startsWith("a date") ? dateOf(value) : durationOf(value, field);
}

/** A short name from any words: lower-case letters, digits and one joining sign. */
export const plainId = (words: string, joint: "-" | "_"): string =>
  words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, joint)
    .replace(/^[-_]+|[-_]+$/g, "");

/** A length of time written another way: `90`, `90 Days`, `6mo`. A bare number counts days. */
function durationOf(text: string, field: Field | undefined): Meant | undefined {
  if (!field?.type.includes("a length of time")) return undefined;
  const [, count, unit = "d"] = /^\s*([1-9]\d{0,3})\s*-?\s*(d|w|m)?[a-z()]*\.?\s*$/i.exec(text) ?? [];
  if (count === undefined) return undefined;
  const word = { d: "day", w: "week", m: "month" }[unit.toLowerCase()] ?? "day";
  return { value: `${count} ${word}${count === "1" ? "" : "s"}`, same: /[a-z]/i.test(text) };
}

/** A time of day written shorter, or with another sign: `9`, `9:00`, `17.30`, `17h`. */
function timeOf(text: string): Meant | undefined {
  const [, hours = "", minutes = "00"] = /^\s*(\d{1,2})(?:[:.h](\d\d)?)?\s*$/.exec(text) ?? [];
  const same = hours !== "" && Number(hours) < 24 && Number(minutes) < 60;
  return same ? { value: `${hours.padStart(2, "0")}:${minutes}`, same } : undefined;
}

/** A date written with the year last, where only one number can be the month. */
function dateOf(text: string): Meant | undefined {
  const [, a, b, year] = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\s*$/.exec(text) ?? [];
  if (a === undefined || b === undefined || Number(a) > 12 === Number(b) > 12) return undefined;
  const [month, day] = Number(a) > 12 ? [b, a] : [a, b];
  return { value: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, same: true };
}

const bare = (word: string) => word.toLowerCase().replace(/[^a-z0-9]/g, "");
