import {
  calendarSlips,
  explore,
  explorePace,
  isoDate,
  lengthOf,
  longestPause,
  mermaidOf,
  momentsIn,
  ordinaryDate,
  type Pause,
  type Run,
  type Summary,
  storyOf,
  summaryOf,
  timeline,
  weekdayName,
  yearFrom,
} from "../core/index.ts";
import { today } from "../disk/knowledge.ts";
import { type Opened, openPlaybook } from "./playbook-file.ts";
import { label, many } from "./pretty.ts";
import { type Screen, screenOn } from "./screen.ts";

export type PathsOptions = { readonly format: "pretty" | "json" | "mermaid" };

/** `cadence paths FILE`: every run of a playbook, counted, and the longest and the densest told. Exit 1 where a promise breaks, 2 where it cannot be read. */
export async function runPaths(file: string, { format }: PathsOptions): Promise<void> {
  const opened = await openPlaybook(file);
  if (!opened) return;
  const { playbook, caps } = opened;
  const { breaks, complete } = explore(playbook, caps);
  process.exitCode = breaks.length > 0 || !complete ? 1 : 0;
  const screen = screenOn(process.stdout);
  if (format === "mermaid") return screen.print(mermaidOf(playbook));
  const summary = summaryOf(playbook);
  const calendar = calendarOn(opened);
  if (format === "json") return screen.print(JSON.stringify(asJson(opened, summary, calendar), null, 2));
  pretty(opened, summary, calendar, screen);
}

type OnCalendar = { readonly pause: Pause | undefined; readonly tooSoon: number; readonly regions: readonly string[] };

function calendarOn({ playbook, caps, where }: Opened): OnCalendar {
  const year = yearFrom(where.calendar, today());
  return {
    pause: longestPause(timeline(playbook.touches), year),
    tooSoon: calendarSlips({ paths: () => explore(playbook, caps), paced: (lasts) => explorePace(playbook, caps, lasts) }, caps, year)
      .length,
    regions: where.regions,
  };
}

/** How many of some runs end in each way, the most frequent first. */
const endsOf = (runs: readonly Run[]) =>
  [...Map.groupBy(runs, ({ end }) => end.how)].map(([how, those]) => ({ how, runs: those.length })).sort((a, b) => b.runs - a.runs);

const ENDS: Readonly<Record<string, string>> = {
  silence: "nobody has answered, and we are done",
  answered: "they have answered, and nothing of ours is left",
  stop: "we stop, and the rest begins",
  suppress: "they are taken off every list",
  "hand-over": "a person takes the conversation on",
  return: "we are back when it was agreed",
  resume: "there is nothing left to go on with",
};

function pretty({ file, playbook, caps }: Opened, summary: Summary | undefined, calendar: OnCalendar, screen: Screen): void {
  const { paint, print } = screen;
  const { breaks, complete } = explore(playbook, caps);
  const section = (name: string, ...lines: readonly (readonly string[])[]) => print("", paint("strong", name), ...lines.flat());
  print("", paint("strong", playbook.title ?? file), paint("quiet", file));
  if (summary) {
    const [never, once, twice] = summary.counts;
    const told = (count: Summary["counts"][number] | undefined) =>
      `${count?.whole === false ? "more than " : ""}${many(count?.runs ?? 0, "run")}`;
    section(
      "Runs",
      label("never", `${told(never)} on which nobody answers.`, screen),
      label("once", `${told(once)} with one answer or none, whenever it comes.`, screen),
      label("twice", `${told(twice)} with two answers at most.`, screen),
    );
    section(
      "The longest",
      label("", `${many(momentsIn(summary.longest).length, "moment")} in ${many(lengthOf(summary.longest), "business day")}.`, screen),
      label("run", storyOf(summary.longest.events), screen),
    );
    const { densest } = summary;
    section(
      "The densest seven days",
      label(
        "",
        `Days ${densest.from} to ${densest.to} hold ${many(densest.touches, "moment")}; at most ${caps["touches-in-7-days"]} are decent.`,
        screen,
      ),
      label("run", storyOf(densest.run.events), screen),
    );
    section(
      "Where they end, with one answer or none",
      ...endsOf(summary.runs).map(({ how, runs }) => label(String(runs), ENDS[how] ?? how, screen)),
    );
  }
  section("On the calendar", label("", onCalendar(calendar), screen));
  const sum = !complete
    ? "There are too many runs to follow them all. “cadence check” says more."
    : breaks.length === 0
      ? "Every promise holds on every run."
      : `${many(breaks.length, "promise")} ${breaks.length === 1 ? "breaks" : "break"} on some run. “cadence check” tells each with the shortest.`;
  print("", `${breaks.length === 0 && complete ? paint("good", "✓") : paint("error", "✗")} ${paint("strong", sum)}`, "");
}

function onCalendar({ pause, tooSoon, regions }: OnCalendar): string {
  const known =
    regions.length > 0
      ? `With the holidays of ${regions.join(" and ")}`
      : "With weekends alone, for no region is named in the configuration";
  const short = tooSoon > 0 ? ` ${many(tooSoon, "wait")} can be cut short by a weekend or a holiday; “cadence check” tells which.` : "";
  if (!pause) return `${known}, there is no pause to draw out.${short}`;
  const [one, other] = [pause.before.touches[0].id, pause.after.touches[0].id];
  return `${known}, the pause drawn out most is the one of ${many(pause.businessDays, "business day")} between “${one}” and “${other}”: ${pause.calendarDays} calendar days when the cadence begins on ${spoken(pause.begins)}, ${pause.atBest} at best.${short}`;
}

const spoken = (day: number) => `${weekdayName(day)} ${ordinaryDate(isoDate(day))}`;

/** For programs: version 1 of its form. */
function asJson({ file, playbook, caps }: Opened, summary: Summary | undefined, { pause, regions, tooSoon }: OnCalendar) {
  const { breaks, complete, situations } = explore(playbook, caps);
  const run = (one: Run) => ({
    moments: momentsIn(one).length,
    days: lengthOf(one),
    end: one.end,
    story: storyOf(one.events),
  });
  return {
    version: 1,
    file,
    complete,
    situations,
    ...(summary
      ? {
          runs: summary.counts.map(({ answers, runs, whole }) => ({ answers, runs, whole })),
          longest: run(summary.longest),
          densest: {
            from: summary.densest.from,
            to: summary.densest.to,
            moments: summary.densest.touches,
            story: storyOf(summary.densest.run.events),
          },
          ends: endsOf(summary.runs),
        }
      : {}),
    breaks: breaks.map(({ promise, run: shortest }) => ({ promise, story: storyOf(shortest) })),
    calendar: {
      regions,
      waitsCutShort: tooSoon,
      ...(pause
        ? {
            longestPause: {
              from: pause.before.touches[0].id,
              to: pause.after.touches[0].id,
              businessDays: pause.businessDays,
              calendarDays: pause.calendarDays,
              atBest: pause.atBest,
              begins: isoDate(pause.begins),
            },
          }
        : {}),
    },
  };
}
