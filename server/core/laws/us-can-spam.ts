import type { Law } from "./law.ts";

export const usCanSpam: Law = {
  name: "CAN-SPAM Act",
  jurisdiction: "United States",
  cite: "15 U.S.C. 7704; 16 CFR 316",
  verified: "2026-11-22",
  asks: "Every commercial email, to companies too, says how to opt out and gives a postal address, and an opt-out is honoured within ten business days.",
  beyond:
    "That the sender and the subject are true, that opting out costs nothing and takes one page or one reply, and the emails a person sends one by one: only automatic ones are looked at.",
};
