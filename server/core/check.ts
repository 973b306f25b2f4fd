import { type Acceptance, accept, acceptable, type Placed } from "./acceptance.ts";
import { beside } from "./beside.ts";
import type { RegionOf } from "./business/calendar.ts";
import { whereabouts } from "./business/where.ts";
import { called } from "./called.ts";
import type { Finding, Remark, Severity } from "./finding.ts";
import type { FileKind } from "./format/file-kind.ts";
import { fit } from "./format/fit.ts";
import { found, LOCAL_HANDBOOK } from "./found.ts";
import { gathered } from "./gathered.ts";
import { inStep, type Steps, toItsEnd } from "./in-step.ts";
import type { ApprovalRecord, Assets, Config, Playbook } from "./model.ts";
import { once } from "./once.ts";
import { type Exploration, explorePace, exploring } from "./paths/explore.ts";
import { isKept, type Kept, planOf } from "./plan.ts";
import type { Context, Reading, Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { type Location, settingsFor } from "./settings.ts";
import type { Settings } from "./settle.ts";
import { letGo } from "./text/quick.ts";
import { read, type Source } from "./text/read.ts";
import type { Path } from "./text/span.ts";
import { foundInProse, foundInWords } from "./text-by-text.ts";
import { blanks } from "./variables.ts";

export type RuleId = keyof typeof rules;

/** What may be known besides the text. Whatever is not known is not judged. */
export type Knowledge = Location & {
  /** Which of the format's files the text is. Left out: a playbook. */
  readonly kind?: FileKind | undefined;
  readonly config?: Config | undefined;
  readonly assets?: Assets | undefined;
  /** Today's date, ISO 8601, where the text is. The core has no clock. */
  readonly today?: string | undefined;
  /** The regions whose weekends and holidays are known. Left out: none, and only Saturdays and Sundays are free. */
  readonly regionOf?: RegionOf | undefined;
};

/** Everything there is to say about a text. */
export type Report = {
  readonly kind: FileKind;
  readonly source: Source;
  /** What the text says, as far as it could be understood. Undefined when its writing does not hold at all. */
  readonly playbook: Playbook | undefined;
  readonly config: Config | undefined;
  readonly assets: Assets | undefined;
  readonly approval: ApprovalRecord | undefined;
  /** Every run of the playbook. The rules have followed them already, so to ask again costs nothing. */
  readonly paths: (() => Exploration) | undefined;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** What the playbook lets stand of what was found, with the reasons, in its own order. What is accepted is not among the findings. */
  readonly accepted: readonly Accepted[];
};

/** A finding that somebody looked at and lets stand. */
export type Accepted = { readonly finding: Finding; readonly because: string };

/**
 * Text in, everything we know about it out. The one verdict that editor, command line, handbook and browser share. Never throws.
 * Whoever has read the text already, such as an editor from the version before, gives it along; and the report of the version before,
 * so that what only a change of the plan could change is not worked out again. The verdict is the same without.
 */
export function check(text: string, knowledge: Knowledge = {}, source?: Source, before?: Report): Report {
  return toItsEnd(checking(text, knowledge, source, before));
}

/**
 * What `check` says of each of some texts, in their order, for those who have many: it takes a third less time. Some are checked when the
 * first of their reports is asked for, so whoever lets reports go holds only a few.
 */
export function* checkAll(texts: Iterable<{ readonly text: string; readonly knowledge: Knowledge }>): Iterable<Report> {
  for (const report of inStep(begun(texts))) {
    letGo(report.source.text);
    yield report;
  }
}

function* begun(texts: Parameters<typeof checkAll>[0]): Iterable<Steps<Report>> {
  for (const { text, knowledge } of texts) yield checking(text, knowledge);
}

/** A check, step by step: between two of them other texts may be checked. */
function* checking(text: string, knowledge: Knowledge, known?: Source, before?: Report): Steps<Report> {
  const source = known ?? read(text);
  yield;
  const kind = knowledge.kind ?? "playbook";
  const { value, misfits } = source.sound ? fit(kind, source.value) : { value: undefined, misfits: [] };
  const report = {
    kind,
    source,
    playbook: kind === "playbook" ? (value as Playbook | undefined) : undefined,
    config: kind === "config" ? (value as Config | undefined) : undefined,
    assets: kind === "assets" ? (value as Assets | undefined) : undefined,
    approval: kind === "approval" ? (value as ApprovalRecord | undefined) : undefined,
  };
  yield;
  const reading: Reading = { source, misfits, kind };
  const settings = settingsFor(knowledge.config, knowledge, report.playbook?.audience.segment);
  const context = {
    caps: settings.caps,
    assets: knowledge.assets,
    config: knowledge.config,
    today: knowledge.today,
    regionOf: knowledge.regionOf,
  };
  const plan = planOf(report.playbook, source, misfits, knowledge);
  yield;
  const last = before && kept.get(before);
  const same = plan && last && isKept(last, plan) ? last : undefined;
  const { playbook } = report;
  const judging: Context | undefined = playbook && {
    ...context,
    where: whereabouts(knowledge.config, playbook.audience.segment, knowledge.regionOf),
    paths: same?.paths ?? exploring(playbook, settings.caps),
    paced: (lasts) => explorePace(playbook, settings.caps, lasts),
    mentions: (variable) => blanks(text).some(({ name }) => name === variable),
  };
  /** Whether nothing that is written is left out of what is judged. */
  const whole = misfits.length === 0 && source.flaws.length === 0;
  const paths = judging && (() => judging.paths());
  const misfitted = new Set(
    misfits.map((misfit) => placeKey("key" in misfit && misfit.kind === "missing" ? [...misfit.path, misfit.key] : misfit.path)),
  );
  const handbook = knowledge.config?.handbook ?? LOCAL_HANDBOOK;
  const placed: Placed[] = [];
  const add = ({ id, rule, severity }: Asked, remark: Remark) => {
    // One slip, one finding: where a value does not fit, no rule also says what it thinks of the mended one.
    if (misfitted.size > 0 && rule.reads !== "writing" && "path" in remark.at && misfitted.has(placeKey(remark.at.path))) return;
    placed.push({ finding: found(id, remark, { rule, severity, handbook }, source), at: remark.at });
  };
  const all = askedBy(settings);
  const texts = textsIn(report.playbook, context);
  const again = same?.remarks ?? new Map<Rule, readonly Remark[]>();
  for (const asked of all) {
    const { rule } = asked;
    const plans = rule.reads === "playbook" && rule.plan;
    const made = (plans && again.get(rule)) || gathered(remarks(rule, reading, report, context, judging, texts));
    if (plans) again.set(rule, made);
    for (const remark of made) add(asked, remark);
    yield;
  }
  const acceptances = report.playbook ? accept(report.playbook, placed) : [];
  for (const asked of all)
    if (asked.rule.reads === "acceptances")
      // What an acceptance is about may stand in a part that cannot be understood just now: nobody's reason is taken out unseen.
      for (const remark of asked.rule.check(judgeable(acceptances, settings), rules))
        add(asked, whole ? remark : { ...remark, fixes: remark.fixes?.map((fix) => ({ ...fix, safe: false })) ?? [] });
  const accepted = acceptances.flatMap(({ entry, accepts }) => accepts.map((finding) => ({ finding, because: entry.because })));
  const standing = new Set(accepted.map(({ finding }) => finding));
  const findings = placed
    .filter(({ finding }) => !standing.has(finding))
    .map((one) => (report.playbook ? acceptable(report.playbook, one) : one.finding));
  findings.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  const made = { ...report, paths, findings, accepted };
  if (plan && judging) kept.set(made, { ...plan, remarks: again, paths: judging.paths });
  return made;
}

/** What the rules about the plan found, of each report that somebody may come back to. */
const kept = beside<Kept>();

/** Where a team has turned a rule off, nothing is found that could be accepted, and nobody need clear up after it. */
const judgeable = (acceptances: readonly Acceptance[], settings: Settings) =>
  acceptances.filter(({ entry: { rule } }) => {
    const named = called<Rule>(rules, rule);
    return !named || settings.severityOf(rule, named) !== "off";
  });

const IDS = Object.keys(rules);

/** A rule that is not turned off, and how loud it is. */
type Asked = { readonly id: string; readonly rule: Rule; readonly severity: Severity };

/** The rules that are asked under some settings. */
const askedBy = once((settings: Settings): readonly Asked[] =>
  Object.entries<Rule>(rules).flatMap(([id, rule]) => {
    const severity = settings.severityOf(id, rule);
    return severity === "off" ? [] : [{ id, rule, severity }];
  }),
);

const placeKey = (path: Path): string => JSON.stringify(path);

/** What is known of a text that need not be a playbook. */
type Known = Omit<Context, "paths" | "paced" | "where" | "mentions"> & Pick<Knowledge, "regionOf">;

/** What is found in the texts of a playbook, looked for once somebody asks. */
type Texts = ReturnType<typeof textsIn>;

function textsIn(playbook: Playbook | undefined, { assets, config }: Known) {
  let prose: ReturnType<typeof foundInProse> | undefined;
  let words: ReturnType<typeof foundInWords> | undefined;
  return {
    prose: () => (prose ??= playbook && foundInProse(playbook, assets)),
    words: () => (words ??= playbook && foundInWords(playbook, config)),
  };
}

function remarks(
  rule: Rule,
  reading: Reading,
  { playbook, config, assets }: Omit<Report, "paths" | "findings" | "accepted">,
  context: Known,
  judging: Context | undefined,
  texts: Texts,
): Iterable<Remark> {
  switch (rule.reads) {
    case "writing":
      return rule.check(reading);
    case "playbook":
      return playbook && judging ? rule.check(playbook, judging) : [];
    case "prose":
      return texts.prose()?.get(rule) ?? [];
    case "acceptances":
      return [];
    case "words":
      return texts.words()?.get(rule) ?? [];
    case "config":
      return config ? rule.check(config, IDS, context.regionOf) : [];
    case "assets":
      return assets ? rule.check(assets, context) : [];
  }
}
