/** What no XML 1.0 document may hold, whatever it is written as. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Words as they stand in XML, between quotes as well as between tags. */
const escaped = (words: string): string => words.replace(FORBIDDEN, "\ufffd").replace(/[&<>"'\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);

/** An element with its attributes, and its children each on lines of their own. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, children: readonly string[] = []): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  if (children.length === 0) return `<${name}${said.join("")}/>`;
  return `<${name}${said.join("")}>\n${indented(children.join("\n"))}\n</${name}>`;
}

const indented = (lines: string): string => lines.replace(/^/gm, "  ");

/** An element that holds words. */
export const worded = (name: string, attributes: Readonly<Record<string, string | number>>, words: string): string =>
  `${element(name, attributes).slice(0, -"/>".length)}>${escaped(words)}</${name}>`;

/** A whole document, one child of its root after the other. */
export function* xml(name: string, attributes: Readonly<Record<string, string | number>>, children: Iterable<string>): Iterable<string> {
  const open = element(name, attributes).slice(0, -"/>".length);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${open}`;
  let any = false;
  for (const child of children) {
    yield `${any ? "" : ">"}\n${indented(child)}`;
    any = true;
  }
  yield any ? `\n</${name}>` : "/>";
}
