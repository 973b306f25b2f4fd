import stringWidth from "string-width";
import { articles, type Example, LOCAL_HANDBOOK, near, principles, type Rule, rules, ruleUrl } from "../core/index.ts";
import { knowledgeFor } from "../disk/knowledge.ts";
import { many } from "./pretty.ts";
import { type Screen, screenOn } from "./screen.ts";

/** A line of an example that points at the line above it. */
const POINTS = /^( *\^+) (.*)$/;

/** `cadence explain RULE`: all that a rule says of itself. Exit 2 when there is no such rule. */
export async function runExplain(id: string): Promise<void> {
  const rule = Object.entries<Rule>(rules).find(([name]) => name === id)?.[1];
  if (!rule) {
    process.exitCode = 2;
    const nearest = near(id, Object.keys(rules));
    const screen = screenOn(process.stderr);
    screen.print(
      ...screen.wrap(`There is no rule “${id}”${nearest ? `; did you mean ${nearest}?` : "."} “cadence rules” lists them all.`, 0),
    );
    return;
  }
  const screen = screenOn(process.stdout);
  const { paint, print } = screen;
  const { config } = await knowledgeFor("any.playbook.yaml");
  const severity = config?.severities[id] ?? rule.severity;
  const principle = principles[rule.principle];
  const said = severity === rule.severity ? severity : `${severity} for your team, ${rule.severity} otherwise`;
  const part = (name: string, words: string) => ["", paint("strong", name), ...indented(words, screen)];
  print(
    "",
    `${paint(severity === "off" ? "quiet" : severity, id)}  ${paint("quiet", `${said} · ${rule.kind}`)}`,
    ...indented(rule.summary, screen),
    ...part("Why", rule.why),
    ...part("What to do", rule.todo),
    ...part("Principle", `${principle.title}. ${principle.statement}`),
    ...part("Drawn from", rule.articles.map((article) => `“${articles[article].title}”`).join("; ")),
  );
  rule.examples.forEach((example, i) => {
    print("", ...exampleLines(example, i + 1, screen));
  });
  print("", paint("quiet", ruleUrl(config?.handbook ?? LOCAL_HANDBOOK, id)), "");
}

/** `cadence rules`: every rule in a line, under the principle it serves. */
export async function runRules(): Promise<void> {
  const screen = screenOn(process.stdout);
  const { paint, print } = screen;
  const { config } = await knowledgeFor("any.playbook.yaml");
  const all = Object.entries<Rule>(rules);
  const longest = Math.max(...all.map(([id]) => id.length));
  for (const [principle, { title }] of Object.entries(principles)) {
    print("", paint("strong", title));
    for (const [id, rule] of all.filter(([, one]) => one.principle === principle)) {
      const severity = config?.severities[id] ?? rule.severity;
      const [first = "", ...more] = screen.wrap(rule.summary, longest + 13);
      const margin = " ".repeat(longest + 13);
      print(
        `  ${id.padEnd(longest)}  ${paint(severity === "off" ? "quiet" : severity, severity.padEnd(7))}  ${first}`,
        ...more.map((line) => margin + line),
      );
    }
  }
  print("", paint("quiet", `${many(all.length, "rule")}. “cadence explain RULE” tells all about one.`), "");
}

const indented = (words: string, screen: Screen) => screen.wrap(words, 2).map((line) => `  ${line}`);

function exampleLines(example: Example, number: number, screen: Screen): readonly string[] {
  const { paint } = screen;
  const { text, ...given } = typeof example === "string" ? { text: example } : example;
  const lines = text.split("\n");
  const wrong = lines.some((line) => POINTS.test(line));
  const beside = "today" in given && given.today ? `, on ${given.today}` : "";
  const sign = wrong ? paint("error", "✗") : paint("good", "✓");
  return [
    `${sign} ${paint("strong", `Example ${number}`)}${paint("quiet", `${wrong ? "" : ": fine"}${beside}`)}`,
    ...lines.flatMap((line) => exampleLine(line, screen)).map((line) => `  ${paint("quiet", "│")} ${line}`.trimEnd()),
  ];
}

/** A line of an example; what is said of the line above goes below its squiggle where there is no room beside it. */
function exampleLine(line: string, { width, wrap, paint }: Screen): readonly string[] {
  const [, squiggle, said] = POINTS.exec(line) ?? [];
  if (squiggle === undefined || said === undefined) return [line];
  if (stringWidth(line) + 4 <= width) return [paint("error", line)];
  return [paint("error", squiggle), ...wrap(said, 6).map((words) => `  ${paint("error", words)}`)];
}
