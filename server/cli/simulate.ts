import {
  type Answer,
  type Dated,
  datedFrom,
  dayNumber,
  days,
  type Event,
  isoDate,
  machineOf,
  meetingOn,
  ordinaryDate,
  type Played,
  playing,
  type ReplyName,
  type Turn,
  toldOf,
  weekdayName,
} from "../core/index.ts";
import { today } from "../disk/knowledge.ts";
import { askHere } from "./answers.ts";
import { type Given, givenReplies, wrongStart } from "./given-replies.ts";
import { type Opened, openPlaybook } from "./playbook-file.ts";
import { label, many, row } from "./pretty.ts";
import { type Screen, screenOn } from "./screen.ts";

export type SimulateOptions = { readonly start?: string; readonly reply: readonly string[] };

/** Business days after which somebody who is away is back, where no date is given. */
const A_WEEK = 5;

/** `cadence simulate FILE`: plays one run from a date, with the replies that are given, or asks for them on a terminal. Exit 2 where it cannot be played. */
export async function runSimulate(file: string, options: SimulateOptions): Promise<void> {
  const wrong = [
    ...wrongStart(options.start),
    ...options.reply.flatMap((one) => {
      const given = givenReplies(one);
      return "reply" in given ? [] : [given];
    }),
  ];
  if (wrong.length > 0) {
    process.exitCode = 2;
    const beside = screenOn(process.stderr);
    for (const { what, todo } of wrong)
      beside.print("", ...row(beside.paint("error", "option".padStart(8)), what, beside, "strong"), ...label("do", todo, beside));
    return;
  }
  const opened = await openPlaybook(file);
  if (!opened) return;
  const given = options.reply.map(givenReplies).filter((one): one is Given => "reply" in one);
  const screen = screenOn(process.stdout);
  const dated = datedFrom(options.start ?? today(), opened.where.calendar);
  screen.print("", screen.paint("strong", opened.playbook.title ?? opened.file), ...beginning(opened, options.start, dated, screen), "");
  const asks = given.length === 0 && process.stdin.isTTY && process.stdout.isTTY;
  const told = teller(opened, dated, screen);
  const played = asks ? await interactive(opened, dated, told, screen) : play(opened, dated, given, told, screen);
  if (played) screen.print(...ending(played, dated, screen), "");
}

function beginning({ where }: Opened, start: string | undefined, { first, held }: Dated, screen: Screen): readonly string[] {
  const asked = dayNumber(start ?? today());
  const known =
    where.regions.length > 0 ? `holidays of ${where.regions.join(" and ")}` : "weekends only, for the configuration names no region";
  const moved =
    held === undefined
      ? ""
      : ` ${spoken(asked)} is no business day${held === weekdayName(asked) ? "" : ` (${held})`}, so it begins on the next.`;
  return screen.wrap(`Begins on ${spoken(first)} (${known}).${moved}`, 0).map((line) => screen.paint("quiet", line));
}

const spoken = (day: number) => `${weekdayName(day)} ${ordinaryDate(isoDate(day))}`;

/** Tells the events of a run as they come: each once, with its date and the hours in which it can be sent. */
function teller({ where, playbook }: Opened, dated: Dated, screen: Screen): (events: readonly Event[]) => void {
  let told = 0;
  return (events) => {
    const sentences = toldOf(events);
    for (const [i, event] of events.entries()) {
      if (i < told) continue;
      const day = dated.dayOf(Math.max(1, event.day));
      const words = (sentences[i] ?? "").replace(/^Day \d+: /, "").replace(/^./, (letter) => letter.toUpperCase());
      const hours = event.kind === "moment" ? hoursOn(isoDate(day), event, where, playbook) : "";
      screen.print(...label(`day ${event.day}`, `${spoken(day)}. ${words}${hours}`, screen));
    }
    told = events.length;
  };
}

/** Between which hours a moment's touches can go, on their clock and ours. */
function hoursOn(date: string, event: Event, { theirs, ours }: Opened["where"], playbook: Opened["playbook"]): string {
  if (event.kind !== "moment") return "";
  const calls = event.moment.touches.some(({ channel }) => channel === "call" || channel === "sms");
  const hours = (calls && playbook["calling-hours"]) || theirs.hours;
  if (!hours) return "";
  const said = ` Between ${hours.from} and ${hours.to} their time`;
  if (!theirs.zone || !ours.zone || theirs.zone === ours.zone) return `${said}.`;
  const { from, to } = meetingOn(date, hours, theirs.zone, ours.hours ?? hours, ours.zone);
  return `${said}, which is ${from} to ${to} yours.`;
}

/** Plays with the replies that were given. Those for which there was no place are told. */
function play(opened: Opened, dated: Dated, given: readonly Given[], told: (events: readonly Event[]) => void, screen: Screen): Played {
  const run = playing(machineOf(opened.playbook, dated.lasts));
  const open = [...given].sort((a, b) => a.day - b.day);
  let step = run.next();
  while (!step.done) {
    const turn = step.value;
    const last = turn.events.at(-1)?.day ?? 1;
    const at = open.findIndex(({ day }) => day >= last && (turn.next === undefined || day < turn.next));
    const [one] = at < 0 ? [] : open.splice(at, 1);
    const answer = one && answerTo(one, turn, opened, dated, screen);
    step = run.next(answer);
  }
  told(step.value.events);
  for (const { day, reply } of open)
    screen.print(...label("note", `Nothing of ours was waiting for an answer on day ${day}, so “${reply}” was not played.`, screen));
  return step.value;
}

/** A reply as the playbook hears it. Where it has no answer of its own, that is told, and nothing changes. */
function answerTo({ reply, day, named }: Given, { answers }: Turn, { playbook }: Opened, dated: Dated, screen: Screen): Answer | undefined {
  const note = (words: string) => screen.print(...label("note", words, screen));
  let heard = reply;
  if (reply === "reflex-no" && !answers.includes(reply)) {
    note(
      `A no on day ${day} is no quick no any more${playbook.replies[reply] === undefined ? ", or the playbook does not tell the two apart" : ""}: it counts as a considered one.`,
    );
    heard = "no";
  }
  if (!answers.includes(heard)) {
    note(
      playbook.replies[heard] === undefined
        ? `The playbook does not say what follows “${heard}”, so on day ${day} nothing changes.`
        : `“${heard}” is already being answered on day ${day}, so nothing changes.`,
    );
    return undefined;
  }
  return { reply: heard, day, until: untilFor(heard, day, named, playbook, dated) };
}

/** The business day that an open wait ends on: the date they name, else what the playbook says, else a week. */
function untilFor(
  reply: ReplyName,
  day: number,
  named: string | undefined,
  { replies }: Opened["playbook"],
  dated: Dated,
): number | undefined {
  if (named !== undefined) return Math.max(day, dated.businessDayOf(dayNumber(named)));
  const handling = replies[reply];
  const ifNoDate = typeof handling === "object" && "if-no-date" in handling ? days(handling["if-no-date"] ?? "") : undefined;
  return ifNoDate === undefined ? day + A_WEEK : dated.businessDayOf(dated.dayOf(day) + ifNoDate);
}

/** Asks at each touch what they do. */
async function interactive(
  opened: Opened,
  dated: Dated,
  told: (events: readonly Event[]) => void,
  screen: Screen,
): Promise<Played | undefined> {
  const terminal = askHere();
  const run = playing(machineOf(opened.playbook, dated.lasts));
  try {
    let step = run.next();
    while (!step.done) {
      told(step.value.events);
      const answer = await ask(step.value);
      if (answer === null) return undefined;
      step = run.next(answer);
    }
    told(step.value.events);
    return step.value;
  } finally {
    terminal.close();
  }

  async function ask(turn: Turn): Promise<Answer | undefined | null> {
    const last = turn.events.at(-1)?.day ?? 1;
    screen.print(
      ...label("", `Enter: no answer. Or one of ${turn.answers.join(", ")}; with a date they name: not-now@2027-06-01.`, screen),
    );
    for (;;) {
      const words = (await terminal.ask("      >  "))?.trim();
      if (words === undefined) return null;
      if (words === "") return undefined;
      const given = givenReplies(/^day-?\d+=/.test(words) ? words : `day-${last}=${words}`);
      if (!("reply" in given)) screen.print(...label("", `${given.what} ${given.todo}`, screen));
      else if (given.day < last || (turn.next !== undefined && given.day >= turn.next))
        screen.print(...label("", `Write a day from ${last}${turn.next === undefined ? " on" : ` to ${turn.next - 1}`}, or none.`, screen));
      else {
        const answer = answerTo(given, turn, opened, dated, screen);
        if (answer) return answer;
      }
    }
  }
}

const ENDINGS: Readonly<Record<string, string>> = {
  silence: "Nobody has answered, and nothing follows.",
  answered: "They have answered, and nothing of ours is left.",
  stop: "It ends here on every channel, and the rest begins.",
  suppress: "It ends here, and they are taken off every list.",
  "hand-over": "A person takes the conversation on.",
  return: "We are back, as agreed, with a fresh conversation.",
  resume: "There is nothing left to go on with.",
};

function ending({ events, end }: Played, dated: Dated, screen: Screen): readonly string[] {
  const sent = events.filter(({ kind }) => kind === "moment").length;
  const day = spoken(dated.dayOf(Math.max(1, end.day)));
  return [
    ...label(`day ${end.day}`, `${day}. ${ENDINGS[end.how] ?? end.how}`, screen),
    "",
    `${screen.paint("good", "✓")} ${screen.paint("strong", `They heard from us ${many(sent, "time")}.`)}`,
  ];
}
