import type { Law } from "./law.ts";

export const usOklahoma: Law = {
  name: "Oklahoma Telephone Solicitation Act of 2022",
  jurisdiction: "Oklahoma, United States",
  cite: "Oklahoma Telephone Solicitation Act of 2022 (HB 3168)",
  verified: "2026-11-22",
  asks: "At most three calls in twenty-four hours on one subject, between eight in the morning and eight in the evening where the person is.",
  beyond: "Twenty-four hours that begin on one day and end on the next, area codes, and existing business relationships.",
};
