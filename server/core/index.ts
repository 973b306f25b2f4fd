export { type Baseline, baselineOf, heldAgainst, joined, openBaseline, writtenBaseline } from "./baseline.ts";
export { type Beside, beside } from "./beside.ts";
export { type Calendar, calendarOf, type Region, type RegionOf, weekdayName } from "./business/calendar.ts";
export { clockAt, isTimeZone, timeZones } from "./business/clock.ts";
export { type Dated, datedFrom } from "./business/dated.ts";
export { meetingOn } from "./business/hours.ts";
export { longestPause, type Pause } from "./business/pause.ts";
export { type Where, whereabouts } from "./business/where.ts";
export { calendarSlips } from "./business/worst.ts";
export { yearFrom } from "./business/year.ts";
export { addDays, dayNumber, isoDate, onBusinessDay } from "./calendar.ts";
export { called } from "./called.ts";
export { type Accepted, check, checkAll, type Knowledge, type Report, type RuleId } from "./check.ts";
export { checkMessage, messageFindings } from "./check-message.ts";
export { countWords } from "./count-words.ts";
export { shownExample } from "./example.ts";
export type { Change, Finding, Fix, Kind, Severity } from "./finding.ts";
export { type FixedAll, fixAll, fixRule } from "./fix-all.ts";
export { CAREFUL, type Caps } from "./format/caps.ts";
export { CHANNELS } from "./format/channels.ts";
export { days } from "./format/duration.ts";
export { type Field, fieldAt, fieldsAt, type JsonSchema, valuesAt } from "./format/fields.ts";
export { type FileKind, kindOfFile } from "./format/file-kind.ts";
export { near } from "./format/near.ts";
export { SKIP_SENTENCE } from "./format/playbook.ts";
export { OUTCOMES, REPLIES } from "./format/replies.ts";
export { STAGES } from "./format/stages.ts";
export { Person } from "./format/terms.ts";
export { ASKS } from "./format/touch.ts";
export { firstAlike, LOCAL_HANDBOOK, ruleUrl } from "./found.ts";
export { type LawId, laws } from "./laws/index.ts";
export { type Law, NO_ADVICE } from "./laws/law.ts";
export { approve, type Entry, revoke } from "./ledger/approve.ts";
export { changedLines, changesBetween, type LineChange } from "./ledger/changes.ts";
export { digestOf, meaningOf, short } from "./ledger/digest.ts";
export type { EntryFiles, Fault, Step } from "./ledger/entry.ts";
export { type Chapter, historyOf, titleIn } from "./ledger/history.ts";
export { DUE_SOON_DAYS, type Judging, judgeLedger, type LedgerFiles, reviewDays, type Standing, type State } from "./ledger/judge.ts";
export { broughtNow, type Lapse, lapsesOf, surelyKeeps, type Today } from "./ledger/lapse.ts";
export { type ApprovedPlaybook, type Opened, openApproved } from "./ledger/open.ts";
export { nameOf, samePerson } from "./ledger/person.ts";
export { poor, type Question, questionsFor } from "./ledger/questions.ts";
export { filesOf, writeRecord } from "./ledger/record.ts";
export type { Refusal } from "./ledger/refusal.ts";
export { maySign, readSigners, type Signers } from "./ledger/signers.ts";
export { NAMESPACE, verifySignature } from "./ledger/ssh-signature.ts";
export { gap } from "./mending.ts";
export { LONGEST_MESSAGE } from "./message-findings.ts";
export {
  type ApprovalRecord,
  type Assets,
  allTouches,
  type Branch,
  branchesOf,
  type Config,
  mainField,
  type Playbook,
  pathOf,
  type ReplyName,
  type RevocationRecord,
  type Touch,
  textsOf,
} from "./model.ts";
export { NAME_SHAPE, type Name, type NameKind, namesIn } from "./names.ts";
export { type Drawing, type DrawnBranch, drawingOf } from "./paths/drawing.ts";
export { explore, explorePace } from "./paths/explore.ts";
export { machineOf } from "./paths/machine.ts";
export { mermaidOf } from "./paths/mermaid.ts";
export { branchTold, type Dot, drawingTold, type Picture, pictureOf } from "./paths/picture.ts";
export { type Answer, type Played, playing, type Turn } from "./paths/play.ts";
export type { Event } from "./paths/run.ts";
export { densestWeek, lengthOf, momentsIn, type Run, runsOf, type Summary, summaryOf } from "./paths/runs.ts";
export { storyOf, toldOf } from "./paths/story.ts";
export { configIn, playbookIn } from "./playbook-in.ts";
export { type Article, articles, type Principle, principles } from "./principles.ts";
export { default as accuracy } from "./prose/accuracy.json" with { type: "json" };
export { FAMILIES, type Family } from "./prose/families.ts";
export { featuresOf } from "./prose/features.ts";
export { judged, scoresOf } from "./prose/judge.ts";
export { type MessageContext, messageOf } from "./prose/message.ts";
export { JUDGEMENTS, LARGEST, type Model, type ModelFile, opened, weightOf, written } from "./prose/model.ts";
export { getReady } from "./prose/reader.ts";
export { sentencesOf } from "./prose/tokens.ts";

export type { Example, Rule } from "./rule.ts";
export { jsonSchema, type ListedRule, offersIn, offersOf, ruleList } from "./rule-list.ts";
export { RULE_FILES, withoutExamples } from "./rule-source.ts";
export { rules } from "./rules/index.ts";
export { settingsFor } from "./settings.ts";
export { type SharedWords, sharedWords, takesMore, withAsset } from "./shared-assets.ts";
export { channelNames, contactNames, outcomeNames, replyNames } from "./spoken.ts";
export { squiggled } from "./squiggle.ts";
export { type Answers, startPlaybook } from "./start.ts";
export {
  type ApprovalLine,
  approvalLine,
  type Looked,
  type PlaybookLine,
  type Reporting,
  type TeamReport,
  teamReport,
} from "./team-report.ts";
export { type Spot, saidBy, spotAt, textsIn, valueAt } from "./text/cursor.ts";
export { applied, difference, edits, type TextEdit } from "./text/edit.ts";
export { type Lines, linesOf, offsetAt, positionAt, rangeOf } from "./text/lines.ts";
export { locate } from "./text/locate.ts";
export { type Part, partsAround, symbolParts, writtenParts } from "./text/parts.ts";
export { read, type Source } from "./text/read.ts";
export { reread } from "./text/reread.ts";
export type { Path, Position, Range, Span } from "./text/span.ts";
export { STEP, tidied } from "./text/tidy.ts";
export { BUSINESS_DAYS_A_WEEK, type Moment, timeline } from "./timeline.ts";
export { linesOfTouches, movedBy } from "./touch-lines.ts";
export { blanks, wordCount } from "./variables.ts";
export { listed, ordinaryDate } from "./wording.ts";
