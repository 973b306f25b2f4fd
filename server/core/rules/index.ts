// Written by index.test.ts: one line for each rule file in this folder.
import askClimbsOneRung from "./ask-climbs-one-rung.ts";
import beliefHasFacts from "./belief-has-facts.ts";
import benefitForTheProspect from "./benefit-for-the-prospect.ts";
import callsWithinCap from "./calls-within-cap.ts";
import channelsWithinDailyCap from "./channels-within-daily-cap.ts";
import daysInOrder from "./days-in-order.ts";
import deferralIsPatient from "./deferral-is-patient.ts";
import endsWithTakeAway from "./ends-with-take-away.ts";
import enoughTouches from "./enough-touches.ts";
import exclusionsNamed from "./exclusions-named.ts";
import firstAskIsSmall from "./first-ask-is-small.ts";
import followUpsOfferANo from "./follow-ups-offer-a-no.ts";
import gapsHold from "./gaps-hold.ts";
import gapsNeverShrink from "./gaps-never-shrink.ts";
import knownKeys from "./known-keys.ts";
import messagesDiffer from "./messages-differ.ts";
import negativeOptionIsSaid from "./negative-option-is-said.ts";
import noEndsTheCadence from "./no-ends-the-cadence.ts";
import noIsOffered from "./no-is-offered.ts";
import optOutIsForever from "./opt-out-is-forever.ts";
import readableYaml from "./readable-yaml.ts";
import reasonsDiffer from "./reasons-differ.ts";
import reflexNoAnsweredOnce from "./reflex-no-answered-once.ts";
import restBeforeReturn from "./rest-before-return.ts";
import returnNeedsNewReason from "./return-needs-new-reason.ts";
import subjectsDiffer from "./subjects-differ.ts";
import takeAwayAsksNothing from "./take-away-asks-nothing.ts";
import takeAwayIsLast from "./take-away-is-last.ts";
import touchesWithinCap from "./touches-within-cap.ts";
import touchesWithinWeeklyCap from "./touches-within-weekly-cap.ts";
import variablesDeclared from "./variables-declared.ts";

/** Every rule by its id, which is its file's name. */
export const rules = {
  "ask-climbs-one-rung": askClimbsOneRung,
  "belief-has-facts": beliefHasFacts,
  "benefit-for-the-prospect": benefitForTheProspect,
  "calls-within-cap": callsWithinCap,
  "channels-within-daily-cap": channelsWithinDailyCap,
  "days-in-order": daysInOrder,
  "deferral-is-patient": deferralIsPatient,
  "ends-with-take-away": endsWithTakeAway,
  "enough-touches": enoughTouches,
  "exclusions-named": exclusionsNamed,
  "first-ask-is-small": firstAskIsSmall,
  "follow-ups-offer-a-no": followUpsOfferANo,
  "gaps-hold": gapsHold,
  "gaps-never-shrink": gapsNeverShrink,
  "known-keys": knownKeys,
  "messages-differ": messagesDiffer,
  "negative-option-is-said": negativeOptionIsSaid,
  "no-ends-the-cadence": noEndsTheCadence,
  "no-is-offered": noIsOffered,
  "opt-out-is-forever": optOutIsForever,
  "readable-yaml": readableYaml,
  "reasons-differ": reasonsDiffer,
  "reflex-no-answered-once": reflexNoAnsweredOnce,
  "rest-before-return": restBeforeReturn,
  "return-needs-new-reason": returnNeedsNewReason,
  "subjects-differ": subjectsDiffer,
  "take-away-asks-nothing": takeAwayAsksNothing,
  "take-away-is-last": takeAwayIsLast,
  "touches-within-cap": touchesWithinCap,
  "touches-within-weekly-cap": touchesWithinWeeklyCap,
  "variables-declared": variablesDeclared,
};
