import { mainField, type Playbook, type Touch } from "../core/index.ts";
import { theirs, WRITINGS } from "./blanks.ts";
import { toCalendar } from "./days.ts";
import { asHtml, isHtml, tidy } from "./html.ts";
import { TASK_NAMES } from "./steps.ts";
import type { Outline, OutlineStep, Tool } from "./tool.ts";

/** What each variable says when it is not known, where that is words and not an instruction. */
const fallbacksOf = ({ variables }: Playbook): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(variables).flatMap(([name, { fallback }]) =>
      fallback === undefined || fallback === "skip the sentence" ? [] : [[name, fallback] as const],
    ),
  );

/** Whether a tool has a kind of step for a touch. */
const isNative = (tool: Tool, { channel, mode }: Touch) =>
  tool.channels.includes(channel) && !(mode === "manual" && tool.onlyAutomatic?.includes(channel));

/** The channels of a playbook that become tasks in a tool. */
export const foreignTo = (tool: Tool, { touches }: Playbook): readonly string[] => [
  ...new Set(touches.filter((touch) => !isNative(tool, touch)).map(({ channel }) => channel)),
];

/** The first email, where it answers something that a tool does not know of. */
export function orphanIn(tool: Tool, { touches }: Playbook): string | undefined {
  const [first] = inOrder(touches).filter(({ channel }) => channel === "email");
  return tool.repliesToMail && first && "thread" in first && first.thread === "reply" ? first.id : undefined;
}

/** The touches whose words would be taken for HTML where a tool keeps them as they are: in subjects, and outside of emails. */
export const markupIn = ({ touches }: Playbook): readonly string[] =>
  touches
    .filter((touch) =>
      isHtml([wordsOf(touch, "subject"), touch.channel === "email" ? undefined : spokenOf(touch)].filter(Boolean).join("\n")),
    )
    .map(({ id }) => id);

/** The main line of a playbook as a tool takes it. */
export function outlineOf(playbook: Playbook, tool: Tool): Outline {
  const fallbacks = fallbacksOf(playbook);
  const written = (text: string | undefined) => (text === undefined ? undefined : theirs(tidy(text), WRITINGS[tool.writing], fallbacks));
  const counted = (day: number) => (tool.days === "business" ? day - 1 : toCalendar(day - 1));
  let before = 0;
  const steps = inOrder(playbook.touches).map((touch): OutlineStep => {
    const day = counted(touch.day);
    const after = day - before;
    before = day;
    const native = isNative(tool, touch);
    const text = written(spokenOf(touch));
    const mail = touch.channel === "email";
    return {
      name: native ? touch.id : `${TASK_NAMES[touch.channel]}: ${touch.id}`,
      channel: touch.channel,
      automatic: touch.mode === "automatic" && native,
      after,
      day: day + 1,
      note: mail ? undefined : text,
      text,
      mail: mail
        ? { subject: written(touch.subject), html: asHtml(written(touch.message) ?? ""), reply: touch.thread === "reply" }
        : undefined,
      type: ({ email, call, task, linkedin }) =>
        !native ? task : mail ? email[touch.mode === "automatic" ? 0 : 1] : touch.channel === "call" ? call : (linkedin ?? task),
    };
  });
  return { title: playbook.title ?? "", summary: playbook.summary, steps };
}

/** The touches in the order of their days; those of one day as they are written. */
export const inOrder = (touches: Playbook["touches"]): Playbook["touches"] => [...touches].sort((a, b) => a.day - b.day);

/** Everything a rep says or sends in a touch, one after the other. */
function spokenOf(touch: Touch): string | undefined {
  const main = wordsOf(touch, mainField(touch.channel));
  const more = (["script", "message", "voicemail"] as const)
    .filter((field) => field !== mainField(touch.channel))
    .flatMap((field) => {
      const words = wordsOf(touch, field);
      return words === undefined ? [] : [`${field === "voicemail" ? "Voicemail" : "Message"}:\n${tidy(words)}`];
    });
  const subject = touch.channel === "video" && "subject" in touch && touch.subject ? [`Subject: ${touch.subject}`] : [];
  const all = [main === undefined ? undefined : tidy(main), ...subject, ...more].filter((part) => part !== undefined);
  return all.length > 0 ? all.join("\n\n") : undefined;
}

/** The words of a touch's field, where its channel has it. */
export const wordsOf = (touch: Touch, field: string): string | undefined => {
  const value = (touch as Readonly<Record<string, unknown>>)[field];
  return typeof value === "string" ? value : undefined;
};
