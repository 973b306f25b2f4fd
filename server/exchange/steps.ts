import { ASKS, CHANNELS } from "../core/index.ts";
import { ours } from "./blanks.ts";
import { LAST_DAY, toBusiness } from "./days.ts";
import { plainWords, tidy } from "./html.ts";
import type { Kept, RawSequence, RawStep, Sequence, Step } from "./sequence.ts";
import { stepNotes } from "./step-notes.ts";

type Channel = Step["channel"];

/** What tools call the ways to reach somebody, each as it stands in a type or, for a task, in its name. First match wins. */
const KINDS: readonly (readonly [RegExp, Channel])[] = [
  [/linked ?in|inmail/, "linkedin"],
  [/voice ?mail|voice message/, "voicemail"],
  [/\bvideo|vidyard|loom\b/, "video"],
  [/\bsms\b|text message|\btext\b/, "sms"],
  [/direct mail|\bpost\b|postal|postcard|\bletter\b|\bgift\b|parcel|handwritten/, "post"],
  [/\bevent\b|webinar|invitation/, "event"],
  [/\bcalls?\b|\bphone|\bdial|cold call/, "call"],
  [/e ?mail|\bmail\b/, "email"],
];

/** How a task is called that stands for a channel the target does not know. */
export const TASK_NAMES: Readonly<Record<Channel, string>> = {
  call: "Call",
  voicemail: "Voicemail",
  email: "Email",
  linkedin: "LinkedIn",
  sms: "Text message",
  video: "Video",
  post: "Letter",
  event: "Event",
};

const plainType = (type: string) =>
  type
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[\s_\-./]+/g, " ")
    .toLowerCase()
    .trim();

/** Kinds that say nothing of how somebody is reached: their name may. */
const TASKS = /^(?:task|tasks|other|manual|manual task|action item|action|to do|todo|generic|integration|custom|step|)$/;

/** What a rep does on a network without a word to somebody: looking at a profile, following, liking, taking an invitation back. */
const SOCIAL = /linked ?in|twitter|\bsocial\b|\bprofile\b/;
const WORDLESS = /\b(?:view|visit|follow|like|endorse|interact|engage|react|withdraw)\b(?! up)/;

/** A task by the channel it stands for, as an export of ours calls it: `LinkedIn: first-note`. */
const CALLED = new RegExp(`^(${Object.values(TASK_NAMES).join("|")}): (.+)$`);

/** The channel of a step. Undefined for one that reaches nobody, or in a way we do not know. */
function channelOf({ type, name = "" }: Pick<RawStep, "type" | "name">): Channel | undefined {
  const plain = plainType(type);
  const named = TASKS.test(plain) ? plainType(name) : plain;
  if ((CHANNELS as readonly string[]).includes(named)) return named as Channel;
  if (SOCIAL.test(named) && WORDLESS.test(named)) return undefined;
  // What follows the channel may name another one: `Email: second-letter`.
  const called = TASKS.test(plain) ? CALLED.exec(name)?.[1] : undefined;
  return KINDS.find(([kind]) => kind.test(called === undefined ? named : plainType(called)))?.[1];
}

/** A step's name without the channel that a task was called by: `LinkedIn: first-note` is `first-note`. */
function ownName(name: string | undefined): string | undefined {
  const [, , rest] = CALLED.exec(name ?? "") ?? [];
  return (rest ?? name)?.trim() || undefined;
}

/** Hours add up to days with a rounding error. */
const ALMOST = 1e-6;
const whole = (days: number) => Math.floor(days + ALMOST);

/** A step beside its channel, where it reaches somebody, and the whole days that have passed when it comes. */
type Timed = { readonly step: RawStep; readonly channel: Channel | undefined; readonly passed: number; readonly backwards: boolean };

/** The number of the first day: 0 where a step is on it, as many plans count, or else 1. */
const firstDayOf = (steps: readonly RawStep[]): 0 | 1 =>
  steps.some(({ at }) => at && "day" in at && at.day >= 0 && whole(at.day) === 0) ? 0 : 1;
const FROM_ZERO = "Its days begin at 0 and were counted from there, so day 0 is day 1 here.";

/** When each step comes. One that would come before the first day, or before the step it follows, comes with that step. */
function inTime(steps: readonly RawStep[], firstDay: number): readonly Timed[] {
  let day = 0;
  return steps.map((step) => {
    const after = step.at && "after" in step.at ? step.at.after : 0;
    const asked = step.at && "day" in step.at ? step.at.day - firstDay : day + after;
    const backwards = !Number.isFinite(asked) || asked < 0 || after < 0;
    if (!backwards) day = asked;
    return { step, channel: channelOf(step), passed: whole(day), backwards };
  });
}

/** What somebody should know where the first touch does not come at once: a playbook's days count from it. */
function startsLater(timed: readonly Timed[], first: number, { days }: RawSequence): readonly string[] {
  if (first === 0) return [];
  const before = timed.some(({ step, channel, passed }) => channel === undefined && passed < first && !WAITS.test(plainType(step.type)));
  return [
    `The first touch was on day ${first + 1}. Days count from it, so every touch comes ${first} ${days} ${
      first === 1 ? "day" : "days"
    } earlier here.${before ? " What came before it stands in guidance." : ""}`,
  ];
}

/** Kinds that only let time pass. */
const WAITS = /^(?:delay|wait)$/;

/** Fields of a step that its touch has no place for, so that they are kept beside it. */
const isPlaceless = (channel: Channel, name: string, value: string): boolean =>
  (name === "voicemail" && channel !== "call") ||
  (name === "script" && !["call", "voicemail", "video"].includes(channel)) ||
  (name === "kind" && !["standard", "take-away", "greeting"].includes(value)) ||
  (name === "ask" && !(ASKS as readonly string[]).includes(value));

/** What is said in a step, which for what is only spoken is its script, and a message beside that. */
function saidIn(step: RawStep, channel: Channel | undefined): { readonly body: string; readonly beside: readonly Kept[] } {
  const script = channel === "call" || channel === "voicemail" ? step.fields?.["script"] : undefined;
  if (script === undefined) return { body: step.body ?? "", beside: [] };
  return { body: script, beside: step.body === undefined ? [] : [{ name: "message", value: step.body }] };
}

/** What a tool has, as a sequence of ours: days in business days from the first touch, words without HTML, blanks in our writing. */
export function understood(raw: RawSequence): Sequence {
  const notes = stepNotes();
  const firstDay = firstDayOf(raw.steps);
  const timed = inTime(raw.steps, firstDay);
  const touching = timed.flatMap(({ channel, passed }) => (channel === undefined ? [] : [passed]));
  const first = touching.length === 0 ? 0 : touching.reduce((a, b) => Math.min(a, b));
  const steps: Step[] = [];
  let waiting: string[] = [];
  let kept: Kept[] = [];
  for (const [i, { step, channel, passed, backwards }] of timed.entries()) {
    const n = i + 1;
    const unplaced: Kept[] = [];
    if (step.at && "unread" in step.at) {
      const says = `“${step.at.unread}” of when`;
      notes.add(
        n,
        `unread ${step.at.unread}`,
        `says ${says} it comes; it was put on the day of the one before. Look at its day.`,
        `say ${says} they come; each was put on the day of the one before. Look at their days.`,
      );
    }
    if (step.off && channel)
      notes.add(
        n,
        "off",
        "is switched off where it comes from, and is a touch like the others here. Take it out if it is not meant.",
        "are switched off where they come from, and are touches like the others here. Take them out if they are not meant.",
      );
    if (backwards && step.at && "day" in step.at) {
      unplaced.push({ name: "day", value: String(step.at.day) });
      notes.add(
        n,
        "before the first day",
        "is to come before the first day; it was put on the day of the one before. Look at its day.",
        "are to come before the first day; each was put on the day of the one before. Look at their days.",
      );
    } else if (backwards) {
      if (step.at && "after" in step.at) unplaced.push({ name: "days after the step before", value: String(step.at.after) });
      notes.add(
        n,
        "backwards",
        "is to come before the one it follows; it was put on the same day. Look at its day.",
        "are each to come before the one they follow; they were put on the same day as it. Look at their days.",
      );
    }
    const read = step.plain ? (text: string) => ({ words: tidy(text), left: [] }) : plainWords;
    const { body, beside } = saidIn(step, channel);
    const [said, headed, told] = [read(body), read(step.subject ?? ""), read(step.guidance ?? "")];
    const left = [...headed.left, ...said.left, ...told.left];
    const text = ours(said.words);
    const subject = ours(headed.words.replace(/\s+/g, " "));
    const guidance = ours(told.words);
    for (const odd of [...text.odd, ...subject.odd, ...guidance.odd])
      notes.add(
        n,
        `odd ${odd}`,
        `holds “${odd}”, which stayed as it is: write the words out.`,
        `hold “${odd}”, which stayed as it is: write the words out.`,
      );
    if (!channel) {
      const [label, type] = [ownName(step.name), step.type || "task"];
      const fields = Object.entries(step.fields ?? {}).map(([name, value]) => `${name}: ${tidy(value)}`);
      const says = [subject.text, text.text, guidance.text, ...fields].filter(Boolean);
      const called = label === undefined ? type : `${label} (${type})`;
      // They stand beside another touch, so each says whose it is.
      kept.push(...[...step.kept, ...left, ...unplaced].map(({ name, value }) => ({ name: `${label ?? type}, ${name}`, value })));
      const waits = WAITS.test(plainType(step.type));
      if (waits && says.length === 0) {
        if (label !== undefined) kept.push({ name: type, value: label });
        continue;
      }
      waiting.push([called, ...(step.off ? ["Switched off where it comes from."] : []), ...says].join("\n"));
      if (waits) continue;
      const named = step.type.trim() === "" ? "" : `(“${step.type}”) `;
      const [its, their] =
        touching.length === 0
          ? ["the comments", "the comments"]
          : ["the guidance of the touch beside it", "the guidance of the touches beside them"];
      notes.add(
        n,
        `nobody ${step.type}`,
        `${named}reaches nobody in a way a playbook knows; what it says stands in ${its}.`,
        `${named}reach nobody in a way a playbook knows; what they say stands in ${their}.`,
      );
      continue;
    }
    const fields = Map.groupBy(Object.entries(step.fields ?? {}), ([name, value]) => isPlaceless(channel, name, value));
    const placeless = (fields.get(true) ?? []).map(([name, value]) => ({ name, value }));
    const business = 1 + (raw.days === "calendar" ? toBusiness(passed - first) : passed - first);
    const beyond = business > LAST_DAY ? [{ name: "day", value: String(business) }] : [];
    steps.push({
      day: Math.min(business, LAST_DAY),
      channel,
      mode: (step.automatic ?? /\bauto/.test(plainType(step.type))) ? "automatic" : "manual",
      thread: step.reply ? "reply" : "new",
      name: ownName(step.name),
      subject: subject.text || undefined,
      words: text.text || undefined,
      spoken: step.spoken,
      guidance: [...waiting.map((one) => `Before this: ${one}`), guidance.text].filter(Boolean).join("\n\n") || undefined,
      fields: Object.fromEntries(fields.get(false) ?? []),
      fallbacks: new Map([...guidance.fallbacks, ...subject.fallbacks, ...text.fallbacks]),
      kept: [...kept, ...step.kept, ...beside, ...placeless, ...left, ...unplaced, ...beyond],
    });
    if (beyond.length > 0)
      notes.add(
        n,
        "beyond",
        `comes on business day ${business}, and a playbook ends on day ${LAST_DAY}; it was put there.`,
        `come after business day ${LAST_DAY}, on which a playbook ends; they were put there.`,
      );
    waiting = [];
    kept = [];
  }
  const last = steps.at(-1);
  if (last && (waiting.length > 0 || kept.length > 0))
    steps[steps.length - 1] = {
      ...last,
      guidance: [last.guidance, ...waiting.map((one) => `After this: ${one}`)].filter(Boolean).join("\n\n") || undefined,
      kept: [...last.kept, ...kept],
    };
  const orphans = last ? [] : [...waiting.map((value) => ({ name: "step", value })), ...kept];
  return {
    title: raw.title.trim() || "Imported sequence",
    summary: raw.summary,
    steps: ordered(steps),
    kept: [...raw.kept, ...orphans],
    notes: [...raw.notes, ...(firstDay === 0 ? [FROM_ZERO] : []), ...startsLater(timed, first, raw), ...notes.all()],
  };
}

/** Steps in the order of their days; those of one day as they were. */
const ordered = (steps: readonly Step[]) => [...steps].sort((a, b) => a.day - b.day);
