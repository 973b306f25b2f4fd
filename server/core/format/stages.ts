/** The stages of a relationship, from strangers to customers who left. */
export const stages = {
  cold: "We have never spoken.",
  contacted: "We have spoken, or they wrote to us.",
  proposal: "An offer is with them.",
  customer: "They buy from us.",
  lapsed: "They used to buy from us.",
} as const;
export const STAGES = Object.keys(stages) as (keyof typeof stages)[];
