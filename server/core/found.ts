import { beside } from "./beside.ts";
import type { Finding, Remark } from "./finding.ts";
import { laws } from "./laws/index.ts";
import { NO_ADVICE } from "./laws/law.ts";
import { remembered } from "./remembered.ts";
import type { Rule, Spoken } from "./rule.ts";
import { rangeOf } from "./text/lines.ts";
import { locate, type Place } from "./text/locate.ts";
import type { Source } from "./text/read.ts";
import type { Position, Range, Span } from "./text/span.ts";

/** Where the handbook is when no configuration says: where `npm start` serves it. */
export const LOCAL_HANDBOOK = "http://localhost:4321/";

/** The page of a rule in a handbook. */
export const ruleUrl = (handbook: string, rule: string): string => `${handbook.replace(/\/*$/, "/")}rules/${rule}/`;

/** Places that a finding leads to besides its own. Nobody goes through more, and an editor would get them all after every key. */
const MOST_RELATED = 20;

/** What a finding is made of besides its remark and where that stands now. */
type Given = { readonly rule: Rule; readonly severity: Finding["severity"]; readonly handbook: string };
type Made = Given & { readonly finding: Finding };

const made = beside<Made>();

/**
 * What a rule remarks on, as a finding: with its span, its three sentences and its page. While a text is written most remarks stay the same;
 * then only their places are looked up anew.
 */
export function found(id: string, remark: Remark, given: Given, source: Source): Finding {
  const place = placed(source, remark.at);
  const related = (remark.related ?? []).slice(0, MOST_RELATED).map(({ at, message }) => ({ ...placed(source, at), message }));
  const known = made.get(remark);
  const same = known && known.rule === given.rule && known.severity === given.severity && known.handbook === given.handbook;
  const finding = same ? { ...known.finding, ...place, related } : findingOf(id, remark, given, place, related);
  if (same && sameLines(known.finding, finding)) sayAlike(finding, known.finding);
  made.set(remark, { ...given, finding });
  return finding;
}

/** Of findings that say the same of the same lines and characters, the first. */
const firsts = beside<Finding>();

/**
 * The first finding that said what this one says, of the same lines and characters: from key to key the same object, for whoever makes something
 * of a finding and need not make it again. Offsets in the text, and what mends or accepts it, may be others.
 */
export const firstAlike = (finding: Finding): Finding => firsts.get(finding) ?? finding;

/** Notes that a finding says what another one said. */
export const sayAlike = (finding: Finding, before: Finding): void => firsts.set(finding, firstAlike(before));

type Placed = { readonly span: Span; readonly range: Range };

function placed(source: Source, at: Place | Span): Placed {
  const span = "path" in at ? locate(source, at) : at;
  return { span, range: rangeOf(source.lines, span) };
}

const sameLines = (one: Finding, other: Finding): boolean =>
  sameRange(one.range, other.range) && one.related.every(({ range }, i) => sameRange(range, other.related[i]?.range));

const sameRange = ({ start, end }: Range, other: Range | undefined): boolean =>
  other !== undefined && samePosition(start, other.start) && samePosition(end, other.end);

const samePosition = (one: Position, other: Position) => one.line === other.line && one.character === other.character;

function findingOf(id: string, remark: Remark, { rule, severity, handbook }: Given, place: Placed, related: Finding["related"]): Finding {
  const law = rule.law && ` The law: ${rule.law.cite}, as last read on ${laws[rule.law.pack].verified}. ${NO_ADVICE}`;
  const what = plainText(remark.what);
  const [why, todo] = [(remark.why ?? rule.why) + (law ?? ""), remark.todo ?? rule.todo].map(plainWords) as [string, string];
  return {
    rule: id,
    principle: rule.principle,
    kind: rule.kind,
    severity: remark.severity ?? severity,
    message: `${what} ${why} ${todo}`,
    what,
    why,
    todo,
    ...place,
    url: ruleUrl(handbook, id),
    fixes: remark.fixes ?? [],
    ...(remark.story === undefined ? {} : { story: remark.story }),
    related,
  };
}

/** What a rule says of some words, as a remark at the place they have in a text. */
export const spokenAt = (at: Place | Span, { what, because, severity, todo, instead }: Spoken): Remark => ({
  at,
  what,
  severity,
  ...(because === undefined ? {} : { why: asSentence(because) }),
  ...(todo === undefined ? {} : { todo }),
  fixes: instead ? [{ title: instead.title, safe: false, changes: [{ replace: at, with: instead.words }] }] : [],
});

/** Words that somebody wrote, with a capital and a full stop. */
const asSentence = (words: string): string => {
  const plain = words.trim().replace(/\s+/g, " ");
  return plain.replace(/^./u, (letter) => letter.toUpperCase()) + (/[.!?…]["”’)]*$/.test(plain) ? "" : ".");
};

/** What the rules set as code would show its marks in an editor's list. */
const plainText = (words: string): string => words.replace(/`([^`]+)`/g, "“$1”");

/** Most findings of a rule say why and what to do in the same words. */
const plainWords = remembered(plainText);
