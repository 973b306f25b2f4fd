import { type ListedRule, LOCAL_HANDBOOK, principles, ruleList } from "../../core/index.ts";
import type { Checked, Verdict } from "../verdict.ts";
import { address } from "./address.ts";
import { fingerprints } from "./fingerprint.ts";
import { itemsIn } from "./items.ts";

const LEVELS = { error: "error", warning: "warning", info: "note", hint: "note" } as const;

/** The verdict as SARIF 2.1.0, which code-scanning services read. Columns count UTF-16 units, as the findings do. */
export function* asSarif({ checked, unread }: Verdict, version: string): Iterable<string> {
  const handbook = "https://github.com/cadence-playbooks/cadence-playbooks";
  // A handbook that only this computer serves has no pages for whoever reads the report.
  const urls = new Map<string, string>();
  for (const { report } of checked) for (const { rule, url } of report.findings) if (!url.startsWith(LOCAL_HANDBOOK)) urls.set(rule, url);
  const index = new Map(ruleList.map(({ id }, i) => [id, i]));
  const run = {
    tool: {
      driver: {
        name: "Cadence Playbooks",
        semanticVersion: version,
        informationUri: handbook,
        rules: ruleList.map((rule) => descriptor(rule, urls.get(rule.id))),
      },
    },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { ROOT: { description: { text: "The folder that was checked from." } } },
    invocations: [
      {
        executionSuccessful: unread.length === 0,
        ...(unread.length > 0
          ? {
              toolExecutionNotifications: unread.map(({ file, what, todo }) => ({
                level: "error",
                message: { text: `${what} ${todo}` },
                locations: [{ physicalLocation: { artifactLocation: located(file) } }],
              })),
            }
          : {}),
      },
    ],
    artifacts: checked.map(({ file }) => ({ location: located(file), sourceLanguage: "yaml" })),
    results: [],
  };
  const around = JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }, null, 2);
  const results = around.lastIndexOf("]", around.length - END.length);
  yield around.slice(0, results);
  yield* itemsIn(resultsIn(checked, index), 4);
  yield around.slice(results);
}

/** What comes behind the results: the ends of the run, of all runs and of the log. */
const END = "\n    }\n  ]\n}";

function* resultsIn(checked: readonly Checked[], index: ReadonlyMap<string, number>): Iterable<unknown> {
  for (const [artifact, one] of checked.entries()) yield* resultsOf(one, artifact, index);
}

function descriptor(rule: ListedRule, url: string | undefined) {
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    help: { text: `${rule.why} ${rule.todo}`, markdown: `${rule.why}\n\n${rule.todo}` },
    ...(url === undefined ? {} : { helpUri: url }),
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: [rule.principle, rule.kind], principle: principles[rule.principle].title },
  };
}

function resultsOf({ file, report }: Checked, artifact: number, index: ReadonlyMap<string, number>) {
  const prints = fingerprints(file, report);
  return report.findings.map((finding, i) => ({
    ruleId: finding.rule,
    ruleIndex: index.get(finding.rule) ?? -1,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation: { ...located(file), index: artifact }, region: region(finding.range) } }],
    relatedLocations: finding.related.map(({ message, range }, id) => ({
      id,
      message: { text: message },
      physicalLocation: { artifactLocation: { ...located(file), index: artifact }, region: region(range) },
    })),
    partialFingerprints: { "cadenceFinding/v1": prints[i] },
  }));
}

type Range = Verdict["checked"][number]["report"]["findings"][number]["range"];

const region = ({ start, end }: Range) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

const located = (file: string) => ({ uri: address(file), uriBaseId: "ROOT" });
