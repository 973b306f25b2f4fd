import type { Law } from "./law.ts";

export const euGdpr: Law = {
  name: "General Data Protection Regulation",
  jurisdiction: "European Union",
  cite: "GDPR Art. 21(2)–(4)",
  verified: "2026-11-22",
  asks: "The first message tells people of their right to object to marketing, clearly and apart from the rest, and whoever objects is left alone.",
  beyond: "Your legal ground for writing at all, what you tell people about their data, and the laws of each country about email.",
};
