/** The line between the first row of a Markdown table and the others: `|---|:---:|`. */
const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** The rows of a table drawn with lines, as Markdown has it, and what stands below it. Undefined for any other text. */
export function drawnTable(text: string): { readonly rows: readonly (readonly string[])[]; readonly below: string } | undefined {
  const lines = text.replace(/^\s*\n/, "").split(/\r?\n|\r/);
  const ruled = (lines[0] ?? "").includes("|") && (lines[1] ?? "").includes("-") && RULE.test(lines[1] ?? "");
  const framed = lines.every((line) => line.trim() === "" || /^\s*\|.*\|\s*$/.test(line));
  if (!ruled && !framed) return undefined;
  const end = lines.findIndex((line) => !line.includes("|"));
  const [drawn, below] = end < 0 || framed ? [lines, []] : [lines.slice(0, end), lines.slice(end)];
  const rows = drawn.filter((line, i) => line.trim() !== "" && !(i > 0 && line.includes("-") && RULE.test(line)));
  return { rows: rows.map(drawnCells), below: below.join("\n").trim() };
}

/** The cells of a line such as `| 1 | Email |`: a pipe behind a backslash is part of the words, `<br>` breaks a line, and a cell may be bold. */
const drawnCells = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .replaceAll("\\|", "|")
        .replace(/<br\s*\/?>/gi, "\n")
        .trim()
        .replace(/^(\*\*|__|`)([^*_`]+)\1$/, "$2"),
    );
