import { type InlayHint, InlayHintKind } from "vscode-languageserver";
import {
  BUSINESS_DAYS_A_WEEK,
  linesOfTouches,
  locate,
  onBusinessDay,
  pathOf,
  positionAt,
  type Range,
  type Report,
  rangeOf,
  type Touch,
  textsOf,
  timeline,
  wordCount,
} from "../core/index.ts";
import type { Settings } from "./settings.ts";

/**
 * What an author would otherwise count: behind each day how long after the touch before it comes and which date that is if the
 * cadence starts today, with how many times the prospect hears from us within seven days; behind each text, its words.
 */
export function inlayHints(report: Report, asked: Range, today: string, { hints }: Settings): InlayHint[] {
  const { playbook, source } = report;
  if (!playbook) return [];
  const found: InlayHint[] = [];
  const add = (touch: Touch, field: string, label: string, tooltip: string) => {
    const path = [...pathOf(touch), field];
    const { start, end } = rangeOf(source.lines, locate(source, { path }));
    if (label === "" || start.line < asked.start.line || start.line > asked.end.line) return;
    found.push({ position: atLineEnd(source.text, source.lines, end), label, kind: InlayHintKind.Type, paddingLeft: true, tooltip });
  };
  for (const { reply, touches } of linesOfTouches(playbook)) {
    const moments = timeline(touches);
    for (const [i, { day, touches: together }] of moments.entries()) {
      const before = moments[i - 1];
      const inWeek = moments.slice(0, i + 1).filter((one) => one.day > day - BUSINESS_DAYS_A_WEEK).length;
      const words = [
        hints.gaps ? gapWords(day, before?.day, reply) : "",
        hints.dates && reply === undefined ? `${dateWords(onBusinessDay(today, day))} if started today` : "",
        hints.week && inWeek > 1 ? `${ordinal(inWeek)} contact in seven days` : "",
      ].filter(Boolean);
      for (const [j, touch] of together.entries())
        add(
          touch,
          "day",
          behindNumber(j === 0 ? words : hints.gaps ? [`together with “${together[0].id}”`] : []),
          "Business days; weekends do not count.",
        );
    }
    if (hints.words)
      for (const touch of touches)
        for (const { field, text } of textsOf(touch)) {
          const count = wordCount(text);
          if (field !== "subject" && count > 0) add(touch, field, `${count} word${count === 1 ? "" : "s"}`, "A blank counts as one word.");
        }
  }
  return found.sort((a, b) => a.position.line - b.position.line || a.position.character - b.position.character);
}

/** Apart from the number they stand behind: in some themes “4 3 business days” would be read as one number. */
const behindNumber = (words: readonly string[]) => words.map((one) => `· ${one}`).join(" ");

/** Behind everything on the line that is not a comment, so that a hint never stands between a key and its value. */
function atLineEnd(text: string, lines: Report["source"]["lines"], { line }: Range["end"]) {
  const start = lines[line] ?? 0;
  const written = text
    .slice(start, lines[line + 1])
    .replace(/(?:^|\s+)#.*$/s, "")
    .trimEnd();
  return positionAt(lines, start + written.length);
}

/** How long after the touch before it a touch comes, or after the reply, in words. Empty for day 1. */
export function gapWords(day: number, before: number | undefined, reply: string | undefined): string {
  if (before !== undefined) return day === before ? "the same day" : `${inWords(day - before)} later`;
  if (reply === undefined) return day === 1 ? "" : `${inWords(day - 1)} in`;
  return day === 0 ? "the day of the reply" : `${inWords(day)} after the reply`;
}

const inWords = (days: number) => {
  const weeks = days / BUSINESS_DAYS_A_WEEK;
  if (days >= 10 && Number.isInteger(weeks)) return `${weeks} weeks`;
  return days === BUSINESS_DAYS_A_WEEK ? "a week" : `${days} business day${days === 1 ? "" : "s"}`;
};

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A date as people say it: `Tue 9 Dec`. A business day has no other weekdays. */
function dateWords(isoDate: string): string {
  const [year = 0, month = 1, day = 1] = isoDate.split("-").map(Number);
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  return `${WEEKDAYS[weekday] ?? ""} ${day} ${MONTHS[month - 1] ?? ""}`;
}

const ordinal = (n: number) => `${n}${n % 100 > 10 && n % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;
