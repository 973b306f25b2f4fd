/** Steps that a note names by their numbers. An export of five hundred would otherwise fill screens. */
const MOST_NAMED = 5;

/** What somebody should know of the steps of a sequence, in the order it was noticed. What holds for several steps is told once. */
export type StepNotes = {
  /** `one` goes on after “Step 3”, `several` after “Steps 3, 4 and 9”; notes of one `kind` are told together. */
  readonly add: (step: number, kind: string, one: string, several: string) => void;
  readonly all: () => readonly string[];
};

export function stepNotes(): StepNotes {
  const told = new Map<string, { readonly steps: number[]; readonly one: string; readonly several: string }>();
  return {
    add: (step, kind, one, several) => {
      const known = told.get(kind);
      if (!known) told.set(kind, { steps: [step], one, several });
      else if (known.steps.at(-1) !== step) known.steps.push(step);
    },
    all: () =>
      [...told.values()].map(({ steps, one, several }) =>
        steps.length === 1 ? `Step ${steps[0]} ${one}` : `Steps ${named(steps)} ${several}`,
      ),
  };
}

function named(steps: readonly number[]): string {
  const more = steps.length - MOST_NAMED;
  const parts = more > 1 ? [...steps.slice(0, MOST_NAMED), `${more} more`] : steps;
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
