import { CHANNELS } from "../core/index.ts";
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

/** The channel of a step. Undefined for one that reaches nobody, or in a way we do not know. */
function channelOf({ type, name = "" }: Pick<RawStep, "type" | "name">): Channel | undefined {
  const plain = plainType(type);
  const named = TASKS.test(plain) ? plainType(name) : plain;
  if ((CHANNELS as readonly string[]).includes(named)) return named as Channel;
  if (SOCIAL.test(named) && WORDLESS.test(named)) return undefined;
  return KINDS.find(([kind]) => kind.test(named))?.[1];
}

/** A step's name without the channel that a task was called by: `LinkedIn: first-note` is `first-note`. */
function ownName(name: string | undefined): string | undefined {
  const [, rest] = new RegExp(`^(?:${Object.values(TASK_NAMES).join("|")}): (.+)$`).exec(name ?? "") ?? [];
  return (rest ?? name)?.trim() || undefined;
}

/** What a tool has, as a sequence of ours: days in business days, words without HTML, blanks in our writing. */
export function understood(raw: RawSequence): Sequence {
  const notes = stepNotes();
  const steps: Step[] = [];
  let waiting: string[] = [];
  let kept: Kept[] = [];
  let day = 0;
  for (const [i, step] of raw.steps.entries()) {
    const after = step.at && "after" in step.at ? step.at.after : 0;
    const asked = step.at && "day" in step.at ? step.at.day - 1 : day + after;
    const backwards = !Number.isFinite(asked) || asked < 0 || after < 0;
    const n = i + 1;
    if (step.at && "unread" in step.at) {
      const says = `“${step.at.unread}” of when`;
      notes.add(
        n,
        `unread ${step.at.unread}`,
        `says ${says} it comes; it was put on the day of the one before. Look at its day.`,
        `say ${says} they come; each was put on the day of the one before. Look at their days.`,
      );
    }
    if (step.off)
      notes.add(
        n,
        "off",
        "is switched off where it comes from, and is a touch like the others here. Take it out if it is not meant.",
        "are switched off where they come from, and are touches like the others here. Take them out if they are not meant.",
      );
    if (backwards)
      notes.add(
        n,
        "backwards",
        "is to come before the one it follows; it was put on the same day. Look at its day.",
        "are each to come before the one they follow; they were put on the same day as it. Look at their days.",
      );
    else day = asked;
    const business = 1 + (raw.days === "calendar" ? toBusiness(Math.floor(day + ALMOST)) : Math.floor(day + ALMOST));
    const channel = channelOf(step);
    const read = step.plain ? (text: string) => ({ words: tidy(text), left: [] }) : plainWords;
    const { words, left } = read(step.body ?? "");
    const text = ours(words);
    const subject = ours(read(step.subject ?? "").words.replace(/\s+/g, " "));
    const guidance = ours(read(step.guidance ?? "").words);
    for (const odd of [...text.odd, ...subject.odd, ...guidance.odd])
      notes.add(
        n,
        `odd ${odd}`,
        `holds “${odd}”, which stayed as it is: write the words out.`,
        `hold “${odd}”, which stayed as it is: write the words out.`,
      );
    if (!channel) {
      if (/^(?:delay|wait)$/.test(plainType(step.type))) continue;
      const [label, type] = [ownName(step.name), step.type || "task"];
      const all = [label === undefined ? type : `${label} (${type})`, subject.text, text.text, guidance.text].filter(Boolean);
      waiting.push(all.join("\n"));
      kept.push(...step.kept, ...left);
      notes.add(
        n,
        `nobody ${step.type}`,
        `(“${step.type}”) reaches nobody in a way a playbook knows; what it says stands in the guidance of the touch beside it.`,
        `(“${step.type}”) reach nobody in a way a playbook knows; what they say stands in the guidance of the touches beside them.`,
      );
      continue;
    }
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
      fields: step.fields,
      fallbacks: new Map([...guidance.fallbacks, ...subject.fallbacks, ...text.fallbacks]),
      kept: [...kept, ...step.kept, ...left, ...beyond],
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
    notes: [...raw.notes, ...notes.all()],
  };
}

/** Hours add up to days with a rounding error. */
const ALMOST = 1e-6;

/** Steps in the order of their days; those of one day as they were. */
const ordered = (steps: readonly Step[]) => [...steps].sort((a, b) => a.day - b.day);
