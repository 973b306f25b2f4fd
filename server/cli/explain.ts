import stringWidth from "fast-string-width";
import {
  CAREFUL,
  type Caps,
  type Config,
  type Example,
  fieldAt,
  type ListedRule,
  LOCAL_HANDBOOK,
  laws,
  NO_ADVICE,
  near,
  offersOf,
  principles,
  type Rule,
  type RuleId,
  ruleList,
  rules,
  ruleUrl,
  settingsFor,
} from "../core/index.ts";
import { knowledgeFor } from "../disk/knowledge.ts";
import { many } from "./pretty.ts";
import { type Screen, screenOn } from "./screen.ts";

/** A line of an example that points at the line above it. */
const POINTS = /^( *\^+) (.*)$/;

/** `cadence explain RULE`: all that a rule says of itself. Exit 2 when there is no such rule. */
export async function runExplain(id: string): Promise<void> {
  const rule = ruleList.find((one) => one.id === id);
  if (!rule) {
    process.exitCode = 2;
    const nearest = near(
      id,
      ruleList.map((one) => one.id),
    );
    const screen = screenOn(process.stderr);
    screen.print(
      ...screen.wrap(`There is no rule “${id}”${nearest ? `; did you mean ${nearest}?` : "."} “cadence rules” lists them all.`, 0),
    );
    return;
  }
  const screen = screenOn(process.stdout);
  const { config } = await knowledgeFor("any.playbook.yaml");
  screen.print(...explanation(ruleList.find((one) => one.id === id) as ListedRule, config, screen));
}

/** All that a rule says of itself, as lines of a screen. */
export function explanation(listed: ListedRule, config: Config | undefined, screen: Screen): readonly string[] {
  const { paint } = screen;
  const { id } = listed;
  const rule: Rule = rules[id as RuleId];
  const { caps, severityOf } = settingsFor(config);
  const severity = severityOf(id, rule);
  const asSet = rule.law ? `off until your configuration names ${rule.law.pack} under laws, then ${rule.severity}` : rule.severity;
  const said =
    severity === rule.severity ? severity : rule.law && severity === "off" ? asSet : `${severity} for your team, ${asSet} otherwise`;
  const part = (name: string, words: string) => ["", paint("strong", name), ...indented(words, screen)];
  const offers = offersOf(id);
  // Unless the configuration says where the handbook is, it may be nowhere.
  const published = config?.handbook === LOCAL_HANDBOOK ? undefined : config?.handbook;
  return [
    "",
    `${paint(severity === "off" ? "quiet" : severity, id)}  ${paint("quiet", `${said} · ${rule.kind}`)}`,
    ...indented(rule.summary, screen),
    ...part("Why", rule.why),
    ...part("What to do", rule.todo),
    ...(offers.length > 0 ? ["", paint("strong", "The editor offers"), ...offers.flatMap((offer) => indented(`- ${offer}`, screen))] : []),
    ...part("Principle", listed.serves),
    ...(rule.law
      ? part(
          "The law",
          `${laws[rule.law.pack].name}, ${laws[rule.law.pack].jurisdiction}: ${rule.law.cite}. Last read on ${laws[rule.law.pack].verified}. ${NO_ADVICE}`,
        )
      : part("Drawn from", listed.drawnFrom.map((title) => `“${title}”`).join("; "))),
    ...(rule.caps ?? []).flatMap((name, i) => [
      ...(i === 0 ? ["", paint("strong", "Numbers it goes by, under caps")] : []),
      ...indented(
        `${name}: ${caps[name]}${caps[name] === CAREFUL[name] ? "" : ` for your team, ${CAREFUL[name]} otherwise`}. ${capWords(name)}`,
        screen,
      ),
    ]),
    ...rule.examples.flatMap((example, i) => ["", ...exampleLines(example, i + 1, screen)]),
    ...(published ? ["", paint("quiet", ruleUrl(published, id))] : []),
    "",
  ];
}

/** `cadence rules`: every rule in a line, under the principle it serves. */
export async function runRules(): Promise<void> {
  const screen = screenOn(process.stdout);
  const { paint, print } = screen;
  const { config } = await knowledgeFor("any.playbook.yaml");
  const longest = Math.max(...ruleList.map(({ id }) => id.length));
  for (const [principle, { title }] of Object.entries(principles)) {
    print("", paint("strong", title));
    for (const { id, summary } of ruleList.filter((one) => one.principle === principle)) {
      const rule: Rule = rules[id as RuleId];
      const severity = settingsFor(config).severityOf(id, rule);
      const of = rule.law ? ` (${rule.law.pack})` : "";
      const [first = "", ...more] = screen.wrap(summary + of, longest + 13);
      const margin = " ".repeat(longest + 13);
      print(
        `  ${id.padEnd(longest)}  ${paint(severity === "off" ? "quiet" : severity, severity.padEnd(7))}  ${first}`,
        ...more.map((line) => margin + line),
      );
    }
  }
  print("", paint("quiet", `${many(ruleList.length, "rule")}. “cadence explain RULE” tells all about one.`), "");
}

/** What a number counts, without the default that stands beside it already. */
const capWords = (name: keyof Caps): string =>
  fieldAt("config", ["caps", "default", name], undefined)?.description.replace(/ Careful default: \d+\.$/, "") ?? "";

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
