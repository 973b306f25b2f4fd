import type { Finding, Remark } from "./finding.ts";
import { laws } from "./laws/index.ts";
import { NO_ADVICE } from "./laws/law.ts";
import type { Rule, Spoken } from "./rule.ts";
import { rangeOf } from "./text/lines.ts";
import { locate, type Place } from "./text/locate.ts";
import type { Source } from "./text/read.ts";
import type { Span } from "./text/span.ts";
import { remembered } from "./words.ts";

/** Where the handbook is when no configuration says: where `npm start` serves it. */
export const LOCAL_HANDBOOK = "http://localhost:4321/";

/** The page of a rule in a handbook. */
export const ruleUrl = (handbook: string, rule: string): string => `${handbook.replace(/\/*$/, "/")}rules/${rule}/`;

/** Places that a finding leads to besides its own. Nobody goes through more, and an editor would get them all after every key. */
const MOST_RELATED = 20;

/** What a rule remarks on, as a finding: with its span, its three sentences and its page. */
export function found(id: string, rule: Rule, severity: Finding["severity"], remark: Remark, source: Source, handbook: string): Finding {
  const span = spanOf(source, remark.at);
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
    span,
    range: rangeOf(source.lines, span),
    url: ruleUrl(handbook, id),
    fixes: remark.fixes ?? [],
    ...(remark.story === undefined ? {} : { story: remark.story }),
    related: (remark.related ?? []).slice(0, MOST_RELATED).map(({ at, message }) => {
      const place = spanOf(source, at);
      return { span: place, range: rangeOf(source.lines, place), message };
    }),
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

const spanOf = (source: Source, at: Place | Span): Span => ("path" in at ? locate(source, at) : at);
