export { type ApprovedPlaybook, approve, digestOf, type Entry, nameOf, openApproved, type Refusal, samePerson } from "./approval.ts";
export { type Baseline, baselineOf, heldAgainst, joined, openBaseline, writtenBaseline } from "./baseline.ts";
export { addDays } from "./calendar.ts";
export { type Accepted, check, type Knowledge, type Report, type RuleId } from "./check.ts";
export { checkMessage, messageFindings } from "./check-message.ts";
export { shownExample } from "./example.ts";
export type { Change, Finding, Fix, Kind, Severity } from "./finding.ts";
export { type FixedAll, fixAll } from "./fix-all.ts";
export { CAREFUL, type Caps } from "./format/caps.ts";
export { days } from "./format/duration.ts";
export { type Field, type FileKind, fieldAt, fieldsAt, type JsonSchema, kindOfFile, valuesAt } from "./format/fields.ts";
export { near } from "./format/fit.ts";
export { SKIP_SENTENCE, STAGES } from "./format/playbook.ts";
export { OUTCOMES, REPLIES } from "./format/replies.ts";
export { Person } from "./format/terms.ts";
export { ASKS, CHANNELS } from "./format/touch.ts";
export { LOCAL_HANDBOOK, ruleUrl } from "./found.ts";
export { type LawId, laws } from "./laws/index.ts";
export { type Law, NO_ADVICE } from "./laws/law.ts";
export { gap } from "./mending.ts";
export {
  type Assets,
  allTouches,
  type Branch,
  branchesOf,
  type Config,
  mainField,
  type Playbook,
  type ReplyName,
  type Touch,
  textsOf,
} from "./model.ts";
export { type Article, articles, type Principle, principles } from "./principles.ts";
export { default as accuracy } from "./prose/accuracy.json" with { type: "json" };
export { FAMILIES, type Family } from "./prose/families.ts";
export { featuresOf } from "./prose/features.ts";
export { type Judgement, judge, judged } from "./prose/judge.ts";
export { type MessageContext, messageOf } from "./prose/message.ts";
export { JUDGEMENTS, LARGEST, type Model, type ModelFile, opened, written } from "./prose/model.ts";

export type { Example, Rule } from "./rule.ts";
export { jsonSchema, type ListedRule, offersOf, ruleList } from "./rule-list.ts";
export { rules } from "./rules/index.ts";
export { settingsFor } from "./settings.ts";
export { squiggled } from "./squiggle.ts";
export { type Spot, spotAt, valueAt } from "./text/cursor.ts";
export { applied, difference, edits, type TextEdit } from "./text/edit.ts";
export { linesOf, offsetAt, positionAt, rangeOf } from "./text/lines.ts";
export { read, type Source } from "./text/read.ts";
export type { Path, Position, Range, Span } from "./text/span.ts";
export { type Moment, timeline } from "./timeline.ts";
export { blanks } from "./variables.ts";
