import type { Law } from "./law.ts";

export const usFlorida: Law = {
  name: "Florida Telephone Solicitation Act",
  jurisdiction: "Florida, United States",
  cite: "Fla. Stat. 501.616(6)",
  verified: "2026-11-22",
  asks: "At most three calls in twenty-four hours on one subject, between eight in the morning and eight in the evening where the person is.",
  beyond: "Twenty-four hours that begin on one day and end on the next, consent to automated dialling, and the exemptions.",
};
