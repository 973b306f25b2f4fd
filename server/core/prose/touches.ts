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

/** Messages read lately, by text and context: texts that many playbooks have are read once for all. */
const recent = new Map<string, Message>();
const MOST_RECENT = 400;

function readOnce(text: string, context: MessageContext): Message {
  const key = JSON.stringify([context, text]);
  const message = recent.get(key) ?? messageOf(text, context);
  recent.delete(key);
  recent.set(key, message);
  if (recent.size > MOST_RECENT) recent.delete(recent.keys().next().value ?? "");
  return message;
}

type Kept = { readonly stage: Stage; readonly number: number; readonly messages: readonly TouchMessage[] };

/** Touches are the same from key to key while another one is written. */
const kept = new WeakMap<Touch, Kept>();

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
