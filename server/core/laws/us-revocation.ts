import type { Law } from "./law.ts";

export const usRevocation: Law = {
  name: "Revocation of consent to calls and texts",
  jurisdiction: "United States",
  cite: "47 CFR 64.1200(a)(10)",
  verified: "2026-11-22",
  asks: "Whoever says stop in any reasonable way, such as stop, quit, end, revoke, opt out, cancel or unsubscribe, is called and texted no more after ten business days at the latest.",
  beyond: "That your sequencer hears all of those words, and one confirmation at most.",
};
