// Written by index.test.ts: one line for each rule file in this folder.
import acceptancesUsed from "./acceptances-used.ts";
import askClimbsOneRung from "./ask-climbs-one-rung.ts";
import assetIsCurrent from "./asset-is-current.ts";
import assetUsedOnce from "./asset-used-once.ts";
import assetsCurrent from "./assets-current.ts";
import assetsExist from "./assets-exist.ts";
import attemptsNotCounted from "./attempts-not-counted.ts";
import automationNotDenied from "./automation-not-denied.ts";
import beliefHasFacts from "./belief-has-facts.ts";
import benefitForTheProspect from "./benefit-for-the-prospect.ts";
import callsWithinCap from "./calls-within-cap.ts";
import calmPunctuation from "./calm-punctuation.ts";
import channelRunsAreShort from "./channel-runs-are-short.ts";
import channelsVary from "./channels-vary.ts";
import channelsWithinDailyCap from "./channels-within-daily-cap.ts";
import daysInOrder from "./days-in-order.ts";
import deadlineHasSource from "./deadline-has-source.ts";
import decisionLeftToThem from "./decision-left-to-them.ts";
import deferralIsPatient from "./deferral-is-patient.ts";
import emailHasSubject from "./email-has-subject.ts";
import endsWithTakeAway from "./ends-with-take-away.ts";
import enoughTouches from "./enough-touches.ts";
import everyReplyHandled from "./every-reply-handled.ts";
import everyWaitEnds from "./every-wait-ends.ts";
import exclusionsNamed from "./exclusions-named.ts";
import firstAskIsSmall from "./first-ask-is-small.ts";
import fittingValues from "./fitting-values.ts";
import followUpAddsSomething from "./follow-up-adds-something.ts";
import followUpsBringValue from "./follow-ups-bring-value.ts";
import followUpsOfferANo from "./follow-ups-offer-a-no.ts";
import gapsHold from "./gaps-hold.ts";
import gapsNeverShrink from "./gaps-never-shrink.ts";
import goodbyeIsNoLever from "./goodbye-is-no-lever.ts";
import hasContent from "./has-content.ts";
import idsUnique from "./ids-unique.ts";
import knownKeys from "./known-keys.ts";
import messageIsShort from "./message-is-short.ts";
import messagesDiffer from "./messages-differ.ts";
import negativeOptionIsSaid from "./negative-option-is-said.ts";
import noEndsTheCadence from "./no-ends-the-cadence.ts";
import noIsNotArgued from "./no-is-not-argued.ts";
import noIsOffered from "./no-is-offered.ts";
import nothingMissing from "./nothing-missing.ts";
import oneNameOnce from "./one-name-once.ts";
import onlyReadingsAccepted from "./only-readings-accepted.ts";
import opensWithSubstance from "./opens-with-substance.ts";
import optOutIsForever from "./opt-out-is-forever.ts";
import ownerNamed from "./owner-named.ts";
import pairsMatch from "./pairs-match.ts";
import plainYaml from "./plain-yaml.ts";
import playbookIsSmall from "./playbook-is-small.ts";
import purposeIsPlain from "./purpose-is-plain.ts";
import quietLetters from "./quiet-letters.ts";
import readableYaml from "./readable-yaml.ts";
import reasonGiven from "./reason-given.ts";
import reasonNotCheckingIn from "./reason-not-checking-in.ts";
import reasonsDiffer from "./reasons-differ.ts";
import reflexNoAnsweredOnce from "./reflex-no-answered-once.ts";
import replyThreadIsReal from "./reply-thread-is-real.ts";
import researchIsTimeBoxed from "./research-is-time-boxed.ts";
import restBeforeReturn from "./rest-before-return.ts";
import returnNeedsNewReason from "./return-needs-new-reason.ts";
import riskIsEvidenced from "./risk-is-evidenced.ts";
import runsCanBeFollowed from "./runs-can-be-followed.ts";
import selfRespectKept from "./self-respect-kept.ts";
import severitiesNameRules from "./severities-name-rules.ts";
import silenceIsNotBlamed from "./silence-is-not-blamed.ts";
import silenceIsNotConsent from "./silence-is-not-consent.ts";
import subjectsDiffer from "./subjects-differ.ts";
import takeAwayAsksNothing from "./take-away-asks-nothing.ts";
import takeAwayIsLast from "./take-away-is-last.ts";
import theirGainNotOurs from "./their-gain-not-ours.ts";
import threadIsTrue from "./thread-is-true.ts";
import touchesWithinCap from "./touches-within-cap.ts";
import touchesWithinWeeklyCap from "./touches-within-weekly-cap.ts";
import urgencyIsSourced from "./urgency-is-sourced.ts";
import variablesDeclared from "./variables-declared.ts";
import variablesUsed from "./variables-used.ts";
import voicemailIsShort from "./voicemail-is-short.ts";
import watchingLeftOut from "./watching-left-out.ts";
import wordsWritten from "./words-written.ts";
import worryIsReal from "./worry-is-real.ts";
import yesNotAssumed from "./yes-not-assumed.ts";

/** Every rule by its id, which is its file's name. */
export const rules = {
  "acceptances-used": acceptancesUsed,
  "ask-climbs-one-rung": askClimbsOneRung,
  "asset-is-current": assetIsCurrent,
  "asset-used-once": assetUsedOnce,
  "assets-current": assetsCurrent,
  "assets-exist": assetsExist,
  "attempts-not-counted": attemptsNotCounted,
  "automation-not-denied": automationNotDenied,
  "belief-has-facts": beliefHasFacts,
  "benefit-for-the-prospect": benefitForTheProspect,
  "calls-within-cap": callsWithinCap,
  "calm-punctuation": calmPunctuation,
  "channel-runs-are-short": channelRunsAreShort,
  "channels-vary": channelsVary,
  "channels-within-daily-cap": channelsWithinDailyCap,
  "days-in-order": daysInOrder,
  "deadline-has-source": deadlineHasSource,
  "decision-left-to-them": decisionLeftToThem,
  "deferral-is-patient": deferralIsPatient,
  "email-has-subject": emailHasSubject,
  "ends-with-take-away": endsWithTakeAway,
  "enough-touches": enoughTouches,
  "every-reply-handled": everyReplyHandled,
  "every-wait-ends": everyWaitEnds,
  "exclusions-named": exclusionsNamed,
  "first-ask-is-small": firstAskIsSmall,
  "fitting-values": fittingValues,
  "follow-up-adds-something": followUpAddsSomething,
  "follow-ups-bring-value": followUpsBringValue,
  "follow-ups-offer-a-no": followUpsOfferANo,
  "gaps-hold": gapsHold,
  "gaps-never-shrink": gapsNeverShrink,
  "goodbye-is-no-lever": goodbyeIsNoLever,
  "has-content": hasContent,
  "ids-unique": idsUnique,
  "known-keys": knownKeys,
  "message-is-short": messageIsShort,
  "messages-differ": messagesDiffer,
  "negative-option-is-said": negativeOptionIsSaid,
  "no-ends-the-cadence": noEndsTheCadence,
  "no-is-not-argued": noIsNotArgued,
  "no-is-offered": noIsOffered,
  "nothing-missing": nothingMissing,
  "one-name-once": oneNameOnce,
  "only-readings-accepted": onlyReadingsAccepted,
  "opens-with-substance": opensWithSubstance,
  "opt-out-is-forever": optOutIsForever,
  "owner-named": ownerNamed,
  "pairs-match": pairsMatch,
  "plain-yaml": plainYaml,
  "playbook-is-small": playbookIsSmall,
  "purpose-is-plain": purposeIsPlain,
  "quiet-letters": quietLetters,
  "readable-yaml": readableYaml,
  "reason-given": reasonGiven,
  "reason-not-checking-in": reasonNotCheckingIn,
  "reasons-differ": reasonsDiffer,
  "reflex-no-answered-once": reflexNoAnsweredOnce,
  "reply-thread-is-real": replyThreadIsReal,
  "research-is-time-boxed": researchIsTimeBoxed,
  "rest-before-return": restBeforeReturn,
  "return-needs-new-reason": returnNeedsNewReason,
  "risk-is-evidenced": riskIsEvidenced,
  "runs-can-be-followed": runsCanBeFollowed,
  "self-respect-kept": selfRespectKept,
  "severities-name-rules": severitiesNameRules,
  "silence-is-not-blamed": silenceIsNotBlamed,
  "silence-is-not-consent": silenceIsNotConsent,
  "subjects-differ": subjectsDiffer,
  "take-away-asks-nothing": takeAwayAsksNothing,
  "take-away-is-last": takeAwayIsLast,
  "their-gain-not-ours": theirGainNotOurs,
  "thread-is-true": threadIsTrue,
  "touches-within-cap": touchesWithinCap,
  "touches-within-weekly-cap": touchesWithinWeeklyCap,
  "urgency-is-sourced": urgencyIsSourced,
  "variables-declared": variablesDeclared,
  "variables-used": variablesUsed,
  "voicemail-is-short": voicemailIsShort,
  "watching-left-out": watchingLeftOut,
  "words-written": wordsWritten,
  "worry-is-real": worryIsReal,
  "yes-not-assumed": yesNotAssumed,
};
