import type { ApprovedPlaybook, ReplyName } from "@cadence-playbooks/server/core";
import type { Stage } from "./names.ts";
import { situationOf, titleOf } from "./play.ts";

/**
 * What prospects and reps say instead of the words that plays are written in. Whoever was ghosted looks for “ghosted”, and a play
 * says “gone quiet”; search finds words and not meanings, so each play carries the other words for its situation.
 */

/** One thing that happens: how a play speaks of it, and what else it is called. */
const HAPPENINGS: readonly { readonly told: RegExp; readonly called: readonly string[] }[] = [
  {
    told: /\b(?:gone|went|going) (?:quiet|silent|cold|dark)\b|\bsilen(?:t|ce)\b|\bghost|\bno (?:answer|reply|response)\b|\bstopped (?:answering|replying)\b/i,
    called: [
      "ghosted",
      "ghosting me",
      "went dark",
      "gone cold",
      "went silent",
      "radio silence",
      "no reply",
      "no response",
      "never replied",
      "never answered",
      "stopped responding",
      "unresponsive",
      "stalled",
    ],
  },
  {
    told: /\bcall (?:me|us|back)\b|\b(?:months?|quarter|year|weeks?)["”]?$|\bnot (?:right )?now\b|\bnext (?:month|quarter|year)\b|\bbad (?:time|timing)\b|\blater\b/i,
    called: [
      "circle back",
      "check back later",
      "reach out again",
      "follow up later",
      "touch base next quarter",
      "next year",
      "after the holidays",
      "bad timing",
      "not the right time",
      "too busy",
      "not a priority",
      "no budget this year",
      "on hold",
      "postponed",
    ],
  },
  {
    told: /\bnot interested\b|\b(?:quick|reflex|early) ["“]?no\b/i,
    called: [
      "no thanks",
      "not for us",
      "not a fit",
      "we are all set",
      "we already have someone",
      "happy with our current supplier",
      "happy with what we have",
      "don't need it",
      "just send me some information",
      "brush-off",
      "blown off",
      "objection",
      "hung up on me",
    ],
  },
  {
    told: /\basked us\b|\b(?:wrote|came|called) in\b|\b(?:sent|asked) (?:us )?(?:a )?question\b|\binbound\b|\brequest(?:ed|s)?\b|\bweb form\b/i,
    called: [
      "inbound lead",
      "contact form",
      "demo request",
      "enquiry",
      "inquiry",
      "they reached out to us",
      "website visitor",
      "webinar attendee",
    ],
  },
];

/** Where we stand with somebody, as it is called elsewhere. */
const STANDINGS: Readonly<Record<Stage, readonly string[]>> = {
  cold: ["cold call", "cold email", "cold outreach", "outbound", "prospecting", "first contact", "never met"],
  contacted: ["warm lead", "follow-up"],
  proposal: [
    "quote",
    "offer",
    "pricing",
    "price",
    "too expensive",
    "too much money",
    "no budget",
    "discount",
    "thinking about it",
    "contract",
  ],
  customer: ["renewal", "upsell", "existing account", "client"],
  lapsed: [
    "churned",
    "cancelled",
    "canceled",
    "win-back",
    "former customer",
    "stopped buying",
    "used to buy",
    "lost customer",
    "switched to a competitor",
    "left us",
  ],
};

/** What a prospect says on each reply. A rep reads it where the branch is open, and search finds it. */
export const heardOn: Readonly<Record<ReplyName, readonly string[]>> = {
  interested: ["Tell me more.", "What does it cost?", "Send me the details."],
  "meeting-booked": ["Thursday at ten works.", "I accepted your invitation."],
  "not-now": ["Circle back next quarter.", "There is no budget before January.", "Too busy right now."],
  "reflex-no": ["Not interested.", "We are all set.", "No thanks."],
  no: ["We looked at it, and it is too expensive.", "We went with somebody else.", "We are happy with our current supplier."],
  "opt-out": ["Unsubscribe.", "Remove me from your list.", "Stop emailing me."],
  silence: [],
  "wrong-person": ["That is not my area.", "I do not decide that."],
  referral: ["Talk to my colleague.", "She runs that now."],
  "out-of-office": ["I am on vacation until Monday.", "On leave, back in June."],
  bounce: ["Undeliverable.", "Address not found.", "No longer with the company."],
};

/** The other words for the situation of a play. */
export function alsoCalled(play: ApprovedPlaybook): readonly string[] {
  const told = [situationOf(play), titleOf(play)];
  const happenings = HAPPENINGS.flatMap((one) => (told.some((text) => one.told.test(text)) ? one.called : []));
  return [...new Set([...happenings, ...STANDINGS[play.playbook.audience.stage]])];
}
