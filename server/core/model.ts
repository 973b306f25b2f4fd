import type * as z from "zod";
import type { ApprovalSchema, RevocationSchema } from "./format/approval.ts";
import type { AssetsSchema } from "./format/assets.ts";
import type { ConfigSchema } from "./format/config.ts";
import type { PlaybookSchema } from "./format/playbook.ts";
import { once } from "./once.ts";
import { addressOf } from "./text/address.ts";
import type { Place } from "./text/locate.ts";

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** One playbook, whole: only `check` makes one, and every part of it has a place in the text. */
export type Playbook = Frozen<z.output<typeof PlaybookSchema>>;
export type Config = Frozen<z.output<typeof ConfigSchema>>;
export type Assets = Frozen<z.output<typeof AssetsSchema>>;
export type ApprovalRecord = Frozen<z.output<typeof ApprovalSchema>>;
export type RevocationRecord = Frozen<z.output<typeof RevocationSchema>>;

export type Touch = Playbook["touches"][number];
export type Channel = Touch["channel"];
export type Ask = Touch["ask"];
export type Replies = Playbook["replies"];
export type ReplyName = keyof Replies;
type Outcome = Extract<NonNullable<Replies["no"]>, string>;

/** A reply's handling as a branch, whichever way it was written. */
export type Branch = {
  readonly reply: ReplyName;
  readonly outcome: Outcome;
  readonly do?: string | undefined;
  readonly wait?: string | undefined;
  readonly ifNoDate?: string | undefined;
  readonly evidence?: string | undefined;
  readonly scenarios?: readonly string[] | undefined;
  readonly touches: readonly Touch[];
  readonly part: object;
};

/** The replies the playbook handles, in the order of the format. */
export const branchesOf = ({ replies }: Playbook): readonly Branch[] => branchesIn(replies);

const branchesIn = once((replies: Replies): readonly Branch[] =>
  (Object.keys(replies) as ReplyName[]).flatMap((reply) => branchOf(replies, reply) ?? []),
);

/** How one reply is handled. Undefined when the playbook does not say. */
export function branchOf(replies: Replies, reply: ReplyName): Branch | undefined {
  const handling = replies[reply];
  if (handling === undefined) return undefined;
  if (typeof handling === "string") return { reply, outcome: handling, touches: [], part: replies };
  return {
    reply,
    outcome: handling.then,
    do: handling.do,
    wait: handling.wait,
    ifNoDate: "if-no-date" in handling ? handling["if-no-date"] : undefined,
    evidence: "evidence" in handling ? handling.evidence : undefined,
    scenarios: "scenarios" in handling ? handling.scenarios : undefined,
    touches: handling.touches,
    part: handling,
  };
}

/** Every touch: the main line first, then the branches. */
export const allTouches = once((playbook: Playbook): readonly Touch[] => [
  ...playbook.touches,
  ...branchesOf(playbook).flatMap(({ touches }) => touches),
]);

/** The texts of a touch that reach the prospect, with the field each stands in. */
export const textsOf = once((touch: Touch): readonly { readonly field: TextField; readonly text: string }[] =>
  TEXT_FIELDS.flatMap((field) => {
    const text = (touch as Partial<Record<TextField, string | undefined>>)[field];
    return text === undefined ? [] : [{ field, text }];
  }),
);

const TEXT_FIELDS = ["subject", "message", "script", "voicemail"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** The words of a channel's main text, written or spoken. */
export const mainField = (channel: Channel): "message" | "script" =>
  channel === "call" || channel === "voicemail" || channel === "video" ? "script" : "message";

type FieldOf<P> = P extends unknown ? keyof P & (string | number) : never;

/** The place of one field of a part: its value, or its key where the value is long or missing. A field the part cannot have does not compile. */
export const at = <P extends object>(part: P, field: FieldOf<P>): Place => ({ path: [...pathOf(part), field] });

/** The place of a field's key. */
export const onKey = <P extends object>(part: P, field: FieldOf<P>): Place => ({ path: [...pathOf(part), field], on: "key" });

/** The place of some words in a text field: UTF-16 offsets into its value. */
export const onWords = <P extends object>(part: P, field: FieldOf<P>, from: number, to: number): Place => ({
  path: [...pathOf(part), field],
  words: [from, to],
});

/** The place of a part as a whole: its heading. */
export const onPart = (part: object): Place => ({ path: pathOf(part), on: "key" });

/** Where a part of a playbook stands. */
export const pathOf = (part: object) => addressOf(part) ?? [];
