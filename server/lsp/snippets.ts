import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver";
import {
  BUSINESS_DAYS_A_WEEK,
  CHANNELS,
  contactNames,
  type Field,
  type FileKind,
  mainField,
  type Path,
  REPLIES,
  type ReplyName,
  saidBy,
  valueAt,
} from "../core/index.ts";

type Day = { readonly day: number; readonly id: string; readonly channel: string };

/** The touches of a list that can be made out, with where each stands in it. */
function daysOf(list: unknown): readonly (Day | undefined)[] {
  return (Array.isArray(list) ? list : []).map((touch: unknown) => {
    const { day, id, channel } = (touch ?? {}) as Record<string, unknown>;
    return typeof day === "number" && Number.isInteger(day) ? { day, id: saidBy(id) ?? "", channel: saidBy(channel) ?? "" } : undefined;
  });
}

/** Business days to the second touch, where nothing says better: long enough to read, short enough to remember. */
const FIRST_GAP = 3;
/** Days offered beyond the first sensible one. */
const MORE_DAYS = 3;

/** The days on which a touch may come, the most sensible first: gaps never shrink, so the next is at least as long as the last. */
function sensibleDays(earlier: readonly Day[], later: Day | undefined, branch: boolean): readonly { day: number; detail: string }[] {
  const last = earlier.at(-1);
  if (!last)
    return branch
      ? [
          { day: 0, detail: "The day of the reply" },
          { day: 1, detail: "The business day after the reply" },
        ]
      : [{ day: 1, detail: "The first touch" }];
  const days = [...new Set(earlier.map(({ day }) => day))];
  const gap = days.length > 1 ? Math.max(...days.slice(1).map((day, i) => day - (days[i] ?? day))) : FIRST_GAP;
  const after = (by: number) => {
    const weeks = by / BUSINESS_DAYS_A_WEEK;
    const words = Number.isInteger(weeks) ? `${weeks === 1 ? "a week" : `${weeks} weeks`}` : `${by} business day${by === 1 ? "" : "s"}`;
    return { day: last.day + by, detail: `${words.replace(/^a/, "A")} after “${last.id}”` };
  };
  const coming = Array.from({ length: MORE_DAYS + 1 }, (_, i) => after(gap + i)).filter(({ day }) => !later || day < later.day);
  return [...coming, { day: last.day, detail: `The same day as “${last.id}”, as a pair with it` }];
}

const around = (path: Path, root: unknown) => {
  const index = Number(path.at(-2));
  const list = daysOf(valueAt(root, path.slice(0, -2)));
  return {
    earlier: list.slice(0, index).filter((one) => one !== undefined),
    later: list.slice(index + 1).find((one) => one !== undefined),
    branch: path[0] === "replies",
  };
};

/** Days for the touch at a path. */
export function nextDays(path: Path, root: unknown): CompletionItem[] {
  const { earlier, later, branch } = around(path, root);
  return sensibleDays(earlier, later, branch).map(({ day, detail }, i) => ({
    label: String(day),
    kind: CompletionItemKind.Value,
    detail,
    sortText: String(i).padStart(3, "0"),
    ...(i === 0 ? { preselect: true } : {}),
  }));
}

/** The whole next touch of a line, one for each channel, where a list item belongs and nothing is written yet. */
export function newTouches(
  kind: FileKind,
  { path, index, root }: { readonly path: Path; readonly index: number; readonly root: unknown },
  indent: string,
  { snippets, dash }: { readonly snippets: boolean; readonly dash: boolean },
): CompletionItem[] {
  if (kind !== "playbook" || path.at(-1) !== "touches") return [];
  const { earlier, branch } = around([...path, index, "day"], root);
  const day = sensibleDays(earlier, undefined, branch)[0]?.day ?? 1;
  return CHANNELS.map((channel, i) => {
    const lines = touchLines(channel, day, snippets);
    return {
      label: `${dash ? "- " : ""}${contactNames[channel]}`,
      // What is typed so far is nothing, a dash, or the beginning of a word.
      filterText: `${dash ? "- " : ""}${channel}`,
      sortText: String(i).padStart(3, "0"),
      kind: CompletionItemKind.Snippet,
      detail: `One contact by ${channel}, on business day ${day}`,
      documentation: { kind: "markdown", value: `\`\`\`yaml\n${touchLines(channel, day, false).join("\n")}\n\`\`\`` },
      insertText: lines.join(snippets ? "\n" : `\n${/^ */.exec(indent)?.[0]}`).slice(dash ? 0 : 2),
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    };
  });
}

function touchLines(channel: (typeof CHANNELS)[number], day: number, snippets: boolean): string[] {
  let stops = 0;
  const stop = (words: string) => (snippets ? `\${${++stops}:${words}}` : words);
  const subject = ["email", "video", "event"].includes(channel);
  return [
    `- id: ${stop("short-name")}`,
    `  day: ${stop(String(day))}`,
    `  channel: ${channel}`,
    `  reason: ${stop("Why today, in words they would accept")}`,
    `  value: ${stop("What they gain, even if they never buy")}`,
    `  ask: ${snippets ? `\${${++stops}|reply,question,conversation,none|}` : "reply"}`,
    ...(subject ? [`  subject: ${stop("What it is about")}`] : []),
    `  ${mainField(channel)}: |`,
    `    ${stop("The words, written out in full")}`,
    `  negative-option: ${stop("The words above that make a no easy")}`,
  ];
}

/** What a careful team does on each reply that is worth more than one word. */
const BRANCHES: Partial<Record<ReplyName, readonly string[]>> = {
  interested: ["do: $Thank them and offer two times to talk", "then: hand-over"],
  "not-now": [
    "do: $Thank them, ask for a date and write it down with the reason",
    "wait: until their date",
    "if-no-date: $90 days",
    "then: return",
  ],
  "reflex-no": ["evidence: $What we know of them that makes one answer honest", "do: $Answer once, then leave it there", "then: stop"],
  no: ["do: $Thank them for the answer and note the reason they gave", "then: stop"],
  silence: ["scenarios:", "  - $A reason for the silence that has nothing to do with us", "then: stop"],
  "wrong-person": ["do: $Thank them and ask who looks after this, without pressing", "then: stop"],
  referral: ["do: $Thank them and say who sent us when we write to the person named", "then: hand-over"],
  "out-of-office": ["wait: until they are back", "then: resume"],
};

/** A whole branch for each reply that has none yet. */
export function newBranches(kind: FileKind, path: Path, fields: readonly Field[], indent: string, snippets: boolean): CompletionItem[] {
  if (kind !== "playbook" || path.join() !== "replies") return [];
  return fields.flatMap(({ key, title, description }) => {
    const lines = (REPLIES as readonly string[]).includes(key) ? BRANCHES[key as ReplyName] : undefined;
    if (!lines) return [];
    let stops = 0;
    const filled = lines.map((line) => line.replace(/\$(.*)$/, (_, words: string) => (snippets ? `\${${++stops}:${words}}` : words)));
    return [
      {
        label: `${key}: a branch`,
        filterText: key,
        kind: CompletionItemKind.Snippet,
        detail: title,
        documentation: {
          kind: "markdown" as const,
          value: `${description}\n\n\`\`\`yaml\n${key}:\n${lines.map((line) => `  ${line.replace("$", "")}`).join("\n")}\n\`\`\``,
        },
        sortText: `2${key}`,
        insertText: [`${key}:`, ...filled.map((line) => `  ${line}`)].join(snippets ? "\n" : `\n${indent}`),
        insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      },
    ];
  });
}
