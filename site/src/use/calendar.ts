import { clockAt } from "@cadence-playbooks/server/core";

/** What goes into a calendar for one touch. */
export type Entry = {
  /** Unique and always the same for this touch of this play with this person, so that importing again moves it. */
  readonly uid: string;
  /** ISO date. */
  readonly date: string;
  readonly title: string;
  readonly notes: string;
  /** Where its words are. */
  readonly url: string;
};

/** At which time of day the entries stand, and on whose clock. */
export type Clock = {
  /** 24-hour time: 09:30. */
  readonly time: string;
  /** An IANA zone: America/Chicago. */
  readonly zone: string;
};

/** How long a touch takes in a calendar. Minutes. */
const MINUTES = 15;

/**
 * A calendar file (RFC 5545) of the touches. Without a clock they are entries of a whole day, which are the same day everywhere.
 * With one, each is a moment written in UTC, worked out for its own date, so that summer time is right and no calendar has to know the zone.
 * `now` stamps the file and numbers its revision: whatever is imported later wins.
 */
export function calendarFile(entries: readonly Entry[], clock: Clock | undefined, now: Date): string {
  const revision = Math.floor(now.getTime() / 1000) - 1_700_000_000;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Cadence Playbooks//Handbook//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...entries.flatMap(({ uid, date, title, notes, url }) => [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTAMP:${basic(now)}`,
      `SEQUENCE:${Math.max(0, revision)}`,
      ...when(date, clock),
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(notes)}`,
      `URL:${url}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function when(date: string, clock: Clock | undefined): readonly string[] {
  if (!clock) {
    const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    return [`DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`, `DTEND;VALUE=DATE:${next.replaceAll("-", "")}`];
  }
  const start = moment(date, clock);
  return [`DTSTART:${basic(start)}`, `DTEND:${basic(new Date(start.getTime() + MINUTES * 60_000))}`];
}

/** The moment at which clocks of a zone show a time on a date. A time that a clock change leaves out becomes the one an hour later. */
export function moment(date: string, { time, zone }: Clock): Date {
  const utc = clockAt(zone, { date, time }, "UTC");
  return new Date(`${utc.date}T${utc.time}:00Z`);
}

/** 20261126T093000Z */
const basic = (time: Date): string => time.toISOString().replace(/[-:]|\.\d+/g, "");

const escaped = (text: string): string =>
  text.replaceAll("\\", "\\\\").replaceAll(";", "\\;").replaceAll(",", "\\,").replace(/\r?\n/g, "\\n");

/** The longest line a calendar file may have. Bytes of UTF-8. */
const LONGEST = 75;

/** A line folded as calendars demand, never inside a character. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let out = "";
  let bytes = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (bytes + size > LONGEST) {
      out += "\r\n ";
      bytes = 1;
    }
    out += char;
    bytes += size;
  }
  return out;
}
