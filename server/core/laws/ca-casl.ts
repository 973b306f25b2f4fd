import type { Law } from "./law.ts";

export const caCasl: Law = {
  name: "Canada's Anti-Spam Legislation",
  jurisdiction: "Canada",
  cite: "CASL s. 6, 10 and 11",
  verified: "2026-11-22",
  asks: "Electronic messages go to those who consented: expressly, by a purchase in the last two years, or by an inquiry in the last six months. Each says how to unsubscribe, which is honoured within ten business days.",
  beyond: "The proof of each person's consent, who the message says it is from, and that the way to unsubscribe works for sixty days.",
};
