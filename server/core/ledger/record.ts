import type * as z from "zod";
import { ApprovalSchema, NewestSchema, RevocationSchema } from "../format/approval.ts";
import type { ApprovalRecord, RevocationRecord } from "../model.ts";
import { readCanonical, writeCanonical } from "./canonical.ts";
import { decoded } from "./digest.ts";

/** A record of the ledger, or the word on which of them is the newest. */
type Kinds = {
  readonly approval: ApprovalRecord;
  readonly revocation: RevocationRecord;
  readonly newest: z.output<typeof NewestSchema>;
};

const kinds: { readonly [K in keyof Kinds]: { readonly heading: string; readonly schema: z.ZodType } } = {
  approval: {
    heading: "Written by cadence approve. It speaks for the exact copy beside it; edited, it counts for nothing.",
    schema: ApprovalSchema,
  },
  revocation: { heading: "Written by cadence revoke. The version it names is no longer approved.", schema: RevocationSchema },
  newest: {
    heading: "Written by cadence. The last decision about this playbook; were it taken away, it would be missed.",
    schema: NewestSchema,
  },
};

/** A record as it stands in its file. */
export const writeRecord = <K extends keyof Kinds>(kind: K, record: Kinds[K]): Uint8Array =>
  new TextEncoder().encode(writeCanonical(kinds[kind].heading, record as never));

/** What a record's file says, or why it counts for nothing, as a sentence. */
export function readRecord<K extends keyof Kinds>(kind: K, bytes: Uint8Array): Kinds[K] | string {
  const { heading, schema } = kinds[kind];
  const text = decoded(bytes);
  const value = text === undefined ? undefined : readCanonical(heading, text);
  if (value === undefined) return "It is not written as cadence writes it, so it was edited or damaged.";
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data as Kinds[K];
  const [issue] = parsed.error.issues;
  return `It does not say what it must: ${issue?.path.join(".") || "a field"} is missing or wrong.`;
}

/** The names of the files that one decision is made of. */
export const filesOf = (id: string) => ({
  copy: `${id}.playbook.yaml`,
  approval: `${id}.approval.yaml`,
  revocation: `${id}.revocation.yaml`,
  signatureOf: (record: string) => `${record}.sig`,
});
