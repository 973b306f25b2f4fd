import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";
import type { PlaybookLine, TeamReport } from "../core/index.ts";
import { today } from "../disk/knowledge.ts";
import { idOf } from "../disk/ledger.ts";
import { harmless } from "./harmless.ts";
import { label, many, showUnread } from "./pretty.ts";
import { reportIn } from "./report.ts";
import { type Role, type Screen, screenOn } from "./screen.ts";

export type ReportOptions = { readonly format: "pretty" | "json"; readonly soon: number };

/** `cadence report`: how all playbooks stand, as tables or as JSON. Exit 0, or 2 when something could not be read. */
export async function runReport(paths: readonly string[], { format, soon }: ReportOptions): Promise<void> {
  const { report, unread } = await reportIn(paths, process.cwd(), { on: today(), soon });
  if (unread.length > 0) process.exitCode = 2;
  const out = screenOn(process.stdout);
  if (format === "json")
    return out.print(
      JSON.stringify(
        { ...report, ...(unread.length > 0 ? { unread: unread.map(({ file, what, todo }) => ({ file, what, todo })) } : {}) },
        null,
        2,
      ),
    );
  showUnread(unread, screenOn(process.stderr), "unread");
  showReport(report, out);
}

function showReport({ on, playbooks, principles, replies, assets }: TeamReport, out: Screen): void {
  const { paint, print } = out;
  const heading = (words: string) => print("", paint("strong", words));
  print("", `${paint("strong", many(playbooks.length, "playbook"))} ${paint("quiet", `on ${on}`)}`);
  if (playbooks.length === 0) {
    print("");
    return;
  }

  heading("Playbooks");
  const toldApart = namesFor(playbooks);
  table(
    ["", "errors", "warnings", "touches", "week", "approval"],
    playbooks.map((one) => [
      { text: toldApart(one) },
      { text: String(one.errors), role: one.errors > 0 ? "error" : "quiet" },
      { text: String(one.warnings), role: one.warnings > 0 ? "warning" : "quiet" },
      { text: String(one.touches) },
      { text: one.densest.touches === 0 ? "-" : `${one.densest.touches} from day ${one.densest.from}` },
      standing(one),
    ]),
    out,
  );

  heading("Findings by principle");
  const found = principles.filter(({ errors, warnings }) => errors + warnings > 0);
  if (found.length === 0) print(...label("", "Nothing to find.", out));
  else
    table(
      ["", "errors", "warnings", "playbooks"],
      found.map(({ title, errors, warnings, playbooks: among }) => [
        { text: title },
        { text: String(errors), role: errors > 0 ? "error" : "quiet" },
        { text: String(warnings), role: "warning" },
        { text: String(among) },
      ]),
      out,
    );

  heading("Replies that are answered");
  table(
    ["", "playbooks"],
    replies.map(({ reply, answered }) => [
      { text: reply },
      { text: `${answered} of ${playbooks.length}`, role: answered < playbooks.length ? "warning" : "good" },
    ]),
    out,
  );

  heading("Assets about to expire");
  if (assets.length === 0) print(...label("", "None.", out));
  else
    table(
      ["", "expires", "owner", "used by"],
      assets.map(({ asset, expires, owner, usedBy }) => [
        { text: asset },
        { text: expires, role: expires < on ? "error" : "warning" },
        { text: owner },
        { text: many(usedBy.length, "playbook") },
      ]),
      out,
    );
  print("");
}

/** A playbook by its title; by its file, too, where others have the same: an export often holds two versions of one. */
function namesFor(all: TeamReport["playbooks"]): (one: PlaybookLine) => string {
  const byTitle = Map.groupBy(all, ({ title }) => title);
  const byId = Map.groupBy(all, ({ title, file }) => `${idOf(file)} ${title}`);
  return ({ title, file }) => {
    if (byTitle.get(title)?.length === 1) return title;
    return `${title} (${byId.get(`${idOf(file)} ${title}`)?.length === 1 ? idOf(file) : file})`;
  };
}

type Cell = { readonly text: string; readonly role?: Role };

function standing({ approval }: PlaybookLine): Cell {
  if (!("version" in approval)) {
    const without = {
      "never-approved": ["never approved", "quiet"],
      revoked: ["revoked", "warning"],
      forged: ["forged; see cadence verify", "error"],
    } as const;
    const [text, role] = without[approval.state];
    return { text, role };
  }
  const draft = approval.draftDiffers ? ", draft differs" : "";
  const roles = { approved: "good", "due-soon": "warning", overdue: "error" } as const;
  const words = { approved: "review by", "due-soon": "review due", overdue: "review overdue" } as const;
  return { text: `v${approval.version}, ${words[approval.state]} ${approval.reviewBy}${draft}`, role: roles[approval.state] };
}

/** The least room that a column of words is left with, before rows become lines of their own. */
const NARROWEST = 16;

/**
 * Columns side by side, numbers at their right; where they do not fit, words are broken into lines within their column, and on a
 * narrow screen each row becomes lines of its own.
 */
function table(heads: readonly string[], rows: readonly (readonly Cell[])[], { width, print, paint }: Screen): void {
  const clean = rows.map((row) => row.map(({ text, role }) => ({ text: harmless(text), role })));
  const numeric = heads.map((_, i) => clean.every((row) => /^\d+$/.test(row[i]?.text ?? "")));
  const wanted = heads.map((head, i) => Math.max(stringWidth(head), ...clean.map((row) => stringWidth(row[i]?.text ?? ""))));
  const widths = fitted(wanted, width);
  const drawn = (text: string, role: Role | undefined, room: number, right = false) => {
    const space = " ".repeat(Math.max(0, room - stringWidth(text)));
    const inked = role ? paint(role, text) : text;
    return right ? space + inked : inked + space;
  };
  if (widths) {
    const line = (cells: readonly string[], role: (i: number) => Role | undefined) =>
      print(`  ${cells.map((text, i) => drawn(text, role(i), widths[i] ?? 0, numeric[i])).join("  ")}`.trimEnd());
    line(heads, () => "quiet");
    for (const row of clean) {
      const broken = row.map(({ text }, i) => wrapAnsi(text, widths[i] ?? 0, { hard: true }).split("\n"));
      for (let n = 0; n < Math.max(...broken.map((lines) => lines.length)); n++)
        line(
          broken.map((lines) => lines[n] ?? ""),
          (i) => row[i]?.role,
        );
    }
    return;
  }
  const labels = Math.max(...heads.map((head) => stringWidth(head)));
  for (const [first, ...others] of clean) {
    print(`  ${first?.text ?? ""}`);
    for (const [i, { text, role }] of others.entries())
      print(`    ${paint("quiet", (heads[i + 1] ?? "").padEnd(labels))}  ${drawn(text, role, 0)}`);
  }
}

/** The widths of columns that want more than there is: the widest give way, down to the narrowest. Undefined where that is not enough. */
function fitted(wanted: readonly number[], width: number): readonly number[] | undefined {
  const widths = [...wanted];
  for (let over = widths.reduce((sum, one) => sum + one + 2, 0) - width; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= NARROWEST) return undefined;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
