import { listed, nameOf, type Refusal, type State } from "../core/index.ts";
import { today } from "../disk/knowledge.ts";
import { shown } from "../disk/shown.ts";
import { isDay } from "./day.ts";
import { harmless } from "./harmless.ts";
import { label, many, row, showUnread } from "./pretty.ts";
import { refuse } from "./refused.ts";
import { type Role, type Screen, screenOn } from "./screen.ts";
import { exitCodeOf, type Verification, type Verified, verify } from "./verified.ts";

export type VerifyOptions = { readonly format: "pretty" | "json"; readonly on?: string; readonly since?: string };

/** `cadence verify`: says of every playbook whether its approval holds, and what gives it away if not. Exit 0, 1 or 2. */
export async function runVerify(paths: readonly string[], { format, on, since }: VerifyOptions): Promise<void> {
  const wrong: Refusal = { what: `“${on}” is not a date.`, todo: `Write year-month-day, as in ${today()}.` };
  if (on !== undefined && !isDay(on)) return refuse([wrong], "Nothing was verified.");
  const day = on ?? today();
  const verification = await verify(paths.length > 0 ? paths : ["."], day, since);
  process.exitCode = exitCodeOf(verification);
  const out = screenOn(process.stdout);
  if (format === "json") return out.print(asJson(verification, day));
  for (const one of verification.verified) show(one, out);
  const beside = screenOn(process.stderr);
  const files = verification.unread.map((problem) => ({ ...problem, file: shown(problem.file) }));
  showUnread(files, beside, "unread");
  summarize(verification, out);
}

/** How each state is said and coloured. */
const states: Readonly<Record<State, { readonly words: string; readonly role: Role; readonly sign: string }>> = {
  approved: { words: "approved", role: "good", sign: "✓" },
  "due-soon": { words: "due soon", role: "warning", sign: "!" },
  overdue: { words: "overdue", role: "error", sign: "!" },
  revoked: { words: "revoked", role: "warning", sign: "–" },
  forged: { words: "forged", role: "error", sign: "✗" },
  "never-approved": { words: "never approved", role: "info", sign: "·" },
};

const stateOf = ({ standing, faults }: Verified): State => (faults.length > 0 ? "forged" : standing.state);

/** Lines of a difference shown; the rest is counted. */
const MOST_LINES = 60;

function show(one: Verified, screen: Screen): void {
  const { place, standing, faults, lapses, withdrawn, fails } = one;
  const { words, role, sign } = states[stateOf(one)];
  const { inForce, draft, steps, unfinished } = standing;
  const last = steps.at(-1);
  const details: readonly (readonly string[])[] = [
    ...(inForce && faults.length === 0
      ? [
          label(
            "",
            `version ${inForce.step.number}, by ${nameOf(inForce.step.by)} on ${inForce.step.on}${inForce.step.signature ? ", signed" : ""}`,
            screen,
          ),
          label("review", `by ${inForce.due}${withdrawn ? "; the handbook does not show it until somebody has looked" : ""}`, screen),
        ]
      : []),
    ...(last?.kind === "revocation" && faults.length === 0
      ? [label("", `by ${nameOf(last.by)} on ${last.on}`, screen), label("because", last.record.because, screen)]
      : []),
    ...(fails && faults.length + lapses.length === 0
      ? [label("fails", `${fails}. Look at it again and approve it, or revoke it.`, screen)]
      : []),
    ...(inForce && draft === "missing" ? [label("draft", "There is none any more; what was approved stays in the handbook.", screen)] : []),
    ...(draft === "changed" && inForce ? [label("draft", "The draft has changed since; reps see what was approved.", screen)] : []),
    ...(draft === "restyled" ? [label("draft", "The draft says the same in other writing.", screen)] : []),
    ...faults.flatMap(({ file, what, todo }) => [
      row(screen.paint("error", "forged".padStart(8)), `${what}`, screen, "strong"),
      label("at", `${shown(place.folder)}/${file}`, screen, "place"),
      label("do", todo, screen),
    ]),
    ...lapses.flatMap(({ start, what, why, todo }) => [
      row(screen.paint("error", "lapsed".padStart(8)), what, screen, "strong"),
      label(
        "at",
        `${shown(place.folder)}/${inForce?.step.number}/${place.id}.playbook.yaml:${start.line + 1}:${start.character + 1}`,
        screen,
        "place",
      ),
      label("why", why, screen),
      label("do", todo, screen),
    ]),
    ...(unfinished.length > 0
      ? [label("note", "A decision was interrupted, or is being made this moment. It does not count.", screen)]
      : []),
  ];
  screen.print(
    "",
    `${screen.paint(role, sign)} ${screen.paint("strong", harmless(place.id))}  ${screen.paint(role, words)}`,
    ...details.flat(),
    ...difference(one, screen),
  );
}

function difference({ changes }: Verified, screen: Screen): readonly string[] {
  const lines = changes.flatMap((change) => [
    screen.paint("quiet", `${" ".repeat(10)}line ${change.to}`),
    ...change.lines.map(({ is, text }) => {
      const said = harmless(text);
      return is === "same"
        ? screen.paint("quiet", `${" ".repeat(10)}  ${said}`)
        : screen.paint(is === "new" ? "good" : "error", `${" ".repeat(10)}${is === "new" ? "+" : "-"} ${said}`);
    }),
  ]);
  const more = lines.length - MOST_LINES;
  return more <= 0 ? lines : [...lines.slice(0, MOST_LINES), screen.paint("quiet", `${" ".repeat(10)}and ${many(more, "more line")}`)];
}

function summarize({ verified, unread }: Verification, screen: Screen): void {
  const counts = new Map<State, number>();
  for (const one of verified) counts.set(stateOf(one), (counts.get(stateOf(one)) ?? 0) + 1);
  const told = Object.entries(states).flatMap(([state, { words }]) =>
    counts.get(state as State) ? [`${counts.get(state as State)} ${words}`] : [],
  );
  const failing = verified.filter(({ fails }) => fails !== undefined).length;
  const changed = verified.filter(({ standing }) => standing.inForce && standing.draft === "changed").length;
  const parts = [...told, ...(changed > 0 ? [`${changed} with a draft that has changed since`] : [])];
  const missing = unread.length > 0 ? ` ${many(unread.length, "path")} could not be read.` : "";
  const sign = failing > 0 || missing ? screen.paint("error", "✗") : screen.paint("good", "✓");
  const words = `${many(verified.length, "playbook")} verified${parts.length > 0 ? `: ${listed(parts)}` : ""}.${failing > 0 ? ` ${failing === 1 ? "One of them" : `${failing} of them`} must not be published as it stands.` : ""}${missing}`;
  screen.print("", ...screen.wrap(words, 2).map((line, i) => `${i === 0 ? sign : " "} ${screen.paint("strong", line)}`), "");
}

/** The verification for programs: version 1 of its form. */
function asJson({ verified, unread }: Verification, day: string): string {
  const playbooks = verified.map((one) => {
    const { place, standing, faults, lapses, fails, withdrawn, changes } = one;
    const { inForce, steps, draft, unfinished } = standing;
    return {
      id: place.id,
      draft: shown(place.draft),
      ledger: shown(place.folder),
      state: stateOf(one),
      draftIs: draft,
      ...(inForce && faults.length === 0
        ? {
            version: inForce.step.number,
            approvedBy: inForce.step.by,
            approvedOn: inForce.step.on,
            reviewBy: inForce.due,
            digest: inForce.step.record.digest,
            signed: inForce.step.signature !== undefined,
          }
        : {}),
      decisions: steps.map(({ number, kind, by, on, digest, signature }) => ({
        number,
        kind,
        by,
        on,
        digest,
        signed: signature !== undefined,
      })),
      ...(withdrawn ? { withdrawn } : {}),
      ...(fails ? { fails } : {}),
      ...(faults.length > 0 ? { faults } : {}),
      ...(lapses.length > 0
        ? { lapses: lapses.map(({ start, ...said }) => ({ line: start.line + 1, column: start.character + 1, ...said })) }
        : {}),
      ...(unfinished.length > 0 ? { unfinished } : {}),
      ...(changes.length > 0 ? { changes } : {}),
    };
  });
  const missing = unread.length > 0 ? { unread: unread.map(({ file, what, todo }) => ({ file: shown(file), what, todo })) } : {};
  return JSON.stringify({ version: 1, on: day, playbooks, ...missing, failing: playbooks.filter((one) => "fails" in one).length }, null, 2);
}
