/** What a person can set in the editor: which hints are shown between the words, and when findings are told. */
export type Settings = {
  /** What becomes of findings in the word that is being typed. */
  readonly whileTyping: "shown" | "held";
  readonly hints: { readonly gaps: boolean; readonly dates: boolean; readonly words: boolean; readonly week: boolean };
};

/** What holds where nothing is set. */
export const careful: Settings = { whileTyping: "shown", hints: { gaps: true, dates: true, words: true, week: true } };

/** The settings under `cadence`, read as a careful reader would: whatever is not plainly off is on. */
export function settingsFrom(written: unknown): Settings {
  const { hints: chosen, findings } = partOf(written);
  const hints = partOf(chosen);
  const on = (name: keyof Settings["hints"]) => hints[name] !== false;
  const whileTyping = partOf(findings).whileTyping === "held" ? "held" : "shown";
  return { whileTyping, hints: { gaps: on("gaps"), dates: on("dates"), words: on("words"), week: on("week") } };
}

const partOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
