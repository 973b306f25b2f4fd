import { createInterface } from "node:readline/promises";
import { poor, type Question, type Refusal, read } from "../core/index.ts";
import { readText } from "../disk/read-text.ts";
import { shown } from "../disk/shown.ts";
import { label, row } from "./pretty.ts";
import { type Screen, screenOn } from "./screen.ts";

/** What an approver has already said, by the question's id. */
export type Answers = Readonly<Record<string, string>>;

/** The answers given as flags: `id=words`, and a YAML file of ids and words. Whatever cannot be read is refused. */
export async function answersFrom(flags: readonly string[], file: string | undefined): Promise<Answers | readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const answers: Record<string, string> = {};
  if (file !== undefined) {
    const text = await readText(file);
    const value = "text" in text ? read(text.text).value : undefined;
    if ("what" in text) refusals.push({ what: `${shown(file)}: ${text.what}`, todo: text.todo });
    else if (typeof value !== "object" || value === null || Object.values(value).some((one) => typeof one !== "string"))
      refusals.push({
        what: `${shown(file)} does not hold answers.`,
        todo: "Write a line for each question: its id, a colon, the answer in quotes.",
      });
    else Object.assign(answers, value);
  }
  for (const flag of flags) {
    const [, id, words] = /^([a-z-]+)=(.*)$/s.exec(flag) ?? [];
    if (id === undefined || words === undefined)
      refusals.push({
        what: `“${flag}” is not an answer.`,
        todo: 'Write the question\'s id, an equals sign and the answer: --answer least-tolerant="…"',
      });
    else answers[id] = words;
  }
  return refusals.length > 0 ? refusals : answers;
}

/** How questions reach a person. Undefined as an answer: they have left. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Asks on the terminal. Ends with the input. */
export function askHere(): { readonly ask: Ask; close(): void } {
  const terminal = createInterface({ input: process.stdin, output: process.stderr, terminal: process.stdin.isTTY === true });
  const lines = terminal[Symbol.asyncIterator]();
  let left = false;
  let closed = false;
  terminal.once("close", () => {
    closed = true;
  });
  // The keyboard's way of leaving, without a message of Node's.
  terminal.on("SIGINT", () => {
    left = true;
    terminal.close();
  });
  return {
    async ask(question) {
      // What was typed before the end is still to be read, and a terminal that is closed can show no question.
      if (!closed) {
        terminal.setPrompt(question);
        terminal.prompt();
      }
      const { value, done } = await lines.next();
      return done || left ? undefined : String(value);
    },
    close: () => terminal.close(),
  };
}

/** Walks through the questions that have no answer yet, again and again until each has one. Undefined when the person leaves. */
export async function walkThrough(questions: readonly Question[], known: Answers, ask: Ask, screen: Screen): Promise<Answers | undefined> {
  const answers: Record<string, string> = { ...known };
  for (const [i, { id, question, about }] of questions.entries()) {
    const others = () => Object.entries(answers).flatMap(([other, words]) => (other === id ? [] : words));
    if (answers[id] !== undefined && !poor(answers[id], others())) continue;
    screen.print(
      "",
      ...row(screen.paint("info", `${i + 1} of ${questions.length}`.padStart(8)), question, screen, "strong"),
      ...label("here", about, screen),
    );
    for (let wrong: string | undefined = ""; wrong !== undefined; ) {
      const words = await ask("          › ");
      if (words === undefined) return undefined;
      wrong = poor(words, others());
      if (wrong)
        screen.print(
          ...label("", `That ${wrong.replace(/^has no answer/, "is no answer")}. A sentence about this playbook is enough.`, screen),
        );
      else answers[id] = words;
    }
  }
  return answers;
}

/** The questions that arise for a draft, printed for whoever will answer them. */
export function showQuestions(questions: readonly Question[], format: "pretty" | "json"): void {
  const screen = screenOn(process.stdout);
  if (format === "json") screen.print(JSON.stringify({ version: 1, questions }, null, 2));
  for (const { id, question, about } of format === "json" ? [] : questions)
    screen.print("", ...row(screen.paint("strong", id), "", screen), ...label("asks", question, screen), ...label("here", about, screen));
}
