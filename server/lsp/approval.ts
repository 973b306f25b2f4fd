import type { CodeLens, Connection } from "vscode-languageserver";
import { CodeLensRefreshRequest } from "vscode-languageserver";
import { type Config, nameOf, poor, type Question, type Refusal, type Standing, type State } from "../core/index.ts";
import { FIRST } from "./lenses.ts";

/** What an editor shows of one draft's approval. */
export type Shown = {
  readonly state: State;
  /** In a few words: “Approved by Maren Holt, version 2”. */
  readonly words: string;
  /** A sentence more. */
  readonly detail: string;
  /** How the draft stands to what is approved. */
  readonly draft: Standing["draft"];
};

/** What has to be said before an approval can be given. */
type Asked = {
  readonly questions: readonly Question[];
  /** The people on the team's list, where it has one. */
  readonly approvers: readonly string[];
  /** Whether there was a version before, so that what changed has to be said. */
  readonly needsNote: boolean;
};

/** What an approver said. */
type Given = { readonly by: string; readonly note?: string; readonly answers: Readonly<Record<string, string>> };

/** What came of a decision: words for whoever made it, or every reason against it. */
export type Outcome = { readonly done: string } | { readonly refused: readonly Refusal[] };

/** The ledger, as far as an editor reaches it. A path is that of a draft; its text is what the editor holds. */
export type Approvals = {
  standing(file: string, text: string): Promise<{ readonly standing: Standing; readonly config: Config | undefined } | Refusal>;
  asked(file: string, text: string): Promise<Asked>;
  approve(file: string, text: string, given: Given): Promise<Outcome>;
  revoke(file: string, by: string, because: string): Promise<Outcome>;
};

type Documents = {
  /** The text of a document that is open, after what is around it is known. */
  text(uri: string): string | undefined;
  pathOf(uri: string): string | undefined;
  /** Whether the client understands that lenses have to be asked for again. */
  refreshes(): boolean;
};

type ForDraft = { readonly uri: string };

/** Answers what editors ask about approvals: a lens over each draft, its state, what was approved, and the two decisions. */
export function serveApprovals(connection: Connection, approvals: Approvals, documents: Documents) {
  const changed = () => {
    if (documents.refreshes()) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  };
  const draftAt = (uri: string) => {
    const [file, text] = [documents.pathOf(uri), documents.text(uri)];
    return file === undefined || text === undefined || !isDraft(file) ? undefined : { file, text };
  };
  async function shown(uri: string): Promise<Shown | null> {
    const draft = draftAt(uri);
    return draft ? stateOf(draft) : null;
  }
  async function stateOf({ file, text }: { readonly file: string; readonly text: string }): Promise<Shown> {
    const found = await approvals.standing(file, text);
    if ("what" in found) return { state: "forged", words: "Approval unknown", detail: `${found.what} ${found.todo}`, draft: "missing" };
    return tell(found.standing);
  }
  /** Tells everybody who shows a state that it may be another now. */
  const after = (outcome: Outcome): Outcome => {
    if ("done" in outcome) changed();
    return outcome;
  };

  async function lens(uri: string): Promise<CodeLens[]> {
    const one = await shown(uri);
    const title =
      one && (one.draft === "changed" && one.state !== "never-approved" ? `${one.words} · the draft has changed since` : one.words);
    return title ? [{ range: FIRST, command: { title, command: "cadence.approval", arguments: [uri] } }] : [];
  }
  connection.onRequest("cadence/approval", ({ uri }: ForDraft) => shown(uri));
  connection.onRequest("cadence/approved-text", async ({ uri }: ForDraft): Promise<string | null> => {
    const draft = draftAt(uri);
    const found = draft && (await approvals.standing(draft.file, draft.text));
    const copy = found && "standing" in found ? found.standing.inForce?.step.copy : undefined;
    return copy ? new TextDecoder().decode(copy) : null;
  });
  connection.onRequest("cadence/approval-questions", ({ uri }: ForDraft) => {
    const draft = draftAt(uri);
    return draft ? approvals.asked(draft.file, draft.text) : null;
  });
  connection.onRequest(
    "cadence/answer-is-poor",
    ({ answer, others }: { answer: string; others: readonly string[] }) => poor(answer, others) ?? null,
  );
  connection.onRequest("cadence/approve", async ({ uri, ...given }: ForDraft & Given) => {
    const draft = draftAt(uri);
    return draft ? after(await approvals.approve(draft.file, draft.text, given)) : NO_DRAFT;
  });
  connection.onRequest("cadence/revoke", async ({ uri, by, because }: ForDraft & { by: string; because: string }) => {
    const draft = draftAt(uri);
    return draft ? after(await approvals.revoke(draft.file, by, because)) : NO_DRAFT;
  });
  return { changed, lens, stateOf };
}

const NO_DRAFT: Outcome = {
  refused: [{ what: "This is not a playbook's draft on a disk.", todo: "Open the draft: it stands beside the folder called approved." }],
};

/** Approved copies are not drafts: approved/<id>/<number>/<id>.playbook.yaml. */
export const isDraft = (file: string) => /\.playbook\.ya?ml$/i.test(file) && !/[\\/]approved[\\/][^\\/]+[\\/]\d+[\\/][^\\/]+$/.test(file);

/** A standing in an editor's words. That a draft differs is said quietly, because it is no error. */
function tell({ state, steps, inForce, faults, draft }: Standing): Shown {
  const last = steps.at(-1);
  const by = inForce ? `by ${nameOf(inForce.step.by)}, version ${inForce.step.number}` : "";
  const since: Readonly<Record<Standing["draft"], string>> = {
    same: "The draft is what was approved.",
    restyled: "The draft says the same in other writing.",
    changed: "The draft has changed since; reps see what was approved.",
    missing: "",
  };
  const said: Readonly<Record<State, readonly [words: string, detail: string]>> = {
    approved: [`Approved ${by}`, `Review by ${inForce?.due}. ${since[draft]}`],
    "due-soon": [`Approved ${by}; review by ${inForce?.due}`, `Somebody should look at it again. ${since[draft]}`],
    overdue: [`Review overdue since ${inForce?.due}`, `Approved ${by}. Look at it again and approve it, or revoke it. ${since[draft]}`],
    revoked: [`Revoked by ${nameOf(last?.by ?? "")}`, last?.kind === "revocation" ? `${last.on}: ${last.record.because}` : ""],
    forged: ["The approval cannot be believed", faults.map(({ file, what, todo }) => `${file}: ${what} ${todo}`).join(" ")],
    "never-approved": ["Never approved", "Reps do not see it until somebody else has approved it."],
  };
  const [words, detail] = said[state];
  return { state, words, detail: detail.trim(), draft };
}
