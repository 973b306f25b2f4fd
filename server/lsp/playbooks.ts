import { kindOfFile, read, valueAt } from "../core/index.ts";
import { isDraft, type Shown } from "./approval.ts";
import type { Desk } from "./desk.ts";
import type { Going } from "./going.ts";
import { texts } from "./texts.ts";
import { turn } from "./turn.ts";

/** A playbook of the workspace, open or not, with how it stands to its approval. */
export type Listed = {
  readonly uri: string;
  /** Undefined where it has none that can be read. */
  readonly title: string | undefined;
  /** Null where there is no ledger of approvals. */
  readonly approval: Shown | null;
};

/** What tells how a draft stands to its approval. */
type StateOf = (draft: { readonly file: string; readonly text: string }) => Promise<Shown>;

/** Every playbook of the workspace and every open one besides, approved copies left out. `going` throws when the client has given up. */
export async function playbooksIn(desk: Desk, stateOf: StateOf | undefined, going: Going): Promise<readonly Listed[]> {
  const listed: Listed[] = [];
  for await (const { uri, text } of texts(desk, going)) {
    if (kindOfFile(uri) !== "playbook" || !isDraft(uri)) continue;
    const file = desk.host.pathOf(uri);
    const title = valueAt(read(text).value, ["title"]);
    listed.push({
      uri,
      title: typeof title === "string" && title.trim() !== "" ? title.trim() : undefined,
      approval: stateOf && file !== undefined ? await stateOf({ file, text }) : null,
    });
    await turn();
  }
  return listed;
}
