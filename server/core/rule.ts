import type { Acceptance } from "./acceptance.ts";
import type { Region, RegionOf } from "./business/calendar.ts";
import type { Where } from "./business/where.ts";
import type { Kind, Remark, Severity } from "./finding.ts";
import type { Caps } from "./format/caps.ts";
import type { FileKind } from "./format/file-kind.ts";
import type { PatternOf } from "./house/heard.ts";
import type { Passage } from "./house/passage.ts";
import type { LawId } from "./laws/index.ts";
import type { Assets, Config, Playbook } from "./model.ts";
import type { Exploration, Paced } from "./paths/explore.ts";
import type { Lasts } from "./paths/machine.ts";
import type { Article, Principle } from "./principles.ts";
import type { Family } from "./prose/families.ts";
import type { Message, MessageContext } from "./prose/message.ts";
import type { Said } from "./prose/reader.ts";
import { unindented } from "./rule-source.ts";
import type { Suggestion } from "./suggestion.ts";
import type { Misfit } from "./text/flaw.ts";
import type { Source } from "./text/read.ts";
import type { Span } from "./text/span.ts";

/** What a rule may know besides the playbook. The core has no clock: today is given, or it is not known. */
export type Context = {
  readonly caps: Caps;
  /** Undefined when no assets file is known; then nothing is said about assets. */
  readonly assets: Assets | undefined;
  readonly config: Config | undefined;
  /** ISO date. */
  readonly today: string | undefined;
  /** When the people we write to are at work, and when we are. */
  readonly where: Where;
  /** All runs of the playbook, followed once however many rules ask. */
  readonly paths: () => Exploration;
  /** The same for the promises about pace alone, with branches that last as long as a calendar says: followed anew whenever somebody asks. */
  readonly paced: (lasts: Lasts) => Paced;
  /** Whether the text names a variable in some blank, also in parts that could not be understood and are left out of the playbook. */
  readonly mentions: (variable: string) => boolean;
};

/** What was read, for the rules about the writing itself. */
export type Reading = { readonly source: Source; readonly misfits: readonly Misfit[]; readonly kind: FileKind };

/** A text that shows a rule. A line of `^^^` under a place, and what is said of it; an example without any is fine. */
export type Example =
  | string
  | { readonly text: string; readonly message: MessageContext; readonly config?: Partial<Config> }
  | {
      readonly text: string;
      readonly file?: FileKind;
      readonly assets?: Assets;
      readonly config?: Partial<Config>;
      readonly today?: string;
      /** The regions whose holidays are known. */
      readonly regions?: Readonly<Record<string, Region>>;
    };

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
  /** The law it stands on instead of the articles, and where. It is silent until the team turns the law's pack on. */
  readonly law?: { readonly pack: LawId; readonly cite: string };
  /** The team's numbers that the rule goes by. */
  readonly caps?: readonly (keyof Caps)[];
  /** At least one of each side. They are the rule's tests and its page. */
  readonly examples: readonly Example[];
};

/** A rule: one mechanical check of a principle. */
export type Rule = About &
  (
    | {
        readonly reads: "playbook";
        /** Whether it goes by the plan alone: by who is contacted when and how, and not by what is said to them. */
        readonly plan: boolean;
        check(playbook: Playbook, context: Context): Iterable<Remark>;
        /** What it says of a message by itself, where no playbook is around it. Left out where it takes a playbook to say anything. */
        alone?(message: Message, caps: Caps): Iterable<Spoken>;
      }
    | {
        readonly reads: "prose";
        readonly family: Family;
        what(said: Said, message: Message): string;
        /** Ways to say it better, the plainest first. */
        readonly suggestions: readonly Suggestion[];
      }
    | { readonly reads: "words"; check(passage: Passage, config: Config | undefined, patternOf: PatternOf): Iterable<Spoken> }
    | { readonly reads: "writing"; check(reading: Reading): Iterable<Remark> }
    | { readonly reads: "acceptances"; check(acceptances: readonly Acceptance[], rules: Readonly<Record<string, Rule>>): Iterable<Remark> }
    | { readonly reads: "config"; check(config: Config, rules: readonly string[], regionOf: RegionOf | undefined): Iterable<Remark> }
    | { readonly reads: "assets"; check(assets: Assets, context: Pick<Context, "today">): Iterable<Remark> }
  );

type PlaybookRule = About & Pick<Extract<Rule, { reads: "playbook" }>, "check" | "alone">;

/** A rule about a playbook. Its id is its file's name. */
export const rule = (definition: PlaybookRule): Rule => ({ ...definition, reads: "playbook", plan: false });

/**
 * A rule about the plan of a playbook, whatever its touches say: of their words it may know that there are some, and nothing else, in its
 * fixes neither. What it found is kept while only words change.
 */
export const planRule = (definition: PlaybookRule): Rule => ({ ...definition, reads: "playbook", plan: true });

/** A rule that stands on a law. Its examples are read with the law's pack turned on. */
export const lawRule = ({
  examples,
  ...definition
}: Omit<About, "articles" | "examples"> & { readonly law: NonNullable<About["law"]>; readonly examples: readonly string[] } & Pick<
    Extract<Rule, { reads: "playbook" }>,
    "check"
  >): Rule => ({
  ...definition,
  articles: [],
  examples: examples.map((text) => ({ text, config: { laws: [definition.law.pack] } })),
  reads: "playbook",
  plan: false,
});

/** A rule about what the words of a message say. Such a reading is never certain. */
export const proseRule = (
  definition: Omit<About, "kind"> & Pick<Extract<Rule, { reads: "prose" }>, "family" | "what" | "suggestions">,
): Extract<Rule, { reads: "prose" }> => ({ ...definition, kind: "heuristic", reads: "prose" });

/** What a rule says of some words, wherever they stand: UTF-16 offsets into the passage. */
export type Spoken = {
  readonly span: Span;
  readonly what: string;
  /** Why, in the team's own words. */
  readonly because?: string;
  readonly severity?: Severity | undefined;
  readonly todo?: string;
  /** Words that could stand there, and what it is called to write them. */
  readonly instead?: { readonly title: string; readonly words: string };
};

/** A rule about the words of any text, such as those a team has chosen for itself. To find them is a reading, so it is never certain. */
export const wordsRule = (definition: Omit<About, "kind"> & Pick<Extract<Rule, { reads: "words" }>, "check">): Rule => ({
  ...definition,
  kind: "heuristic",
  reads: "words",
});

/** A rule about the writing itself: YAML and the format. */
export const writingRule = (definition: About & Pick<Extract<Rule, { reads: "writing" }>, "check">): Rule => ({
  ...definition,
  reads: "writing",
});

/** A rule about what a playbook accepts of the other rules' findings. */
export const acceptanceRule = (definition: About & Pick<Extract<Rule, { reads: "acceptances" }>, "check">): Rule => ({
  ...definition,
  reads: "acceptances",
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
export const yaml = ({ raw }: TemplateStringsArray): string => unindented(raw.join(""));
