import stringWidth from "fast-string-width";
import { LOCAL_HANDBOOK, listed, principles, type Report } from "../core/index.ts";
import type { Unread } from "../disk/trouble.ts";
import { CADENCE } from "./called.ts";
import { frame } from "./frame.ts";
import { harmless } from "./harmless.ts";
import type { Said } from "./said.ts";
import type { Screen } from "./screen.ts";
import type { Told } from "./told.ts";
import { type Checked, count, tally } from "./verdict.ts";

/** Cells left of the text: room for the longest label, and for line numbers. */
const GUTTER = 8;

/** A file's findings, each with its frame. Nothing for a file without any. */
export function showFindings({ file, report }: Checked, screen: Screen, findings: readonly Said[] = report.findings): void {
  if (findings.length === 0) return;
  const { paint } = screen;
  const heading = paint("strong", harmless(file));
  const tallied = told(tally(findings));
  const fits = stringWidth(`${file}  ${tallied}`) <= screen.width;
  const lines = (fits ? [tallied] : screen.wrap(tallied, 0)).map((line) => paint("quiet", line));
  screen.print("", ...(fits ? [`${heading}  ${lines[0]}`] : [heading, ...lines]));
  for (const finding of findings) screen.print("", ...showFinding(finding, file, report, screen));
}

function showFinding(finding: Said, file: string, { source }: Told, screen: Screen): readonly string[] {
  const { paint } = screen;
  const { line, character } = finding.range.start;
  const { what, why, todo } = finding;
  const marks = [
    { span: finding.span, role: finding.severity, sign: "^" },
    ...finding.related.map(({ span, message }) => ({ span, role: "place" as const, sign: "-", words: message })),
  ];
  return [
    ...row(paint(finding.severity, finding.severity.padStart(GUTTER)), what, screen, "strong"),
    ...whole("at", `${file}:${line + 1}:${character + 1}`, screen, "place"),
    "",
    ...frame(source, marks, screen, GUTTER),
    "",
    ...(finding.story === undefined ? [] : label("run", finding.story, screen)),
    ...label("why", why, screen),
    ...label("do", todo, screen),
    ...label("rule", `${finding.rule} · ${principles[finding.principle].title}`, screen),
    ...moreAbout(finding, screen),
  ];
}

/** Where more is said of a finding's rule. Unless the configuration says where the handbook is, it may be nowhere. */
const moreAbout = ({ rule, url }: Said, screen: Screen): readonly string[] =>
  url.startsWith(LOCAL_HANDBOOK) ? label("", `${CADENCE} explain ${rule}`, screen, "quiet") : whole("", url, screen, "quiet");

/** Files that could not be read or written, or notes about some: what is the matter, and what to do. */
export function showUnread(problems: readonly Unread[], screen: Screen, word: "unread" | "refused" | "note"): void {
  for (const { file, what, why, todo, unsaved } of problems) {
    const said = word === "unread" && unsaved ? "unsaved" : word;
    screen.print(
      "",
      ...row(screen.paint(word === "note" ? "info" : "error", said.padStart(GUTTER)), file, screen, "strong"),
      ...label("", why ? `${what} ${why}` : what, screen),
      ...label("do", todo, screen),
    );
  }
}

/** The last line: what was checked, and what came of it. `known` is how many findings a baseline holds back. */
export function showSummary(checked: readonly Checked[], unread: readonly Unread[], screen: Screen, known = 0): void {
  const counts = count(checked);
  const of = (kind: Report["kind"]) => checked.filter(({ report }) => report.kind === kind).length;
  const what = listed([
    ...(of("playbook") || checked.length === 0 ? [many(of("playbook"), "playbook")] : []),
    ...(of("config") ? [many(of("config"), "configuration")] : []),
    ...(of("assets") ? [many(of("assets"), "assets file")] : []),
    ...(of("approval") ? [many(of("approval"), "approval record")] : []),
  ]);
  const heldBack = known > 0 ? ` ${many(known, "finding")} known from the baseline ${known === 1 ? "is" : "are"} not shown.` : "";
  const missing = unread.length > 0 ? `; ${many(unread.length, "path")} could not be read` : "";
  const sign =
    counts.error > 0 || missing
      ? screen.paint("error", "✗")
      : counts.warning > 0
        ? screen.paint("warning", "!")
        : screen.paint("good", "✓");
  const all = counts.error + counts.warning + counts.info + counts.hint;
  const lines = screen.wrap(`${what} checked: ${told(counts)}${missing}.${heldBack}`, 2);
  const next = all >= A_LOT && known === 0 ? screen.wrap(TOO_MUCH, 2).map((line) => `  ${line}`) : [];
  screen.print("", ...lines.map((line, i) => `${i === 0 ? sign : " "} ${screen.paint("strong", line)}`), ...next, "");
}

/** Findings that nobody puts right in one go, as after an import. */
const A_LOT = 200;
const TOO_MUCH = `Too much for one day? “${CADENCE} report” counts it by playbook, and “${CADENCE} baseline” records it, so that only what is new fails.`;

/** Some words after a label in the margin. */
export const label = (name: string, words: string, screen: Screen, role?: Parameters<Screen["paint"]>[0]): readonly string[] =>
  row(screen.paint("quiet", name.padStart(GUTTER)), words, screen, role);

/** An address after a label, in one piece however long it is: terminals open it with a click. */
export const whole = (name: string, address: string, { paint }: Screen, role: Parameters<Screen["paint"]>[0]): readonly string[] => [
  `${paint("quiet", name.padStart(GUTTER))}  ${paint(role, harmless(address))}`,
];

/** Some words after whatever stands in the margin, which takes `GUTTER` cells. */
export function row(margin: string, words: string, screen: Screen, role?: Parameters<Screen["paint"]>[0]): readonly string[] {
  const lines = screen.wrap(words, GUTTER + 2);
  return lines.map((line, i) => `${i === 0 ? margin : " ".repeat(GUTTER)}  ${role ? screen.paint(role, line) : line}`.trimEnd());
}

/** Counts in words; errors are always named, because people look for them. */
const told = ({ error, ...others }: ReturnType<typeof count>) =>
  listed([many(error, "error"), ...Object.entries(others).flatMap(([severity, number]) => (number ? many(number, severity) : []))]);

export const many = (number: number, thing: string, things = `${thing}s`) => `${number} ${number === 1 ? thing : things}`;
