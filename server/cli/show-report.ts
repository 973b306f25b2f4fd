import stringWidth from "string-width";
import type { PlaybookLine, TeamReport } from "../core/index.ts";
import { today } from "../disk/knowledge.ts";
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
  table(
    ["", "errors", "warnings", "touches", "week", "approval"],
    playbooks.map((one) => [
      { text: one.title },
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

/** Columns side by side where they fit; on a narrow screen each row as lines of its own. */
function table(heads: readonly string[], rows: readonly (readonly Cell[])[], { width, print, paint }: Screen): void {
  const clean = rows.map((row) => row.map(({ text, role }) => ({ text: harmless(text), role })));
  const widths = heads.map((head, i) => Math.max(stringWidth(head), ...clean.map((row) => stringWidth(row[i]?.text ?? ""))));
  const total = widths.reduce((sum, one) => sum + one + 2, 2);
  const drawn = ({ text, role }: { text: string; role?: Role | undefined }, room: number) =>
    (role ? paint(role, text) : text) + " ".repeat(Math.max(0, room - stringWidth(text)));
  if (total <= width) {
    print(
      `  ${heads.map((head, i) => paint("quiet", head) + " ".repeat(Math.max(0, (widths[i] ?? 0) - stringWidth(head)))).join("  ")}`.trimEnd(),
    );
    for (const row of clean) print(`  ${row.map((cell, i) => drawn(cell, widths[i] ?? 0)).join("  ")}`.trimEnd());
    return;
  }
  const labels = Math.max(...heads.map((head) => stringWidth(head)));
  for (const [first, ...others] of clean) {
    print(`  ${drawn(first ?? { text: "" }, 0)}`);
    for (const [i, cell] of others.entries()) print(`    ${paint("quiet", (heads[i + 1] ?? "").padEnd(labels))}  ${drawn(cell, 0)}`);
  }
}
