/** How a client counts the characters of a line. Ours, and the protocol's default, is UTF-16. */
export type Encoding = "utf-8" | "utf-16" | "utf-32";

/** Text of a line of a document, without its end. Undefined where the document is not known. */
export type LineOf = (uri: string, line: number) => string | undefined;

const KNOWN: readonly string[] = ["utf-8", "utf-16", "utf-32"] satisfies Encoding[];

/** The first of a client's encodings that we know; a client that names none means UTF-16. */
export const chosenEncoding = (offered: readonly string[] = []): Encoding =>
  (offered.find((one) => KNOWN.includes(one)) as Encoding | undefined) ?? "utf-16";

/** Code points, or bytes of UTF-8, up to a UTF-16 offset in a line. An offset within a character means its start. */
export function counted(encoding: Encoding, line: string, character: number): number {
  if (encoding === "utf-16") return character;
  let units = 0;
  let at = 0;
  for (const char of line) {
    if (at + char.length > character) break;
    at += char.length;
    units += sizeIn(encoding, char);
  }
  return units;
}

/** The UTF-16 offset of a count in a line; a count past its end answers with its end. */
export function uncounted(encoding: Encoding, line: string, units: number): number {
  if (encoding === "utf-16") return units;
  let at = 0;
  let left = units;
  for (const char of line) {
    left -= sizeIn(encoding, char);
    if (left < 0) break;
    at += char.length;
  }
  return at;
}

function sizeIn(encoding: Encoding, char: string): number {
  if (encoding === "utf-32") return 1;
  const point = char.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

type Convert = (encoding: Encoding, line: string, character: number) => number;

/**
 * A message of the protocol with every position in it counted anew. Each position belongs to the document whose address stands
 * nearest around it. What clients only keep for us (`data`, `arguments`) is left alone.
 */
export function recounted<T>(message: T, uri: string, encoding: Encoding, convert: Convert, lineOf: LineOf): T {
  if (encoding === "utf-16") return message;
  const walk = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, at));
    if (typeof value !== "object" || value === null) return value;
    const part = value as Record<string, unknown>;
    if (typeof part.line === "number" && typeof part.character === "number")
      return { ...part, character: convert(encoding, lineOf(at, part.line) ?? "", part.character) };
    const own = addressIn(part) ?? at;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => {
        if (key === "data" || key === "arguments") return [key, inner];
        if (key === "changes" && !Array.isArray(inner)) return [key, ofEach(inner, walk)];
        return [key, walk(inner, key === "originSelectionRange" ? at : own)];
      }),
    );
  };
  return walk(message, uri) as T;
}

/** Edits by the address of their document. */
const ofEach = (changes: unknown, walk: (value: unknown, uri: string) => unknown) =>
  Object.fromEntries(Object.entries(changes ?? {}).map(([uri, edits]) => [uri, walk(edits, uri)]));

function addressIn({ uri, targetUri, textDocument }: Record<string, unknown>): string | undefined {
  if (typeof uri === "string") return uri;
  if (typeof targetUri === "string") return targetUri;
  const inner = (textDocument as { uri?: unknown } | undefined)?.uri;
  return typeof inner === "string" ? inner : undefined;
}
