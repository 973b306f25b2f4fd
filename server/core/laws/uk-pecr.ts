import type { Law } from "./law.ts";

export const ukPecr: Law = {
  name: "Privacy and Electronic Communications Regulations",
  jurisdiction: "United Kingdom",
  cite: "PECR 2003 regs 21 and 22",
  verified: "2026-11-22",
  asks: "Emails and texts to individuals, sole traders and partnerships among them, need consent or an earlier sale; companies may be written to. Numbers on the TPS and CTPS registers are not called.",
  beyond: "Objections you were told of, and the UK GDPR, which applies to every named person at a company.",
};
