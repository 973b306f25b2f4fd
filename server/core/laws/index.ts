import { caCasl } from "./ca-casl.ts";
import { euGdpr } from "./eu-gdpr.ts";
import type { Law } from "./law.ts";
import { ukPecr } from "./uk-pecr.ts";
import { usCallingHours } from "./us-calling-hours.ts";
import { usCanSpam } from "./us-can-spam.ts";
import { usFlorida } from "./us-florida.ts";
import { usOklahoma } from "./us-oklahoma.ts";
import { usRevocation } from "./us-revocation.ts";

/** The law packs by the name a configuration turns them on with. */
export const laws = {
  "us-can-spam": usCanSpam,
  "us-calling-hours": usCallingHours,
  "us-revocation": usRevocation,
  "us-florida": usFlorida,
  "us-oklahoma": usOklahoma,
  "ca-casl": caCasl,
  "uk-pecr": ukPecr,
  "eu-gdpr": euGdpr,
} as const satisfies Record<string, Law>;

export type LawId = keyof typeof laws;
