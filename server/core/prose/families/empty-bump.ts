import type { Saying } from "../family.ts";

/** What we sent and want looked at. A proposal or a quote is no such thing: to ask about that is business. */
const NOTE =
  "email|e_mail|mail|message|msg|note|voicemail|vm|text|dm|inmail|letter|ping|invite|invitation|request|thread|missive|line|post|last|one|reminder";
const EARLIER = "last|previous|earlier|prior|first|initial|original|recent|past|old|above|below|trail|second|third|former|preceding";
/** That earlier message, by any name. */
const IT = `this|that|it|below|above|i_${NOTE.replaceAll("|", "|i_")}|we_${NOTE.replaceAll("|", "|we_")}|i_${EARLIER.replaceAll("|", "|i_")}|${EARLIER.split(
  "|",
)
  .map((one) => `${one}_email|${one}_e_mail|${one}_mail|${one}_message|${one}_note|${one}_voicemail`)
  .join(
    "|",
  )}|what_i_send|what_we_send|thread|trail_mail|i_proposal|email_below|mail_below|message_below|note_below|email_above|message_above`;
/** The same, where “this” or “it” could be anything. */
const MINE = IT.replace("this|that|it|below|above|", "below|");
const PILE = "inbox|pile|list|stack|mailbox|queue|desk|radar|feed|plate|mind|mail|email|heap|agenda|thread|screen|in_tray|intray|attention";
const LOST =
  "miss|bury|lose|slip|slid|slide|overlook|spam|junk|sink|sank|escape|bypass|forget|swallow|drown|pass|disappear|vanish|eat|stick|sneak|skip|crack|fly|get_past|filter|scroll|archive|delete|get_away|land|go_astray|wrong_folder|fall";
const LATELY = "now|yet|today|again|back|here|up|once_more";
/** Something is mended, new or asked for. */
const ADDS = [
  "you ..2 ask|request|want|book|register|order|promise ..1 for|to|i|we|about|on|that|last|$",
  "you ask",
  "as request|promise|agree|discuss",
  "because|as|since ..4 file|link|attachment|page|cut|break|wrong|corrupt|bounce|error",
  "wrong|broken|correct|corrupt|password|typo|update version",
  "with ..3 attach|number|figure|answer|fix",
  "here be ..2 answer|number|figure|sheet|list|result|update",
  "this time with",
  "not ..1 open|work|load|display|attach|print",
  "as pdf|spreadsheet|link|word|excel",
];

/** Asks for attention to an earlier message and adds nothing to it. */
export const emptyBump: readonly Saying[] = [
  {
    phrases: [
      "gentle|friendly|quick|soft|little|polite|small|light|short|slight|kind|humble|mild|warm|courteous|brief|final|second|third|another|last reminder",
    ],
    unless: [
      "you ..2 ask|want|request|book|register|order|sign_up",
      "deadline|expire|expiry|webinar|training|appointment|session|course|renewal|closes|close",
    ],
    when: ({ stage }) => stage !== "customer",
  },
  {
    phrases: [
      // Bumping, nudging, floating it to the top.
      `bump ..1 ${IT}`,
      `bump ..3 up|back|thread|inbox|${LATELY}`,
      "^ ..3 bump ..1 $",
      `nudge|bump|reminder from i|we|VAR`,
      `^ ..1 reminder ..3 ${MINE}`,
      `nudge|ping|prod|jog ${IT}|you|again ..3 $|on|about|regarding|re|up|back|in_case|again`,
      `nudge|ping|prod|jog on|about|regarding|re|for ..1 ${IT}`,
      "gentle|friendly|quick|soft|little|polite|small|tiny|light|short|slight|kind|humble|soft|mild|warm|cheeky|courteous|brief|subtle|final|second|another|third nudge|bump|ping|poke|prod|chaser|tap|push",
      "give ..2 you|this|it|thread ..3 nudge|bump|poke|push|prod|kick|tap",
      `float|bubble|resurface|re_surface|resurface|revive|resuscitate|reup|re_up|rebump|reping|re_ping|reshare|re_share|resurrect|boomerang|unearth|recirculate|reignite|reawaken|rekindle ..2 ${IT}|up|back|conversation|thread`,
      `float|bubble|pop|push|move|bring|put|lift|raise|shove|get|return|pull|boost|place|keep|send|hoist|drag|slide|kick|throw|stick|drop|leave|shoot|ship|jump|rise ..2 ${IT} ..3 top|up_you|up_to_you|back_in|back_on|back_onto|back_into|back_to|back_up|on_you|in_front|into_you ..3 ${PILE}|you|$`,
      `float|bubble|pop|push|move|lift|raise|shove|hoist ${IT} ..1 up|back ..2 $|to|for|again|in|into|here|pile|list`,
      `i ..2 bring|put|pull|send|get|drag ${IT} ..1 back|up ..1 up|to|in|on ..3 $`,
      `^ ..1 bring|put|pull|send ${IT} ..1 back|up ..1 up|to|in|on ..3 $|for_you`,
      `top of ..1 you ..2 ${PILE}`,
      `back ..2 top ..2 of|for|$`,
      `top ..1 of|in ..1 ${PILE} ..2 $|again|in_case`,
      "up you pile|inbox|list|queue|stack|agenda",
      "^ up again? $",
      "^ ..1 ping|poke|reminder|bump|nudge|chaser|upping ..1 $",
      "^ ..1 second|third|another|last|NTH bump|nudge|reminder|ping|chaser",
      "reminder ..3 about|of|on|regarding|re|that|to ..2 i|we|this|below|trail|last|previous|earlier|above",
      "remind|remember you ..2 of|about|on|to|regarding|that ..2 i|we|this|below|last|previous|earlier",
      "relaunch|reminder|remind|reactivate you",
    ],
    unless: [...ADDS, "reminder ..2 before|two|NUM|day", "deadline|expire|expiry|webinar|training|appointment|session|course"],
  },
  {
    phrases: [
      // Did you see my message?
      `do|have you ..3 get|see|receive|read|notice|open|look|find|check|catch|spot|clock|peruse|digest|hear ..1 this|${MINE}`,
      "do|have you ..1 get|see|receive|read|notice|open|look_at|find|check|catch|spot it|that ..1 ?",
      `do|have you ..3 get|see|receive|read|notice|open|look|find|check|catch|spot|clock|peruse|digest|hear ..3 ${MINE}`,
      `you get|see|receive|read|notice|open|catch ${IT} ..2 ?`,
      `^ see|get|read|receive|catch ..1 ${IT} ..3 ?|yet`,
      `^ ..1 have ..1 chance|moment|minute|time|look|opportunity ..3 read|look|see|review|go|digest|consider|think|${IT}`,
      `do|have|be|if|whether|when|that|once you ..3 chance|moment|minute|time|opportunity|look|occasion|second ..2 to|at|for|with ..1 read|look|see|review|go|digest|consider|think|check|process|${IT} ..3 ${IT}|$|?|yet|over_what`,
      `you ..1 have|get ..1 chance|moment|opportunity ..1 to? look|read|see|review|go ..3 ${IT}|what_i|what_we`,
      `i|we ..1 ${NOTE} ..3 land|arrive|get_through|come_through|get_to_you|get_lost|get_bury|reach_you|go_to_spam|go_missing|find_you|make_it|be_receive|be_see|be_read|be_overlook|slip|be_of|get_eat|get_swallow`,
      `do ..2 i|we ..2 ${NOTE} ..3 land|arrive|get|come|reach|find|make|go`,
      `do ..2 ${IT} ..4 land|arrive|reach_you|come_through|get_to_you|make_it|go_to_spam|get_lost|slip|get_bury`,
      `${MINE} ..6 spam|junk|shuffle|crack|net|clutter|sofa|void|ether|abyss|trash|bin`,
      `this|it ..3 slip|bury|get|lose|fall|go|end_up|land ..4 inbox|spam|junk|shuffle|crack|net|clutter|ether|void|pile`,
      `i|we ..2 ${EARLIER} ..1 ${NOTE} ..3 may|might|have|must|will|could|do|be|perhaps|probably ..4 ${LOST}`,
      "i ..2 email|mail|message|note|voicemail|letter ..8 bury|lose|spam|junk|unread|overlook|drown|swallow|forgotten",
      `i|we ..1 ${NOTE} ..2 may|might|have|must|could|do|be|probably ..4 ${LOST}`,
      `be|have i|we ..2 ${NOTE} ..4 use|help|interest|any_good|receive|arrive|read|relevant|useful|clear`,
      `in case this|it|that|i|we|you|one|thing|they|mine|below|VAR ..4 ${LOST} ..2 $|you|i|we|last|first|by|under|through|in|it|to|away|below|this|down|over|between|past|earlier|along|without|message`,
      `in case you ..1 ${LOST} ..1 it|this|that|i|we|one|last|below ..2 $|${NOTE}`,
      `lest ..4 ${LOST}`,
      `hope|trust|assume|believe|guess|presume|suppose|sure ..2 you ..2 get|see|receive|read|catch|find|have ..1 ${MINE}|what_i`,
      `confirm|acknowledge|acknowledgement|confirmation ..1 of? receipt|receive ..2 ${MINE}|this|mail|email`,
      `receipt of ..1 ${MINE}`,
      `chance|possibility|possible ..2 you ..3 see|read|look|get|receive|miss|overlook|open ..2 ${IT}`,
      `have you ..1 any ..2 feedback|reaction|thoughts|comment ..2 for|on|to i|we|this|that|it|below`,
      `in case you ..1 not ..2 see|get|receive|read|catch|notice|have ..2 ${IT}|chance|time`,
      `@write|pop|turn|show|here|check ..1 up|back|in ..1 again? ..1 regarding|about|on|re|concerning|with ..1 ${MINE}`,
      `sure|ensure|verify|check|confirm ..1 you ..2 see|get|receive|read|catch ..1 ${IT}|what_i`,
      `sure|ensure|verify|check|confirm ..1 ${IT} ..3 see|land|arrive|reach|${LOST}|come|get|make_it ..3 $|you|through|in|to|between`,
      `wonder|curious|check|see|ask|verify|confirm|unsure|not_sure|do_not_know|not_know|sure if|whether|that ..1 you ..3 see|get|receive|read|have|look|open|catch ..4 ${IT}|chance_to|moment|time_to|connection|request|invite`,
      `check|see|wonder|ensure|confirm|verify|sure ..2 ${IT} ..3 come|get|arrive|reach|land|go|make`,
      `overlook|miss|ignore ..2 ${IT} ..3 $|?|in|from|below|by`,
      `you ..2 may|might|must|could|have|be ..3 overlook|miss ..2 ${IT}`,
      `bury|lose|drown|sink|stick|hide|bury in|under|somewhere_in|beneath|within ..3 inbox|shuffle|pile|noise|email|mail|spam|mountain|flood|backlog|clutter|ether|crack|avalanche|rush`,
      "slip|fall|slide ..2 through ..2 crack|net",
      `sit|lie|languish|linger|gather_dust|collect_dust|wait ..2 in ..1 you inbox|mailbox|spam|junk`,
      "inbox|mailbox get|be|can|must|may|look ..2 crazy|busy|full|wild|hectic|flooded|flood|overflow|nut|bury|insane|mad|packed",
      "check ..1 you spam|junk",
    ],
    unless: [
      ...ADDS,
      "parcel|sample|invoice|contract|badge|kit|cable|recall|outage|invite ..2 for|to ..2 session|webinar",
      "section|page|clause NUM|that|on|two|three",
      "this ..1 in|on|at|from ..2 you",
    ],
  },
  {
    phrases: [
      // Following up on my last.
      `follow|followed|chase up ..1 on|to|re|regarding|about|with|in_regard_to|in_reference_to|concerning|after|from|over ..1 ${IT}`,
      `follow up|back ..2 again|once_more|on_this|on_it|here|with_you ..2 $|regarding|about|on|to`,
      "^ ..4 follow up $",
      "@intend|to|and|be|i|write|call|email follow up $",
      "^ ..1 follow_up|followup|following_up ..1 $",
      `follow_up|follow_ups|followup ..1 to|on|of|regarding|re|from|about ..1 ${MINE}|last|below`,
      "follow_up|follow_ups|followup to|on|of|regarding|re|from|about ..1 email|mail|message|note|voicemail ..1 of|from|below|above|$",
      `circle|loop|come|get|go|swing|revert|return|touch|bring_you back|base|attention ..2 on|to|about|regarding|re|with ${IT}`,
      `bring|draw|put|call ${MINE} ..2 to|before|in you|attention`,
      `draw|call|bring|direct ..2 you attention ..1 back? ..1 to ..1 ${IT}`,
      `refer|reference|relation|pursuant|subsequent|revert|revisit|continuation ..1 to|with|back ..1 ${MINE}`,
      `per|further_to|as_per|with_reference_to|with_regard_to|in_reference_to|with_respect_to|in_connection_with ..1 ${MINE} ..6 $|keen|let|revert|thoughts|look_forward|any|kindly|do|have|?`,
      "i ..2 chase ..2 this|that|up|you|reply|response|answer|it|i",
      "^ chase ..1 this|up|you|reply|response|answer|it|i",
      `@write|reconnect again|back|once_more ..1 regarding|about|on|re|concerning|in_case|with_regard_to|to_see ..1 ${IT}|you|$`,
      `@write|reconnect regarding|about|re|concerning ..1 ${MINE}`,
      `send|resend|forward|share|re_send|repost|post|shoot|attach|put|paste|repeat|submit|drop|fire ..2 ${IT} ..4 again|once_more|one_more|second_time|re|another_time|over_again`,
      `resend|re_send|re_forward|reforward|reshare|resent|repost|re_post ..2 ${IT}|in_case|again|$`,
      `forward|send|share|repeat ..2 ${IT} ..4 in_case|again|once_more`,
      `forward|send|share ..1 email|mail|message|note ..4 in_case|as|lose|again|bury`,
      "here it|they be ..1 again|once_more|one_more",
      "give ..1 this|it ..1 another|second|one_more go|try|shot|push|chance",
      "try|take ..1 another|one_more|second stab|go|crack|run at|with this",
      "follow up ..1 on|to|from|with ..1 note|email|mail|message|voicemail|letter|text ..2 i|we|from|of|send|last|below|$",
      "look|wait|hope|ask|request|chase for|on ..1 you ..2 response|reply|feedback|answer|revert ..2 $|to|on|regarding",
      "see|find|read|refer ..2 i email|mail|message|note ..1 below|above|again",
      "raise|bring|lift|push|pull|return|float ..1 this|it ..3 surface|top|front",
      "@see ..1 below ..3 $",
      "see|read|refer|find ..1 trail|below|under ..1 mail|email|message|thread|chain",
    ],
    unless: [
      ...ADDS,
      "come|get|go back ..2 to|with you ..2 with|about|on you|price|two|three|NUM",
      "price|quote|figure|number|sample|question|invoice you",
    ],
  },
  {
    phrases: [
      // Thoughts? Any joy? Kindly revert.
      `^ ..2 any|you|some|further ..1 thoughts|feedback|comment|take|opinion|view|reaction|response|reply|interest|joy|luck|word|input ..1 yet|so_far|at_all|there|here? ?`,
      `any|you|some|further ..1 thoughts|feedback|comment|take|opinion|view|reaction|response|reply|interest|joy|luck|word|input ..1 on|regarding|about|to|with|from|for|re ..1 ${IT} ..3 ?`,
      "^ thoughts|feedback|comment|joy|opinion ..1 ?",
      `^ thoughts|feedback|comment|joy|opinion on|about|regarding|re ..1 ${IT} ..1 ?|$`,
      `what ..1 do|be|would you ..1 think|reckon|say|make|take|thoughts|view|feedback|opinion|verdict ..1 to|of|about|on|re ..1 ${IT}`,
      `^ ..2 what do you think|reckon|say ?`,
      `keen|eager|love|like|curious|welcome|appreciate|hope|await|wait|look_forward|want|interested|see ..3 get|hear|have|know|for|to|on|you ..2 you ..2 take|thoughts|feedback|view|reaction|response|reply|opinion|revert ..1 ${IT}|on|to|$ ..1 ${IT}|$`,
      "await|wait|look_forward|hope|pending|still|expect ..2 you ..2 reply|response|revert|feedback|answer|confirmation ..2 $|on|to|regarding|for",
      "revert ..3 back|below|trail|mail|same|soon|urgently|earliest|asap|kindly|on|to",
      "kindly|could|can|may|request ..2 revert|do_needful|acknowledge|respond|reply ..3 $|on|to|at|below|back|asap|soon",
      "do needful",
      `have|be|get you ..2 any ..2 thoughts|feedback|comment|question|reaction ..1 on|about|to|regarding ..1 ${IT}`,
      `^ ..2 have|be you ..2 consider|think|look|decide|ponder|digest ..2 ${IT}|about_it|it_over|this_over`,
      "do|have i|we|below ..2 email|mail|message|note ..2 make_sense|resonate|interest|spark|strike_chord",
      "look|glance|attention ..1 to|at|on|through|over ..1 i|we ..1 email|mail|message|note|voicemail|last|previous|earlier",
      `what you ..1 think|make|reckon|say|feel of|about|to|on ..1 this|it|${MINE}`,
      "look|check|see|go|consider ..1 into|at|through|on? ..1 below|trail|earlier|previous ..1 mail|email|message|thread|chain",
      `raise|mention|flag|highlight|surface|revisit ${IT} ..1 again|once_more`,
      `^ ..1 re|regarding|about ..1 ${MINE} $`,
      "^ ..1 not sure|certain ..2 if|whether you ..2 see|get|read|receive",
      "take|have|give ..3 look|glance|read|peek ..1 at|through|to ..1 i|we ..1 last|previous|earlier|email|message|note|mail",
      "i|we ..1 message|email|mail|note|voicemail be ..2 below|still",
      "^ ..2 hello ? $",
      "^ ..2 knock_knock|tap_tap|ding_dong",
    ],
    unless: [...ADDS],
  },
];
