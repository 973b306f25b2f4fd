// Written by index.test.ts: the rules that read words, wherever they stand.
import attemptsNotCounted from "./rules/attempts-not-counted.ts";
import automationNotDenied from "./rules/automation-not-denied.ts";
import calmPunctuation from "./rules/calm-punctuation.ts";
import decisionLeftToThem from "./rules/decision-left-to-them.ts";
import followUpAddsSomething from "./rules/follow-up-adds-something.ts";
import goodbyeIsNoLever from "./rules/goodbye-is-no-lever.ts";
import housePhrasesAvoided from "./rules/house-phrases-avoided.ts";
import housePhrasesPreferred from "./rules/house-phrases-preferred.ts";
import messageIsInEnglish from "./rules/message-is-in-english.ts";
import messageIsShort from "./rules/message-is-short.ts";
import noIsNotArgued from "./rules/no-is-not-argued.ts";
import opensWithSubstance from "./rules/opens-with-substance.ts";
import plainSpeech from "./rules/plain-speech.ts";
import purposeIsPlain from "./rules/purpose-is-plain.ts";
import quietLetters from "./rules/quiet-letters.ts";
import reasonNotCheckingIn from "./rules/reason-not-checking-in.ts";
import riskIsEvidenced from "./rules/risk-is-evidenced.ts";
import selfRespectKept from "./rules/self-respect-kept.ts";
import silenceIsNotBlamed from "./rules/silence-is-not-blamed.ts";
import silenceIsNotConsent from "./rules/silence-is-not-consent.ts";
import theirGainNotOurs from "./rules/their-gain-not-ours.ts";
import threadIsTrue from "./rules/thread-is-true.ts";
import urgencyIsSourced from "./rules/urgency-is-sourced.ts";
import voicemailIsShort from "./rules/voicemail-is-short.ts";
import watchingLeftOut from "./rules/watching-left-out.ts";
import wordsFilledIn from "./rules/words-filled-in.ts";
import worryIsReal from "./rules/worry-is-real.ts";
import yesNotAssumed from "./rules/yes-not-assumed.ts";

/** Every rule that needs no playbook, by its id: those that a message alone can break. */
export const messageRules = {
  "attempts-not-counted": attemptsNotCounted,
  "automation-not-denied": automationNotDenied,
  "calm-punctuation": calmPunctuation,
  "decision-left-to-them": decisionLeftToThem,
  "follow-up-adds-something": followUpAddsSomething,
  "goodbye-is-no-lever": goodbyeIsNoLever,
  "house-phrases-avoided": housePhrasesAvoided,
  "house-phrases-preferred": housePhrasesPreferred,
  "message-is-in-english": messageIsInEnglish,
  "message-is-short": messageIsShort,
  "no-is-not-argued": noIsNotArgued,
  "opens-with-substance": opensWithSubstance,
  "plain-speech": plainSpeech,
  "purpose-is-plain": purposeIsPlain,
  "quiet-letters": quietLetters,
  "reason-not-checking-in": reasonNotCheckingIn,
  "risk-is-evidenced": riskIsEvidenced,
  "self-respect-kept": selfRespectKept,
  "silence-is-not-blamed": silenceIsNotBlamed,
  "silence-is-not-consent": silenceIsNotConsent,
  "their-gain-not-ours": theirGainNotOurs,
  "thread-is-true": threadIsTrue,
  "urgency-is-sourced": urgencyIsSourced,
  "voicemail-is-short": voicemailIsShort,
  "watching-left-out": watchingLeftOut,
  "words-filled-in": wordsFilledIn,
  "worry-is-real": worryIsReal,
  "yes-not-assumed": yesNotAssumed,
};
