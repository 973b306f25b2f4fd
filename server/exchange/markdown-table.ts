import { isTable } from "./table.ts";

/** A table of Markdown with a row a step, as a text that the reader of tables takes, and the lines around it. */
type MarkdownTable = { readonly text: string; readonly from: number; readonly to: number };

const DIVIDER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** The tables of steps in a document, in their order. A table of anything else is words. */
export function tablesIn(lines: readonly string[], fenced: readonly boolean[] = []): readonly MarkdownTable[] {
  const tables: MarkdownTable[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const headers = cellsIn(lines[i] ?? "");
    if (fenced[i] || headers.length < 2 || !lines[i + 1]?.includes("|") || !DIVIDER.test(lines[i + 1] ?? "")) continue;
    let to = i + 2;
    while (to < lines.length && lines[to]?.includes("|")) to++;
    const rows = [headers, ...lines.slice(i + 2, to).map(cellsIn)];
    const text = rows.map((row) => row.map(quoted).join("|")).join("\n");
    if (!isTable(text)) continue;
    // The hint that spreadsheets know says which sign stands between the cells.
    tables.push({ text: `sep=|\n${text}\n`, from: i, to });
    i = to - 1;
  }
  return tables;
}

/** The cells of a row. A bar behind a backslash is words; so is what stands in bold, without its marks. */
function cellsIn(line: string): readonly string[] {
  if (!line.includes("|")) return [];
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .trim()
        .replace(/\\\|/g, "|")
        .replace(/^\*\*([^*]*)\*\*$/, "$1")
        .replace(/<br\s*\/?>/gi, "\n"),
    );
}

/** A cell in quotation marks. The reader of tables takes an apostrophe away where one keeps a formula from running, so it gets another. */
const quoted = (cell: string) => `"${(/^'+[=+\-@]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
