import type { Law } from "./law.ts";

export const usCallingHours: Law = {
  name: "Federal calling hours",
  jurisdiction: "United States",
  cite: "47 CFR 64.1200(c)(1); 16 CFR 310.4(c)",
  verified: "2026-11-22",
  asks: "Sales calls and texts reach people between eight in the morning and nine in the evening, where they are.",
  beyond: "The do-not-call lists, national and your own, and which calls between companies are exempt.",
};
