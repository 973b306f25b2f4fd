/** What a law asks of a cadence, as far as a playbook can show it. Off until a team turns it on. */
export type Law = {
  readonly name: string;
  readonly jurisdiction: string;
  /** Where it stands. */
  readonly cite: string;
  /** ISO date on which somebody last held this file against the law. */
  readonly verified: string;
  /** What it asks for, in a sentence or two. */
  readonly asks: string;
  /** What it asks for besides, and no playbook can show. */
  readonly beyond: string;
};

/** Said with everything that is said about a law. */
export const NO_ADVICE = "This is not legal advice; check with counsel.";
