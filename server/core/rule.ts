import type { Kind, Remark, Severity } from "./finding.ts";
import type { FileKind } from "./format/fields.ts";
import type { Assets, Caps, Config, Playbook } from "./model.ts";
import type { Article, Principle } from "./principles.ts";
import type { Said, Saying } from "./prose/family.ts";
import type { Message, MessageContext } from "./prose/message.ts";
import type { Suggestion } from "./suggestion.ts";
import type { Misfit } from "./text/flaw.ts";
import type { Source } from "./text/read.ts";

/** What a rule may know besides the playbook. The core has no clock: today is given, or it is not known. */
export type Context = {
  readonly caps: Caps;
  /** Undefined when no assets file is known; then nothing is said about assets. */
  readonly assets: Assets | undefined;
  readonly config: Config | undefined;
  /** ISO date. */
  readonly today: string | undefined;
};

/** What was read, for the rules about the writing itself. */
export type Reading = { readonly source: Source; readonly misfits: readonly Misfit[]; readonly kind: FileKind };

/** A text that shows a rule. A line of `^^^` under a place, and what is said of it; an example without any is fine. */
export type Example =
  | string
  | { readonly text: string; readonly message: MessageContext }
  | { readonly text: string; readonly file?: FileKind; readonly assets?: Assets; readonly config?: Config; readonly today?: string };

type About = {
  readonly principle: Principle;
  readonly articles: readonly Article[];
  readonly kind: Kind;
  readonly severity: Severity;
  /** One line that states the virtue. */
  readonly summary: string;
  /** One sentence on why it matters. Every message of the rule carries it. */
  readonly why: string;
  /** One sentence on what to do. A remark may be more exact. */
  readonly todo: string;
  /** At least one of each side. They are the rule's tests and its page. */
  readonly examples: readonly Example[];
};

/** A rule: one mechanical check of a principle. */
export type Rule = About &
  (
    | { readonly reads: "playbook"; check(playbook: Playbook, context: Context): Iterable<Remark> }
    | {
        readonly reads: "prose";
        readonly family: string;
        readonly sayings: readonly Saying[];
        what(said: Said, message: Message): string;
        /** Ways to say it better, the plainest first. */
        readonly suggestions: readonly Suggestion[];
      }
    | { readonly reads: "writing"; check(reading: Reading): Iterable<Remark> }
    | { readonly reads: "config"; check(config: Config, rules: readonly string[]): Iterable<Remark> }
    | { readonly reads: "assets"; check(assets: Assets, context: Pick<Context, "today">): Iterable<Remark> }
  );

/** A rule about a playbook. Its id is its file's name. */
export const rule = (definition: About & Pick<Extract<Rule, { reads: "playbook" }>, "check">): Rule => ({
  ...definition,
  reads: "playbook",
});

/** A rule about what the words of a message say. Such a reading is never certain. */
export const proseRule = (
  definition: Omit<About, "kind"> & Pick<Extract<Rule, { reads: "prose" }>, "family" | "sayings" | "what" | "suggestions">,
): Extract<Rule, { reads: "prose" }> => ({ ...definition, kind: "heuristic", reads: "prose" });

/** A rule about the writing itself: YAML and the format. */
export const writingRule = (definition: About & Pick<Extract<Rule, { reads: "writing" }>, "check">): Rule => ({
  ...definition,
  reads: "writing",
});

/** A rule about cadence.config.yaml. */
export const configRule = (definition: About & Pick<Extract<Rule, { reads: "config" }>, "check">): Rule => ({
  ...definition,
  reads: "config",
});

/** A rule about cadence.assets.yaml. */
export const assetsRule = (definition: About & Pick<Extract<Rule, { reads: "assets" }>, "check">): Rule => ({
  ...definition,
  reads: "assets",
});

/** A YAML text, free of the indentation of the code around it. */
export function yaml({ raw }: TemplateStringsArray): string {
  const lines = raw.join("").replace(/^\n/, "").trimEnd().split("\n");
  const indent = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join("\n");
}
