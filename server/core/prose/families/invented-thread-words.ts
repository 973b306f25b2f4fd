import type { Message } from "../message.ts";

export const TALK =
  "conversation|call|phone_call|telephone_call|phone_conversation|talk|chat|discussion|exchange|meeting|catch_up|telecon|teleconference|telephone|zoom|video_call|interview|session|visit|encounter|dialog|dialogue|demo|lunch|coffee|correspondence|appointment|huddle|sync|intro_call|telephonic|natter|word|chinwag|phonecall";
export const SPEAK = "speak|talk|chat|meet|connect|catch_up|exchange|discuss|see_each_other|have_a_word|hop_on|correspond";
export const LATELY =
  "last|yesterday|earlier|other_day|ago|this_morning|this_afternoon|before|back_in|previous|previously|recent|recently|today|on_monday|on_tuesday|on_wednesday|on_thursday|on_friday|at_fair|at_event|at_conference|at_expo|at_show|at_summit|at_booth|at_stand|in_person|by_phone|on_phone|over_phone|on_telephone|again|remember";
export const ANSWER =
  "reply|response|answer|email|mail|message|call|voicemail|interest|inquiry|enquiry|query|question|order|request|registration|application|confirmation|form|letter|submission|booking|note|comment|purchase|subscription|feedback|payment|visit|demo_request|quote_request";
export const PAPERS =
  "order|request|application|account|invoice|quote|quotation|appointment|booking|reservation|delivery|subscription|inquiry|enquiry|ticket|registration|refund|payment|contract|shipment|parcel|package|membership|case|claim|callback|demo|trial|meeting|proposal|document|offer";
export const STATE =
  "approve|pending|wait|await|ready|confirm|confirmation|overdue|due|outstanding|expire|process|complete|receive|suspend|hold|on_hold|place|dispatch|ship|schedule|reschedule|cancel|accept|decline|fail|failed|update|status|unpaid|attention|review|summary|detail|reminder|notification|number|NUM|in_progress|deliver|enclose";
export const COLLEAGUE =
  "colleague|boss|manager|ceo|cfo|cto|coo|cio|md|director|team|assistant|secretary|partner|head_office|headquarters|hq|reception|receptionist|department|coworker|co_worker|predecessor|president|vp|chief|head|superior|people|folk|guy|supervisor|finance|it|owner|leadership|management|board|admin|front_desk|switchboard|teammate|team_member|peer";
export const REFER =
  "tell|ask|suggest|recommend|refer|say|mention|point|put|give|advise|think|forward|pass|direct|send|speak|speak_highly|want|assure|insist|introduce|indicate|urge|encourage|connect";
export const THING =
  "info|information|detail|material|brochure|overview|deck|presentation|quote|pricing|price|demo|number|figure|document|paper|catalogue|catalog|proposal|offer|call|callback|call_back|contact|follow_up|link|file|sample|estimate|rate|slide|summary|answer|advice|help|solution|meeting|copy|list";
const STUFF = `${THING}|thing|this|it|more|one`;
/** Where they said it to everybody. */
const PUBLIC =
  "talk|post|article|interview|podcast|report|page|site|website|tender|rfp|advert|ad|posting|panel|keynote|webinar|conference|forum|press|paper|book|newsletter|survey|review|blog|thread|tweet|comment|hearing|filing|gazette|magazine|linkedin|speech|letter_to|annual|presentation_at|video|statement|release|profile|stage|notice|plan|minutes|vacancy|job|radio|column|essay|listing";

export const SAID_IN_PUBLIC = [
  `in|on|at|from|to|by|with|during|per|see|read|hear|watch you|VAR|the|last|this ..3 ${PUBLIC}`,
  `you ..2 ${PUBLIC} ..2 say|ask|mention|state|show|list|give|name|make`,
  `in|on|at ${PUBLIC}`,
];
export const NOT_YET = [
  "would|could|can|may|might|shall|should|if|before|hope|forward|let|want|like|love|until|whether|happy_to|glad_to|next|tomorrow|when_we_speak_i_will|worth|open_to|how_about|available|not|never",
];
export const SENT_MYSELF = [
  `in|from|by|with i|previous|last|earlier|first ..2 email|mail|message|note|letter|voicemail|post|text|invite|subject|part`,
  "email|message|note|letter|card above|below",
];

export const NOT_HERE = ["you ask you", "unless|if|when_you|once_you|had_you", "as_if", "you_guest|you_customer|you_patient ask"];
export const ASKED = [
  "you|u have|would? ask|request|want|require|order|wish i|we to|for|if|whether|about|how|what|that",
  `you|u have|would? ask|request ..1 to|if|whether|send|receive|${STUFF}`,
  `you|u have|would? ask for|about ..2 ${THING}`,
  `you|u have|would? want|request|require|order|need ..2 ${STUFF}`,
  `${STUFF} ..2 you|u have|would? ask|request|want|need|enquire|inquire|be_after|look_for|order|be_look|be_wait|be_interested_in|be_keen|be_interest|be_curious|be_eager|require`,
  "you have|would? say|mention|indicate|explain|note|suggest ..2",
  "you be ..1 keen|curious|eager|kind_enough|good_enough|so_kind|nice_enough|kind_to",
  "question you have|would? put|ask|raise|have|send",
];

export const cold = ({ stage, thread }: Message) => stage === "cold" && thread === "new";
export const first = (message: Message) => cold(message) && (message.touch ?? 1) === 1;
/** “Our call” is heard as “we call”. */
export const ourTalk = (message: Message) =>
  cold(message) &&
  /\bour (?:(?:last|first|recent|earlier|previous|scheduled|planned|little|short|nice|great|good|brief|lovely|next|upcoming|intro|phone|video|zoom|quick) ){0,2}(?:meeting|call|appointment|conversation|chat|demo|discussion|exchange|catch-up|interview|lunch|coffee)\b(?! (?:cent|room|software|handler|record|desk|tool|system|platform|volume|queue|log|with (?!you)|to action))/i.test(
    message.text,
  );
export const subject = (message: Message) => cold(message) && message.field === "subject";
/** Tenses are not heard, and only what is past can be invented. */
export const past = (message: Message) =>
  cold(message) &&
  /\b(?:met|spoke|spoken|talked|chatted|connected|caught|discussed|exchanged|was|were|had|enjoyed|loved|agreed|saw|corresponded|promised|got|told|finally|bumped|ran into|put a face|hosted|welcomed)\b/i.test(
    message.text,
  );
/** “You told”, not “you tell”. */
export const youDid = (message: Message) =>
  cold(message) &&
  /\b(?:you|u)(?:['’](?:d|ve)| had| have)?(?: \w+ly| just| also| once| last)? (?:told|asked|said|mentioned|wanted|requested|noted|explained|indicated|suggested|called|rang|phoned|wrote|emailed|contacted|messaged|approached|texted|inquired|enquired|promised|informed|applied|left|ordered|needed|showed|shown|expressed|raised|put|stopped|dropped|visited|came|gave|handed|agreed|were|spoke|reached|got|signed|tried|registered|subscribed|placed|opted)\b/i.test(
    message.text,
  );
/** Where nothing is known of the message, a request with its day or number is given the benefit of the doubt. */
export const SPECIFIC = [
  "monday|tuesday|wednesday|thursday|friday|january|february|march|april|june|july|august|september|october|november|december|NUM|NTH|two|three|four|five|after_you|once_you|quiet|quieter|pause",
];

/** How mail programs in other languages mark an answer; the English marks are a matter of certainty. */
export const foreignMark = (message: Message) =>
  subject(message) && /^\s*(?:aw|wg|sv|vs|antw|tr|rv|res|enc|odp|ynt|fs|vl|ref)\s*:/i.test(message.text);
