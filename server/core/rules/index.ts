// Written by index.test.ts: one line for each rule file in this folder.
import beliefHasFacts from "./belief-has-facts.ts";
import benefitForTheProspect from "./benefit-for-the-prospect.ts";
import endsWithTakeAway from "./ends-with-take-away.ts";
import exclusionsNamed from "./exclusions-named.ts";
import followUpsOfferANo from "./follow-ups-offer-a-no.ts";
import gapsHold from "./gaps-hold.ts";
import knownKeys from "./known-keys.ts";
import negativeOptionIsSaid from "./negative-option-is-said.ts";
import noEndsTheCadence from "./no-ends-the-cadence.ts";
import noIsOffered from "./no-is-offered.ts";
import optOutIsForever from "./opt-out-is-forever.ts";
import readableYaml from "./readable-yaml.ts";
import reflexNoAnsweredOnce from "./reflex-no-answered-once.ts";
import restBeforeReturn from "./rest-before-return.ts";
import returnNeedsNewReason from "./return-needs-new-reason.ts";
import variablesDeclared from "./variables-declared.ts";

/** Every rule by its id, which is its file's name. */
export const rules = {
  "belief-has-facts": beliefHasFacts,
  "benefit-for-the-prospect": benefitForTheProspect,
  "ends-with-take-away": endsWithTakeAway,
  "exclusions-named": exclusionsNamed,
  "follow-ups-offer-a-no": followUpsOfferANo,
  "gaps-hold": gapsHold,
  "known-keys": knownKeys,
  "negative-option-is-said": negativeOptionIsSaid,
  "no-ends-the-cadence": noEndsTheCadence,
  "no-is-offered": noIsOffered,
  "opt-out-is-forever": optOutIsForever,
  "readable-yaml": readableYaml,
  "reflex-no-answered-once": reflexNoAnsweredOnce,
  "rest-before-return": restBeforeReturn,
  "return-needs-new-reason": returnNeedsNewReason,
  "variables-declared": variablesDeclared,
};
