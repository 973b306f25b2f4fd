import { addDays, type Playbook } from "../core/index.ts";
import { toCalendar } from "./days.ts";
import { inOrder, wordsOf } from "./outline.ts";

/** Bytes of a line of a calendar file at most, without its end. */
const LONGEST_LINE = 75;

/**
 * The main line as a calendar file (RFC 5545): a whole-day entry a touch, counted in business days from `start`, an ISO date. A
 * start on a weekend waits for Monday.
 */
export function asCalendar(playbook: Playbook, id: string, start: string): string {
  const first = weekdayFrom(start);
  const events = inOrder(playbook.touches).flatMap((touch) => {
    const day = businessDay(first, touch.day - 1);
    const texts = (["subject", "script", "message", "voicemail"] as const).flatMap((field) => {
      const words = wordsOf(touch, field);
      return words === undefined ? [] : [field === "subject" ? `Subject: ${words}` : words.trim()];
    });
    const description = [touch.reason, ...texts].filter((part) => part !== undefined).join("\n\n");
    return [
      "BEGIN:VEVENT",
      `UID:${id}.${touch.id}.${first}@cadence-playbooks`,
      `DTSTAMP:${compact(first)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
      `SUMMARY:${escaped(`${playbook.title ?? id}: ${touch.channel}, ${touch.id}`)}`,
      ...(description === "" ? [] : [`DESCRIPTION:${escaped(description)}`]),
      "TRANSP:TRANSPARENT",
      "STATUS:TENTATIVE",
      "END:VEVENT",
    ];
  });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Cadence Playbooks//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...events,
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** The ISO date some business days after a weekday. */
function businessDay(first: string, count: number): string {
  const sinceMonday = weekday(first);
  const monday = addDays(first, -sinceMonday);
  return addDays(monday, toCalendar(sinceMonday + count));
}

/** What each month adds to the weekday of the first of March, from January on. */
const MONTHS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** 0 for Monday to 6 for Sunday, after Sakamoto. */
function weekday(isoDate: string): number {
  const [year = 0, month = 1, day = 1] = isoDate.split("-").map(Number);
  const y = month < 3 ? year - 1 : year;
  const fromSunday = y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + (MONTHS[month - 1] ?? 0) + day;
  return (fromSunday + 6) % 7;
}

const weekdayFrom = (isoDate: string) => (weekday(isoDate) < 5 ? isoDate : addDays(isoDate, 7 - weekday(isoDate)));
const compact = (isoDate: string) => isoDate.replaceAll("-", "");
const escaped = (text: string) =>
  text
    .replace(/\\/g, "\\\\")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/[;,]/g, (sign) => `\\${sign}`);

/** A line in pieces of at most 75 bytes, never through the middle of a character. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  const pieces: string[] = [];
  let piece = "";
  let length = 0;
  for (const sign of line) {
    const size = bytes.encode(sign).length;
    if (length + size > LONGEST_LINE - (pieces.length > 0 ? 1 : 0)) {
      pieces.push(piece);
      piece = "";
      length = 0;
    }
    piece += sign;
    length += size;
  }
  return [...pieces, piece].join("\r\n ");
}
