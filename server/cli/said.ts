import { type Finding, rangeOf, type Source, type Span } from "../core/index.ts";

/** A finding as far as it is shown: without the ways to mend it. */
export type Said = Omit<Finding, "fixes" | "acceptance">;

/** What has to be kept of a finding. The sentence that is made of others, and lines and columns, are made again when they are told. */
export type Short = Omit<Said, "message" | "range" | "related"> & { readonly related: readonly Mention[] };
type Mention = Pick<Said["related"][number], "span" | "message">;

export const shortOf = ({ rule, principle, kind, severity, what, why, todo, span, url, story, related }: Said): Short => ({
  rule,
  principle,
  kind,
  severity,
  what,
  why,
  todo,
  span,
  url,
  ...(story === undefined ? {} : { story }),
  related: related.map(({ span, message }) => ({ span, message })),
});

/** A finding from what was kept of it, and what it was found in. */
export const saidAgain = (short: Short, source: Pick<Source, "lines">): Said => new Again(short, source);

/** A thousand files can have a hundred thousand findings, which all wait until everything has been judged: so each holds what is its own. */
class Again implements Said {
  readonly rule: string;
  readonly principle: Said["principle"];
  readonly kind: Said["kind"];
  readonly severity: Said["severity"];
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly span: Span;
  readonly url: string;
  readonly story?: string;
  readonly #related: readonly Mention[];
  readonly #source: Pick<Source, "lines">;

  constructor({ rule, principle, kind, severity, what, why, todo, span, url, story, related }: Short, source: Pick<Source, "lines">) {
    this.rule = same(rule);
    this.principle = same(principle);
    this.kind = same(kind);
    this.severity = same(severity);
    this.what = what;
    this.why = same(why);
    this.todo = same(todo);
    this.span = span;
    this.url = same(url);
    if (story !== undefined) this.story = story;
    this.#related = related.length > 0 ? related : NONE;
    this.#source = source;
  }

  get message(): string {
    return `${this.what} ${this.why} ${this.todo}`;
  }

  get range(): Said["range"] {
    return rangeOf(this.#source.lines, this.span);
  }

  get related(): Said["related"] {
    return this.#related.map(({ span, message }) => ({ span, message, range: rangeOf(this.#source.lines, span) }));
  }
}

const NONE: readonly Mention[] = [];

/** Words that were met before, as they were then: those from another thread or from a file are others each time, though a rule says the same. */
function same<T extends string>(words: T): T {
  const before = met.get(words);
  if (before !== undefined) return before as T;
  if (met.size < MOST_MET) met.set(words, words);
  return words;
}
const met = new Map<string, string>();
/** Far more than rules have sentences: what names something of a playbook is met once. */
const MOST_MET = 5_000;
