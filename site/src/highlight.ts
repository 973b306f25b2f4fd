import yaml from "@shikijs/langs/yaml";
import { createCssVariablesTheme, createHighlighterCoreSync } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";

const theme = createCssVariablesTheme({ name: "handbook", variablePrefix: "--code-" });
const highlighter = createHighlighterCoreSync({ themes: [theme], langs: [yaml], engine: createJavaScriptRegexEngine() });

/** A run of one line: its text, what it is to YAML, and the finding it stands under, if any. */
export type Run = { readonly text: string; readonly role: string; readonly mark: number | undefined };

/** What is pointed at in a text: a span of UTF-16 offsets. */
type Mark = { readonly span: readonly [number, number] };

/** The lines of a YAML text as coloured runs, cut wherever a mark begins or ends. `mark` is the index of the mark a run belongs to. */
export function lines(text: string, marks: readonly Mark[]): readonly (readonly Run[])[] {
  return highlighter.codeToTokensBase(text, { lang: "yaml", theme: "handbook" }).map((line) =>
    line.flatMap(({ content, offset, color }) => {
      const end = offset + content.length;
      const inside = marks.flatMap(({ span }) => span).filter((edge) => edge > offset && edge < end);
      const edges = [...new Set([offset, ...inside, end])].sort((a, b) => a - b);
      return edges.slice(1).map((to, i) => {
        const from = edges[i] ?? offset;
        const mark = marks.findIndex(({ span }) => span[0] <= from && to <= span[1]);
        return { text: text.slice(from, to), role: roleOf(color), mark: mark < 0 ? undefined : mark };
      });
    }),
  );
}

/** `var(--code-token-comment)` is a comment. */
const roleOf = (color: string | undefined): string => /--code-(?:token-)?([\w-]+)/.exec(color ?? "")?.[1] ?? "foreground";
