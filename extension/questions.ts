import { type QuickPickItem, window } from "vscode";

/** What somebody answers who begins a playbook. The server makes a whole playbook of it. */
export type Answers = {
  readonly title: string;
  readonly persona: string;
  readonly stage: string;
  readonly benefit: string;
  readonly owner: string;
};

const STAGES: readonly (QuickPickItem & { readonly stage: string })[] = [
  { label: "We have never spoken", stage: "cold" },
  { label: "We have spoken, or they wrote to us", stage: "contacted" },
  { label: "An offer is with them", stage: "proposal" },
  { label: "They buy from us", stage: "customer" },
  { label: "They used to buy from us", stage: "lapsed" },
];

const written = (missing: string) => (value: string) => (value.trim() === "" ? missing : undefined);

/** Asks the five questions, one after the other. Undefined as soon as one is left without an answer. */
export async function askQuestions(): Promise<Answers | undefined> {
  const ask = (step: number, prompt: string, placeHolder: string, validateInput: (value: string) => string | undefined) =>
    window.showInputBox({ title: `New playbook (${step} of 5)`, prompt, placeHolder, validateInput, ignoreFocusOut: true });
  const title = await ask(
    1,
    "What do reps call it?",
    "First conversation with a head of operations",
    written("Give it the name reps will look for."),
  );
  if (title === undefined) return undefined;
  const persona = await ask(2, "Who is it for, by their work?", "Head of operations", written("Say whose work it is about."));
  if (persona === undefined) return undefined;
  const chosen = await window.showQuickPick(STAGES, {
    title: "New playbook (3 of 5)",
    placeHolder: "How far is the relationship?",
    ignoreFocusOut: true,
  });
  if (!chosen) return undefined;
  const benefit = await ask(
    4,
    "What do they gain, even if they never buy?",
    "A count of their pick errors, theirs to keep.",
    written("Without something for them, there is no good reason to be in touch."),
  );
  if (benefit === undefined) return undefined;
  const owner = await ask(5, "Who keeps it true? A name and an email address.", "Dana Ortiz <dana@northwind.example>", (value) =>
    /^[^<>]+ <[^<>@\s]+@[^<>@\s]+>$/.test(value.trim()) ? undefined : "Write it as: Dana Ortiz <dana@northwind.example>",
  );
  return owner === undefined ? undefined : { title, persona, stage: chosen.stage, benefit, owner };
}

/** A file name made of a title: small letters, digits and hyphens. */
export const fileNameOf = (title: string): string => {
  const name = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return `${name || "playbook"}.playbook.yaml`;
};
