import QuickLRU from "quick-lru";
import { beside } from "../beside.ts";
import { branchesOf, type Playbook, type TextField, type Touch, textsOf } from "../model.ts";
import { once } from "../once.ts";
import { type Message, type MessageContext, messageOf } from "./message.ts";

/** A text of a touch, read as the message it is. */
export type TouchMessage = { readonly message: Message; readonly touch: Touch; readonly field: TextField };

/** Every text of a playbook that reaches the prospect, read once however many rules look at it. */
export const messagesOf = once((playbook: Playbook): readonly TouchMessage[] => [
  ...playbook.touches.flatMap((touch, i) => ofTouch(playbook.audience.stage, touch, i + 1)),
  // A branch answers somebody: they are no stranger any more, and its first touch is a follow-up already.
  ...branchesOf(playbook).flatMap(({ touches }) => touches.flatMap((touch, i) => ofTouch(spokenWith(playbook), touch, i + 2))),
]);

type Stage = Playbook["audience"]["stage"];
const spokenWith = ({ audience }: Playbook): Stage => (audience.stage === "cold" ? "contacted" : audience.stage);

const MOST_RECENT = 200;
/** Messages read lately, by their text: texts that many playbooks have are read once for all. */
const recent = new QuickLRU<string, readonly Known[]>({ maxSize: MOST_RECENT });
/** Texts met once lately. Most are never met again, and to keep what was read of them would cost more than to read some of them twice. */
const met = new QuickLRU<string, true>({ maxSize: MOST_RECENT });

type Known = { readonly context: MessageContext; readonly message: Message };

function readOnce(text: string, context: MessageContext): Message {
  const before = recent.get(text);
  if (!before && !metAgain(text)) return messageOf(text, context);
  const known = before?.find((one) => alike(one.context, context));
  const message = known?.message ?? messageOf(text, context);
  if (!known) recent.set(text, [...(before ?? []).slice(1 - MOST_CONTEXTS), { context, message }]);
  return message;
}

/** Whether a text was met before, of which from now on is kept what is read of it. */
function metAgain(text: string): boolean {
  if (met.delete(text)) return true;
  met.set(text, true);
  return false;
}

/** In how many ways one text is read at most: a greeting may stand in every touch there is. */
const MOST_CONTEXTS = 8;

function alike(one: MessageContext, other: MessageContext): boolean {
  for (const name in one) if (one[name as keyof MessageContext] !== other[name as keyof MessageContext]) return false;
  return true;
}

type Kept = { readonly stage: Stage; readonly number: number; readonly messages: readonly TouchMessage[] };

/** Touches are the same from key to key while another one is written. */
const kept = beside<Kept>();

function ofTouch(stage: Stage, touch: Touch, number: number): readonly TouchMessage[] {
  const known = kept.get(touch);
  if (known?.stage === stage && known.number === number) return known.messages;
  const messages = readAnew(stage, touch, number);
  kept.set(touch, { stage, number, messages });
  return messages;
}

const readAnew = (stage: Stage, touch: Touch, number: number): TouchMessage[] =>
  textsOf(touch).map(({ field, text }) => ({
    touch,
    field,
    message: readOnce(text, {
      channel: touch.channel,
      stage,
      thread: touch.channel === "email" ? touch.thread : "new",
      touch: number,
      mode: touch.mode,
      kind: touch.kind,
      value: touch.value ?? touch.asset,
      sourcedDeadline: touch.deadline?.source !== undefined,
      field: field === "subject" ? "subject" : "body",
    }),
  }));
