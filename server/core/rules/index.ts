// Written by index.test.ts: one line for each rule file in this folder.
import acceptancesUsed from "./acceptances-used.ts";
import askClimbsOneRung from "./ask-climbs-one-rung.ts";
import assetIsCurrent from "./asset-is-current.ts";
import assetIsInTheWords from "./asset-is-in-the-words.ts";
import assetSaysItsUse from "./asset-says-its-use.ts";
import assetUsedOnce from "./asset-used-once.ts";
import assetsCurrent from "./assets-current.ts";
import assetsExist from "./assets-exist.ts";
import attemptsNotCounted from "./attempts-not-counted.ts";
import automaticOffersAWayOut from "./automatic-offers-a-way-out.ts";
import automationNotDenied from "./automation-not-denied.ts";
import beliefHasFacts from "./belief-has-facts.ts";
import benefitForTheProspect from "./benefit-for-the-prospect.ts";
import calendarKeepsThePace from "./calendar-keeps-the-pace.ts";
import callsWithinCap from "./calls-within-cap.ts";
import calmPunctuation from "./calm-punctuation.ts";
import canSpamAddressStated from "./can-spam-address-stated.ts";
import canSpamOptOutHonoured from "./can-spam-opt-out-honoured.ts";
import canSpamOptOutStated from "./can-spam-opt-out-stated.ts";
import capsAgree from "./caps-agree.ts";
import caslConsentHolds from "./casl-consent-holds.ts";
import caslOptOutHonoured from "./casl-opt-out-honoured.ts";
import caslOptOutStated from "./casl-opt-out-stated.ts";
import channelRunsAreShort from "./channel-runs-are-short.ts";
import channelsVary from "./channels-vary.ts";
import channelsWithinDailyCap from "./channels-within-daily-cap.ts";
import daysInOrder from "./days-in-order.ts";
import daysWithinCap from "./days-within-cap.ts";
import deadlineHasSource from "./deadline-has-source.ts";
import decisionLeftToThem from "./decision-left-to-them.ts";
import deferralIsPatient from "./deferral-is-patient.ts";
import deferralKeepsADate from "./deferral-keeps-a-date.ts";
import eachMessageIsNew from "./each-message-is-new.ts";
import emailHasSubject from "./email-has-subject.ts";
import endsWithTakeAway from "./ends-with-take-away.ts";
import enoughTouches from "./enough-touches.ts";
import everyReplyHandled from "./every-reply-handled.ts";
import everyTouchCanCome from "./every-touch-can-come.ts";
import everyWaitEnds from "./every-wait-ends.ts";
import exclusionsNamed from "./exclusions-named.ts";
import firstAskIsSmall from "./first-ask-is-small.ts";
import firstTouchIsResearched from "./first-touch-is-researched.ts";
import fittingValues from "./fitting-values.ts";
import floridaCallingHoursKept from "./florida-calling-hours-kept.ts";
import floridaCallsADay from "./florida-calls-a-day.ts";
import followUpAddsSomething from "./follow-up-adds-something.ts";
import followUpsBringValue from "./follow-ups-bring-value.ts";
import followUpsOfferANo from "./follow-ups-offer-a-no.ts";
import gapsHold from "./gaps-hold.ts";
import gapsNeverShrink from "./gaps-never-shrink.ts";
import gdprObjectionHonoured from "./gdpr-objection-honoured.ts";
import gdprRightToObjectTold from "./gdpr-right-to-object-told.ts";
import goodbyeIsNoLever from "./goodbye-is-no-lever.ts";
import greetingsOnlyGreet from "./greetings-only-greet.ts";
import guidanceRespectsANo from "./guidance-respects-a-no.ts";
import hasContent from "./has-content.ts";
import hoursMeet from "./hours-meet.ts";
import housePhrasesAvoided from "./house-phrases-avoided.ts";
import housePhrasesHold from "./house-phrases-hold.ts";
import housePhrasesPreferred from "./house-phrases-preferred.ts";
import idsUnique from "./ids-unique.ts";
import knownKeys from "./known-keys.ts";
import lastMeansLast from "./last-means-last.ts";
import messageIsInEnglish from "./message-is-in-english.ts";
import messageIsShort from "./message-is-short.ts";
import messagesDiffer from "./messages-differ.ts";
import negativeOptionIsANo from "./negative-option-is-a-no.ts";
import negativeOptionIsSaid from "./negative-option-is-said.ts";
import noCostsOneWord from "./no-costs-one-word.ts";
import noEndsTheCadence from "./no-ends-the-cadence.ts";
import noIsNotArgued from "./no-is-not-argued.ts";
import noIsOffered from "./no-is-offered.ts";
import nothingMissing from "./nothing-missing.ts";
import oklahomaCallingHoursKept from "./oklahoma-calling-hours-kept.ts";
import oklahomaCallsADay from "./oklahoma-calls-a-day.ts";
import oneAskAMessage from "./one-ask-a-message.ts";
import oneNameOnce from "./one-name-once.ts";
import onlyReadingsAccepted from "./only-readings-accepted.ts";
import opensWithSubstance from "./opens-with-substance.ts";
import optOutIsForever from "./opt-out-is-forever.ts";
import ownerNamed from "./owner-named.ts";
import pairsMatch from "./pairs-match.ts";
import pecrRegisterScreened from "./pecr-register-screened.ts";
import pecrSubscribersKnown from "./pecr-subscribers-known.ts";
import plainSpeech from "./plain-speech.ts";
import plainYaml from "./plain-yaml.ts";
import playbookIsSmall from "./playbook-is-small.ts";
import purposeIsPlain from "./purpose-is-plain.ts";
import quietLetters from "./quiet-letters.ts";
import readableYaml from "./readable-yaml.ts";
import reasonComesEarly from "./reason-comes-early.ts";
import reasonGiven from "./reason-given.ts";
import reasonIsTheirs from "./reason-is-theirs.ts";
import reasonNotCheckingIn from "./reason-not-checking-in.ts";
import reasonsDiffer from "./reasons-differ.ts";
import reflexNoAnsweredOnce from "./reflex-no-answered-once.ts";
import regionsExist from "./regions-exist.ts";
import relationshipKept from "./relationship-kept.ts";
import replyThreadIsReal from "./reply-thread-is-real.ts";
import researchIsTimeBoxed from "./research-is-time-boxed.ts";
import researchStaysProfessional from "./research-stays-professional.ts";
import restBeforeReturn from "./rest-before-return.ts";
import returnNeedsNewReason from "./return-needs-new-reason.ts";
import riskIsEvidenced from "./risk-is-evidenced.ts";
import runsCanBeFollowed from "./runs-can-be-followed.ts";
import selfRespectKept from "./self-respect-kept.ts";
import severitiesNameRules from "./severities-name-rules.ts";
import sharedWordsKept from "./shared-words-kept.ts";
import silenceIsGivenTime from "./silence-is-given-time.ts";
import silenceIsNotBlamed from "./silence-is-not-blamed.ts";
import silenceIsNotConsent from "./silence-is-not-consent.ts";
import speaksOfThem from "./speaks-of-them.ts";
import subjectsDiffer from "./subjects-differ.ts";
import takeAwayAsksNothing from "./take-away-asks-nothing.ts";
import takeAwayIsLast from "./take-away-is-last.ts";
import talkIsRecalled from "./talk-is-recalled.ts";
import theirGainNotOurs from "./their-gain-not-ours.ts";
import threadIsTrue from "./thread-is-true.ts";
import touchesWithinCap from "./touches-within-cap.ts";
import touchesWithinWeeklyCap from "./touches-within-weekly-cap.ts";
import urgencyIsSourced from "./urgency-is-sourced.ts";
import usCallingHoursKept from "./us-calling-hours-kept.ts";
import usRevocationHonoured from "./us-revocation-honoured.ts";
import variablesDeclared from "./variables-declared.ts";
import variablesUsed from "./variables-used.ts";
import voicemailIsShort from "./voicemail-is-short.ts";
import voicemailSaysWhoAndWhy from "./voicemail-says-who-and-why.ts";
import watchingLeftOut from "./watching-left-out.ts";
import wordsFilledIn from "./words-filled-in.ts";
import wordsWritten from "./words-written.ts";
import worryIsReal from "./worry-is-real.ts";
import yesNotAssumed from "./yes-not-assumed.ts";

/** Every rule by its id, which is its file's name. */
export const rules = {
  "acceptances-used": acceptancesUsed,
  "ask-climbs-one-rung": askClimbsOneRung,
  "asset-is-current": assetIsCurrent,
  "asset-is-in-the-words": assetIsInTheWords,
  "asset-says-its-use": assetSaysItsUse,
  "asset-used-once": assetUsedOnce,
  "assets-current": assetsCurrent,
  "assets-exist": assetsExist,
  "attempts-not-counted": attemptsNotCounted,
  "automatic-offers-a-way-out": automaticOffersAWayOut,
  "automation-not-denied": automationNotDenied,
  "belief-has-facts": beliefHasFacts,
  "benefit-for-the-prospect": benefitForTheProspect,
  "calendar-keeps-the-pace": calendarKeepsThePace,
  "calls-within-cap": callsWithinCap,
  "calm-punctuation": calmPunctuation,
  "can-spam-address-stated": canSpamAddressStated,
  "can-spam-opt-out-honoured": canSpamOptOutHonoured,
  "can-spam-opt-out-stated": canSpamOptOutStated,
  "caps-agree": capsAgree,
  "casl-consent-holds": caslConsentHolds,
  "casl-opt-out-honoured": caslOptOutHonoured,
  "casl-opt-out-stated": caslOptOutStated,
  "channel-runs-are-short": channelRunsAreShort,
  "channels-vary": channelsVary,
  "channels-within-daily-cap": channelsWithinDailyCap,
  "days-in-order": daysInOrder,
  "days-within-cap": daysWithinCap,
  "deadline-has-source": deadlineHasSource,
  "decision-left-to-them": decisionLeftToThem,
  "deferral-is-patient": deferralIsPatient,
  "deferral-keeps-a-date": deferralKeepsADate,
  "each-message-is-new": eachMessageIsNew,
  "email-has-subject": emailHasSubject,
  "ends-with-take-away": endsWithTakeAway,
  "enough-touches": enoughTouches,
  "every-reply-handled": everyReplyHandled,
  "every-touch-can-come": everyTouchCanCome,
  "every-wait-ends": everyWaitEnds,
  "exclusions-named": exclusionsNamed,
  "first-ask-is-small": firstAskIsSmall,
  "first-touch-is-researched": firstTouchIsResearched,
  "fitting-values": fittingValues,
  "florida-calling-hours-kept": floridaCallingHoursKept,
  "florida-calls-a-day": floridaCallsADay,
  "follow-up-adds-something": followUpAddsSomething,
  "follow-ups-bring-value": followUpsBringValue,
  "follow-ups-offer-a-no": followUpsOfferANo,
  "gaps-hold": gapsHold,
  "gaps-never-shrink": gapsNeverShrink,
  "gdpr-objection-honoured": gdprObjectionHonoured,
  "gdpr-right-to-object-told": gdprRightToObjectTold,
  "goodbye-is-no-lever": goodbyeIsNoLever,
  "greetings-only-greet": greetingsOnlyGreet,
  "guidance-respects-a-no": guidanceRespectsANo,
  "has-content": hasContent,
  "hours-meet": hoursMeet,
  "house-phrases-avoided": housePhrasesAvoided,
  "house-phrases-hold": housePhrasesHold,
  "house-phrases-preferred": housePhrasesPreferred,
  "ids-unique": idsUnique,
  "known-keys": knownKeys,
  "last-means-last": lastMeansLast,
  "message-is-in-english": messageIsInEnglish,
  "message-is-short": messageIsShort,
  "messages-differ": messagesDiffer,
  "negative-option-is-a-no": negativeOptionIsANo,
  "negative-option-is-said": negativeOptionIsSaid,
  "no-costs-one-word": noCostsOneWord,
  "no-ends-the-cadence": noEndsTheCadence,
  "no-is-not-argued": noIsNotArgued,
  "no-is-offered": noIsOffered,
  "nothing-missing": nothingMissing,
  "oklahoma-calling-hours-kept": oklahomaCallingHoursKept,
  "oklahoma-calls-a-day": oklahomaCallsADay,
  "one-ask-a-message": oneAskAMessage,
  "one-name-once": oneNameOnce,
  "only-readings-accepted": onlyReadingsAccepted,
  "opens-with-substance": opensWithSubstance,
  "opt-out-is-forever": optOutIsForever,
  "owner-named": ownerNamed,
  "pairs-match": pairsMatch,
  "pecr-register-screened": pecrRegisterScreened,
  "pecr-subscribers-known": pecrSubscribersKnown,
  "plain-speech": plainSpeech,
  "plain-yaml": plainYaml,
  "playbook-is-small": playbookIsSmall,
  "purpose-is-plain": purposeIsPlain,
  "quiet-letters": quietLetters,
  "readable-yaml": readableYaml,
  "reason-comes-early": reasonComesEarly,
  "reason-given": reasonGiven,
  "reason-is-theirs": reasonIsTheirs,
  "reason-not-checking-in": reasonNotCheckingIn,
  "reasons-differ": reasonsDiffer,
  "reflex-no-answered-once": reflexNoAnsweredOnce,
  "regions-exist": regionsExist,
  "relationship-kept": relationshipKept,
  "reply-thread-is-real": replyThreadIsReal,
  "research-is-time-boxed": researchIsTimeBoxed,
  "research-stays-professional": researchStaysProfessional,
  "rest-before-return": restBeforeReturn,
  "return-needs-new-reason": returnNeedsNewReason,
  "risk-is-evidenced": riskIsEvidenced,
  "runs-can-be-followed": runsCanBeFollowed,
  "self-respect-kept": selfRespectKept,
  "severities-name-rules": severitiesNameRules,
  "shared-words-kept": sharedWordsKept,
  "silence-is-given-time": silenceIsGivenTime,
  "silence-is-not-blamed": silenceIsNotBlamed,
  "silence-is-not-consent": silenceIsNotConsent,
  "speaks-of-them": speaksOfThem,
  "subjects-differ": subjectsDiffer,
  "take-away-asks-nothing": takeAwayAsksNothing,
  "take-away-is-last": takeAwayIsLast,
  "talk-is-recalled": talkIsRecalled,
  "their-gain-not-ours": theirGainNotOurs,
  "thread-is-true": threadIsTrue,
  "touches-within-cap": touchesWithinCap,
  "touches-within-weekly-cap": touchesWithinWeeklyCap,
  "urgency-is-sourced": urgencyIsSourced,
  "us-calling-hours-kept": usCallingHoursKept,
  "us-revocation-honoured": usRevocationHonoured,
  "variables-declared": variablesDeclared,
  "variables-used": variablesUsed,
  "voicemail-is-short": voicemailIsShort,
  "voicemail-says-who-and-why": voicemailSaysWhoAndWhy,
  "watching-left-out": watchingLeftOut,
  "words-filled-in": wordsFilledIn,
  "words-written": wordsWritten,
  "worry-is-real": worryIsReal,
  "yes-not-assumed": yesNotAssumed,
};
