import type { Saying } from "../family.ts";

const DOING =
  "give_you|bell|buzz|go|proceed|start|begin|order|book|ship|send|dispatch|deliver|release|call|ring|phone|visit|come|drop|stop_by|swing|pop|upgrade|renew|extend|roll|switch|move|add|enrol|register|sign|invoice|charge|bill|activate|install|schedule|pencil|lock|put|place|set|process|confirm|keep|hold|expect|see|assume|presume|consider|suppose|treat|take|count|deem|understand|conclude|instruct|arrange|push|forward|raise|submit|prepare|print|load|run|commence|continue|stand|finalise|finalize|reserve|turn_up|show_up|apply|take_effect|become|convert|migrate|produce|round|there|over|with_you|at_you";
const YES =
  "yes|agreement|agree|acceptance|consent|approval|confirmation|ok|go_ahead|green_light|thumbs_up|in|on_board|happy|fine|interested|good_to_go|good|order|final|binding|valid|keen|content|settled|assent|permission|authorisation|authorization|all_set|deal|sign_off|acquiescence|satisfied|blessing|nod";
const MUTE =
  "silence|you_quiet|no_answer|no_reply|no_response|no_news|no_word|no_feedback|no_objection|no_comment|non_response|non_reply|absence|lack|nothing|not_hear|not_reply|not_respond|not_object|not_answer|not_say|not_write|inaction|not_reject|not_contradict|not_protest|not_come_back|not_get_back";
const OBJECT =
  "hear|say|tell|shout|object|reply|respond|answer|write|let_i_know|let_we_know|advise|contradict|veto|stop|cancel|instruct|protest|decline|speak_up|holler|scream|raise|notify|inform|indicate|opt_out|flag|refuse|see|get|receive|contact|call|message|email|withdraw|yell|come_back|put_hand|countermand|you_be_against|you_would_rather|you_prefer|there_be_objection|there_be_issue|there_be_problem|there_be_reason|otherwise|wave|text|ping|ring|drop_i|drop_we|give_i|give_we|correct|disagree|reject|mind|oppose";

/** Silence that means no, or stops something, is a good take-away. */
const STOPS = [
  "take|read|treat|assume|count|consider|presume|understand ..3 as|be|for|it|that|this ..4 no|not|pass|closed|dead|lapsed|wrong|bad",
  "take|count|read ..2 no",
  "close|step_back|bow_out|leave_you_be|leave_you_alone|leave_it|leave_you_in|stop_write|stop_call|stop_here|stop_there|stop_contact|delete|lapse|expire|withdraw|good_bye|goodbye|no_hard|not_bother|go_away|out_of_you|say_farewell|cross_you|drop_it|let_it_rest|let_it_go|remove|forget_it|drop_off|archive|file_it|refused|wind_up|release_hold|release_you_hold",
  "will|shall|would not ..3 write|call|contact|follow|email|bother|chase|add|ask|send|book|order|be|trouble|do|go",
  "nothing ..3 order|book|send|happen|be|change",
  "assume nothing ..2 and|$|wait",
  "this be ..2 last|only|final",
  "silence ..2 work|fine|suit",
  "not ..3 guess|read|take|assume|interpret|treat ..4 silence",
  "silence ..3 not|never ..1 enough|yes|consent|agreement",
  "only|without you ..3 yes|sign|tick|written|say|agree|want|ask|confirm",
];
/** Not ours to take: a device, a law, somebody else. */
const OTHERS = [
  "panel|sensor|pump|alarm|machine|valve|system|tool|software|crane|wind|server|device|app ..6 not|silent|hear|unless|assume|no",
  "by law|statute",
  "you customer|guest|tenant|patient|supplier|system|lease|landlord|insurer|carrier",
  "planning|council|court|landlord|clerk|authority|harbour|office ..8 objection|consent|counts|hear",
  "clause|section|article|paragraph NUM",
  "missing reply",
  "object at hear",
  "permit|notice ..3 valid|say",
  "order wait until",
  "sorry|slip|typo",
  "say no and|in",
  "be ..1 fine one|answer",
  "newsletter ..4 stop",
  "it stop",
  "guide you|page",
  "by itself ..2 if",
  "hear ..1 click",
  "porter",
  "guard",
  "notice be given",
];

/** That they said nothing. */
const UNSAID =
  "no_objection|no_pushback|no_complaint|no_word|no_news|no_reply|no_answer|no_response|no_feedback|no_veto|no_protest|no_comment|no_contrary|nothing_hear|hear_nothing|hear_no|get_nothing|get_no|see_no|see_nothing|receive_no|receive_nothing|with_no|not_hear|not_hear_back|not_get|not_receive|not_see|nobody_object|nobody_say|nobody_complain|no_one_object|no_one_say|you_silence|you_quiet|not_reply|not_answer|not_respond|not_object|not_say|not_write|not_speak|not_tell|not_shout|not_scream|without_word|without_reply|not_push|silence|nothing_say|nothing_back|not_come_back|not_decline|not_refuse|not_complain|not_cancel|not_oppose|not_say_no|not_stop";
/** What is then done already. */
const WENT =
  "figure|assume|presume|take|conclude|go_ahead|go|put|sign|treat|send|extend|order|book|add|enrol|tell|ship|renew|upgrade|start|move|process|schedule|consider|call_it|call_that|count|reserve|instruct|deem|proceed|confirm|pass_it|forward|place|keep|charge|bill|set|release|mark|register|switch";
/** A yes nobody gave. */
const SO_YES =
  "yes|agree|agreement|accept|approve|consent|deal|green_light|go_ahead|good_to_go|on_board|confirmed|answer_enough|enough|permission|all_good|blessing|signed|you_be_in|you_be_happy|you_be_fine|you_be_ok|we_be_on|we_be_good|order_stand|samples|thumbs_up|settled|final";
/** Silence, by its names. */
const MUTENESS =
  "silence|no_reply|no_answer|no_response|no_news|non_answer|non_reply|non_response|not_answer|not_reply|not_respond|not_object|absence|lack|quiet|no_objection|no_word|no_feedback|inaction|not_say|failure|nothing";

/** Where they say nothing. */
const IF_MUTE = [
  "if|should|when|as|since @i ..1 hear|get|receive|see|have nothing|no|zero|silence|crickets",
  `if|when|in_case|should|as_long_as|provided|once|whenever|long_as|since|as|because|given|seeing_as ..1 @i|nobody|no_one|nothing|there|no ..3 not|nothing|no|never|nobody|silence ..3 ${OBJECT}|anything|from_you|feedback|response|objection|news|word|change|request|no`,
  "if|when|in_case|should|as_long_as|provided|once|whenever|long_as ..2 you|they|people|folk|team ..3 not|nothing|no|never|silent|quiet ..3 object|say|reply|respond|answer|write|tell|let|stop|cancel|protest|speak|contradict|come_back|anything|opt_out|decline|refuse|reject|disagree|shout|mind|confirm|get_back|silent|quiet|call|complain",
  "if|when|should nothing|no ..1 come|hear|be|object|response|feedback|reply|word",
];

/** What is then done to them. */
const THEN = [
  "@i|he|she|it|they|VAR|engineer|technician|order|demo|meeting|subscription|delivery|contract|price ..1 will|shall|go ..2 have? ..1 go|proceed|start|begin|order|book|ship|send|dispatch|deliver|release|call|ring|phone|visit|come|drop|stop_by|swing|pop|upgrade|renew|extend|roll|switch|move|add|enrol|register|sign|invoice|charge|bill|activate|install|schedule|pencil|lock|put|place|set|process|confirm|assume|presume|consider|suppose|treat|take_it|take_that|take_you|take_this|count|deem|conclude|instruct|arrange|submit|run|commence|continue|finalise|reserve|convert|migrate|be_at|be_in|be_round|be_there|see_you|give_you|bell|keep|automatic",
  "@i|he|she|it|they ..1 be go_to? ..1 proceed|start|order|book|ship|send|dispatch|deliver|release|call|ring|visit|come|upgrade|renew|extend|roll|switch|move|add|enrol|register|sign|invoice|charge|activate|install|schedule|put|place|set|process|assume|presume|consider|treat|take|count|good_to_go|go_ahead|deem|confirm",
  "@i ..2 go_ahead|start|begin|proceed|assume|presume|consider|suppose|take_it|take_that|count|understand|book|order|add|ship|dispatch|conclude|figure|set_they|sign_they|sign_you|put_they|enrol",
  "you|they be in",
  "@i be on_i_way|on_we_way|come|there|round|good|off|start",
  "contract|order|offer|agreement|it ..1 be consider|deem|treat|regard",
  "it|we go out|live|ahead",
  "expect ..1 @i|he|she|delivery|invoice|call|visit|VAR|rep",
  "it|that|this|order|demo|meeting|subscription|contract ..1 be|mean|count ..2 yes|ok|agree|go|accept|confirm|in|approve|green_light|deal|settle|on|as_good|final",
  "you ..1 will|be|have ..1 accept|agree|approve|enrol|upgrade|charge|sign|consent|confirm|on_board|say_yes|bill|join|receive_invoice",
];

/** Silence taken as an order, an appointment, an upgrade or another yes. Silence that means no, and a disclosed renewal with the way out, are none. */
export const silenceAsConsent: readonly Saying[] = [
  {
    phrases: [
      ...IF_MUTE.flatMap((mute) => THEN.map((then) => `${mute} ..12 ${then}`)),
      // They said nothing, so.
      "if|unless|when ..1 @i ..2 not ..1 get|hear|receive|see ..1 stop|no|cancel|objection|veto|refusal ..6 start|go|be|will|ship|begin|run|launch",
      "nobody|no_one|none complain|object|protest|refuse|cancel|say_no|mind|push_back ..6 stay|remain|go|be|keep|start|@i|continue",
      "@i will|shall|go_to ..1 assume|presume|take_it|figure|expect|count_on ..1 you ..1 be ..1 come|attend|join|in|on_board|good|agree|ok|happy",
      "speak|say|shout|write|tell_i|call|holler|object ..6 or @i|we|it|they|order|demo ..1 be|will|go",
      "see|call|ring|visit|expect you ..5 unless|if_nothing|barring ..2 something|anything|you|i|plans|hear ..2 come_up|change|say|otherwise|hear|cancel|tell|object",
      "quiet|silence|silent|no_reply|no_answer|inaction ..1 mean|be|equal|signify ..2 consent|yes|agreement|agree|in|on|acceptance|ok|approval|enthusiasm|go",
      "@i ..2 read|take|treat|interpret|hear|see ..1 you ..1 silence|quiet ..2 as|for|like|to_mean ..1 yes|enthusiasm|interest|consent|agreement|approval|green|sign_you|go|ok|acceptance",
      "@i|it|this ..2 have not ..1 have|get|receive|hear|see|hear_no|take ..1 no ..6 @i|go|it|will|that|order|sample|be",
      "have not ..1 have|get|receive|hear|see ..2 no ..6 go|will|ship|leave|be_order|start|proceed|send",
      "on|under basis|assumption|understanding|footing|presumption ..2 that? ..1 you ..3 agree|happy|accept|in|want|fine|ok|consent|on_board|approve|yes|keen|interested|go_ahead",
      "ignore|delete|skip|disregard|bin|leave ..3 if ..2 you ..2 agree|want_in|want_it|happy|ok|in|fine|accept|yes|good|be_in|keen|like",
      "no|not need|have|bother ..1 to ..1 answer|reply|respond|confirm|write|sign|call|do_anything ..2 @i|it|everything ..2 will|be|go|shall ..2 put|book|order|process|ship|go_ahead|set|sign|add|take_care|arrange|proceed|place|start|upgrade|renew|go_through|move|happen",
      "you ..1 have be ..1 enrol|sign_up|upgrade|subscribe|opt|register ..6 cancel|opt_out|unless|any_time|anytime|premium|automatic|unsubscribe|leave",
      "you ..1 have be ..1 automatic|auto|kindly enrol|sign|upgrade|subscribe|opt|register|add",
      "or ..1 you|they|it|we be in|on|booked|enrolled|confirmed|signed|live|go",
      "or else you|they|it|we",
      "treat|consider|regard|count|take|deem|accept ..3 as? ..2 confirm|accept|agree|approve|yes|final|bind|conclude|order|settle|done ..3 if|when|unless|absent|failing|without|after ..1 no|nothing|nobody|you|i|we",
      "absent|failing|barring|in_absence_of|in_lieu_of|in_default_of|in_case_of_no|in_event_of_no|in_case_of_silence ..4 will|shall|be|go|stand|we|i|it ..3 book|add|order|go|proceed|start|ship|renew|consider|accept|upgrade|deliver|activate|conclude|charge|assume|dispatch|continue|sign",
      "in case|event|situation of no|silence|missing|not|non ..1 answer|reply|response|feedback|objection|reaction ..1 @i|it|order",
      "if|should|when ..1 you ..1 stay|remain|keep|be|go|prefer ..1 silent|quiet|silence|mum|stumm ..6 be|will|@i|agree|mean|consider|conclude|count",
      "contract|order|offer|agreement|quote|quotation|change|price|terms|appointment|deal|amendment|invoice|proposal ..1 be|will_be|shall_be|count|stand ..1 consider|deem|treat|regard|count|take|as|hold ..1 as? ..1 conclude|accept|agree|approve|confirm|binding|final|valid|settle|signed|done",
      "not|no hear|reply|answer ..2 be? you ..1 in|on|good|down|agree|game|set",
      "you ..1 not ..1 say|tell ..1 i? stop|no|otherwise|not_to ..2 @i ..1 keep|go|order|book|start|ship|proceed|continue|assume|take|send|add",
      `^ ..4 ${UNSAID} ..6 @i ..2 ${WENT}`,
      `^ ..2 ${UNSAID} ..8 ${SO_YES}`,
      `${UNSAID} ..3 and|then|means|be ..1 @i|it|order|demo|meeting|we_team ..1 will|be|go|ship|start|proceed|book|come|order|call|stay|send|see|have`,
      `^ ..2 ${UNSAID} ..1 by|before|until|till|within ..3 and|we|i|it`,
      `@i ..2 interpret|read|take|treat|count|construe|see|regard|hear|consider|understand|view|call ..2 you|that|this|no|such|as ..2 ${MUTENESS} ..4 as|for|to_mean|like|yes|that|good_news|permission`,
      `${MUTENESS} ..3 be|count|as ..1 ${SO_YES}`,
      `${MUTENESS} ..1 be|mean|= see|we|you|i|deal|on|yes|in|go|agreed|confirmed|ok`,
      "no news|reply|answer|objection|word|response|feedback|pushback be? see|c you",
      "take no|you ..1 news|silence|answer|reply|response ..2 as|for|is ..1 good|yes|ok|green|agreement",
      "he|she|who|whoever|those|they|anyone|customer|people|client|account|everyone ..3 be|do|stay|keep|remain ..1 silent|quiet|not_answer|not_reply|not_respond|not_object|not_opt|not_cancel|not_say|not_write|not_come_back|not_decline ..4 agree|accept|consent|get|be|stay|go|will|receive|count|say",
      "you ..2 have|do|be ..1 not|never ..1 cancel|terminate|object|refuse|decline|opt|say_no|protest|stop|complain|return|write|reject|withdraw|unsubscribe|reply|respond|answer ..3 you ..2 agree|accept|stay|want|be|have|will|owe|continue|confirm",
      "you ..2 have|do|be ..1 not|never ..1 cancel|terminate|object|refuse|decline|opt|say_no|protest|stop|complain|reject|withdraw ..4 @i|it|that ..1",
      "you ..1 would|will|should have ..2 tell|say|object|shout|stop|write|speak|complain ..4 by_now|already|otherwise|before|if|@i",
      "consent|agreement|acceptance|approval|permission|interest|order|attendance|participation ..2 be ..1 presume|assume|imply|deem|understood|given|take|infer|default",
      "presume|assume|imply|deem|infer|passive|silent|tacit ..1 consent|agreement|acceptance|approval|permission|agree|renewal|withdraw|interest|confirm",
      "unless|until ..2 withdraw|withdrawn|revoke|countermand|refused|cancelled|contradict|stop|vetoed|objected|decline|rejected",
      "reply|text|respond|answer|type|press|click|send|write|say|tell ..2 n|no|stop|cancel|skip|out|x|i|we|now ..8 or|else|otherwise ..1 @i|it|you|they|order|demo|meeting ..2 go|will|stay|be|keep|start|ship|get|remain|go_ahead|proceed|live",
      "happy|ok|agree|right|good|work|fine|object|problem|stop|shout ..6 or ..1 @i|it|they ..1 go|will|start|proceed|ship|be|order|book live|ahead|with|on|go|stay|start|proceed|ship|order|book|it|you",
      "otherwise|else|if_not ..1 it|that|this|we|i|they|you|demo|meeting|order ..1 be|go|stay|will|happen|start|proceed ..1 happen|on|go|in|ahead|book|order|start|proceed|stay|come|live|be_there|be_there_at|ship|yes|confirmed|you",
      "get in touch|contact|call|email|write|reply|shout|say|tell_i|tell_we|speak ..2 only|if ..2 if? ..1 you ..2 not ..1 want|like|agree|need|wish",
      "only ..1 get_in_touch|contact|call|email|write|reply|say|shout|speak|let ..2 if|when ..3 not|no|against|problem",
      "anything|whatever|any|all|item|line|everything ..3 you ..2 not|leave ..2 strike|cross|delete|object|reject|cancel|remove|mention|return|refuse|tick|decline|out ..8 stay|remain|be|count|go|get|will|agree|ship|keep|order|accept",
      "free|trial|pilot|complimentary|test|sample|demo|beta|evaluation ..3 turn|become|convert|roll|switch|change|continue|go|move|flip|morph|grow|run ..3 into|to|as|on|over|in|paid ..3 paid|full|regular|standard|contract|subscription|annual|plan|order|premium|normal|chargeable|ones_you_pay",
      "auto|automatic ..3 opt|in|add|enrol|include|renew|upgrade|go|accept|approve|release|bill|count|continue|ship|become|extend|process|confirm|start|sign|subscribe|join|charge|convert|switch",
      "release|process|approve|accept|confirm|ship|renew|upgrade|charge|start|continue|extend ..2 automatic",
      "after|within NUM|two|three|five|seven|ten ..2 hour|day|week ..2 without|no|of_silence ..1 reply|feedback|answer|response|objection|hearing|word|you",
      "bill|charge|invoice|renew|upgrade|enrol|keep|count|add|book|order|ship|continue|send ..10 unless|until ..2 you ..1 opt|cancel|say|tell|object|stop|decline|refuse|write|reply|return|let|ask_we_not|ask_i_not|call|unsubscribe|contact|veto|withdraw",
      "count|mark|put|consider|expect|book|keep|treat|list|see|register ..1 you ..2 as|in|down|on|attending|booked|confirmed|there ..4 unless|until|if|by_default|for_now",
      "assume ..1 it|that|this|we|you|i ..2 be ..2 on|yes|go|agreed|ok|fine|good|happening|in|confirmed ..3 unless|until|if",
      "carry_on|continue|keep|go_on|stay|remain|run|leave|proceed|go_ahead|carry ..8 until|unless ..2 you|i|we|hear|told ..2 tell|say|hear|stop|object|otherwise|instruct|cancel|you|write|differently",
      "unless|until ..2 tell|hear|instruct|advise|notify|say|inform ..1 otherwise|different|contrary|to_contrary|not_to|no|stop|you_can_not|you_do_not|back",
      "you ..1 need|have|must ..1 do|say|sign|send nothing|not|zero",
      "nothing|zero ..1 be? require|need|expected ..1 of|from|on|by ..1 you ..8 @i|it",
      "put|sign|mark|pencil|book you ..1 in|down|up|on ..6 if|unless|when ..2 @i|you ..2 not|nothing|crickets|silence",
      "good ..1 unless|if_i_hear_nothing|if_you_say_nothing",
      "assume|presume|guess|figure ..3 monday|tuesday|wednesday|thursday|friday|time|date|it|that|this|price|terms|all|everything ..1 be ..1 good|fine|ok|works|confirmed|agreed|settled|right|accept|yes",
      "drop|call|ring|come|visit|stop|pop|swing|be|show ..3 by|in|round|over|on|there|you ..6 if|unless ..1 @i|you|nothing ..2 not|nothing|hear",
      "cool|ok|fine|happy|good|on_board|down|keen|agreed with ..1 it|that|this ..2 and ..1 sign|put|book|order|start|go|send|add|set",
      // Unless you say otherwise.
      `@i|it|they|he|she|we_team|demo|meeting|order|call|contract|subscription|delivery|price|plan|that|VAR|rep|engineer|technician ..2 will|shall|be|stand|go|renew|continue|apply|proceed|take|book|start ..14 unless|barring|failing|absent ..3 ${OBJECT}|objection|word|veto|otherwise|notice|contrary|instruction`,
      `unless ..3 ${OBJECT} ..12 @i|it|they|order|demo|meeting|that|this|subscription|delivery|contract|price|VAR|you|rep|engineer|he|she ..4 ${DOING}`,
      `unless ..3 you|i|we ..4 ${OBJECT} ..4 otherwise|different|not|no|stop|to_contrary|contrary|back|from_you|against ..10 @i|it|they|you|this|that`,
      "unless ..2 otherwise|contrary|told|advised|instructed|notified",
      "speak|say|shout|object now or",
      "failing|barring|absent|without|in_lieu_of|in_absence_of|for_want_of|for_lack_of|lacking|subject_to ..3 objection|veto|reply|response|answer|word|contrary|counter_order|feedback|protest|instruction|news|reaction|comment|confirmation|message|sign|notice|countermand|correction|refusal|rejection|hearing|no ..12 @i|it|they|order|demo|meeting|that|this|subscription|delivery|contract|price|you|pencil|consider",
      "@i|it|they|demo|meeting|order|consider|subscription|delivery|contract|price ..8 failing|barring|absent|in_lieu_of|in_absence_of|without ..3 objection|veto|reply|response|answer|word|contrary|counter_order|feedback|protest|instruction",
      // If I hear nothing.
      `@i|it|they|order|demo|meeting|subscription|delivery|contract|price|VAR ..1 will|shall|be|be_go_to|apply|stand|renew|continue|proceed|go ..2 ${DOING} ..12 if|when|in_case|as_long_as|provided|long_as ..1 @i|you|there|nobody|no_one|nothing|no ..2 not|nothing|no|never|silent|quiet|silence|stay ..2 ${OBJECT}|anything|back|from_you|feedback|response|objection|news|word|request|silent|quiet|otherwise|no`,
      `count|consider|treat|regard|deem ..4 ${YES} ..3 if|when|as_long_as ..1 @i|you|there|nobody|no ..2 not|nothing|no|silent|quiet|stay`,
      "^ ..1 hear|receive|see|have|get|with no|nothing|zero ..2 objection|contrary|otherwise|complaint|feedback|veto|protest ..2 @i|it|order|to",
      "since|as|because|given|seeing_as|now_that ..1 nobody|no_one|nothing|none|no_objection|you_have_not|you_do_not|no_one_have|i_have_not|we_have_not|i_do_not|we_do_not ..3 object|contradict|complain|protest|refuse|say_no|say_otherwise|hear_no|hear_otherwise|veto|disagree|push_back|reject|said|cancel|come_back|stop_i|stop_we",
      "not|never|nobody ..2 say|object|tell ..2 otherwise|no|different|contrary ..8 yes|in|agree|order|go|@i|ahead",
      "not|no|nothing hear ..3 from you|back|otherwise|anything|contrary ..6 @i ..2 assume|take|presume|consider|go|proceed|book|order|count|treat|start|send|ship|will",
      // Silence is a yes.
      `${MUTE} ..4 mean|be|equal|tell|imply|signal|indicate|constitute|signify|amount_to|count|count_as|serve|suffice|translate|read|become|interpret|speak ..3 ${YES}|we_go|i_go|we_be|you_be|we_will|i_will|go_ahead|as_planned|green|proceed|start|full_steam|move_forward|volumes`,
      `${MUTE} ..2 mean|equal|signify @i ..2 will|go|be|proceed|start|can`,
      `${MUTE} ..2 you_be|we_be ..2 in|on|good|set|go|agree|happy`,
      "silence|quiet|no_answer|no_reply|nothing ..3 be ..1 consent|golden|agreement|acceptance|yes|approval|good_enough|all_i_need|all_we_need|enough_for_i|enough_for_we|music",
      "take|read|treat|interpret|count|see|view|regard|consider|understand|construe|accept|register ..3 silence|quiet|lack|absence|non_response|no_reply|no_answer|failure|not_hear|inaction|no_news ..6 as|for|mean|that|you_be ..3 yes|agreement|acceptance|consent|approval|in|ok|go_ahead|green|you_be|agree|confirmation|assent|nod|thumbs_up|signature|order",
      `by|through|in not|stay|remain|keep|say|ignore ..1 reply|respond|answer|object|silent|quiet|nothing|this ..3 you ..3 ${YES}`,
      "tacit|tacitly|implied|implicit|deemed|negative_consent|presumed|silent|default ..2 agreement|consent|approval|acceptance|agree|confirmation|yes|renewal|order|as_accepted",
      "by default ..2 you|we|they|in|yes|enrol|upgrade|opt|book",
      "opt you in|into",
      "consider|count|treat|regard|take|deem|understood ..3 as? ..1 accepted|agreed|confirmed|approved|final|binding|settled|done|closed_and ..4 unless|if|without|failing|when|no|should|absent|silence|by|not",
      "say|do|write|reply nothing|zip|zilch ..2 and|to|to_accept|mean|be|at_all_and|or",
      "do nothing ..4 accept|agree|confirm|proceed|keep|stay|continue|upgrade|and_we|and_it|and_you|and_i|and_they",
      "sit tight|back and ..2 @i|it|you",
      "nothing ..2 you ..2 need|have|must to do",
      "no action|signature|reply|response|confirmation|answer|click|input ..1 need|require|necessary ..4 accept|upgrade|start|continue|order|confirm|agree|renew|proceed|as_we|as_it|we_will|it_will|i_will",
      "no signature|confirmation|yes|countersign ..3 need|require|necessary",
      "not|never ..2 need|have|require|bother|want ..2 to ..2 reply|confirm|sign|answer|respond|do_anything|lift|agree|say_yes|click ..3 @i|it|consider|and_i|and_we|to_accept|to_confirm|for_it|will|assume|finger",
      "without ..1 lift finger",
      "no|not ..2 objection|news|complaint ..2 then|great|good|perfect|right ..4 @i|go|order",
      // Otherwise it happens.
      `let|tell|reply|confirm|shout|object|advise|write|say|answer|call|notify|inform|stop|cancel|rather|respond|revert|text|drop|email|ping|holler|speak ..14 otherwise|else|or_else|if_not|failing_which|in_which_case|barring_that ..2 @i|they|you|it|he|she|order|demo|meeting|price|contract|goods|VAR|delivery ..3 ${DOING}|in|yes`,
      `^ otherwise|else|if_not|if_you_do_not|should_you_not|or_else|failing_that|failing_which ..3 @i|they|you|it|he|she|order|demo|meeting|contract|goods|VAR|price|engineer|rep|delivery ..3 will|shall|be|go|assume|consider|stand|ship|start ..4 ${DOING}|door|in|on|charge|${YES}`,
      "otherwise|else ..1 @i ..1 will|shall|be ..2 assume|take_it|presume|consider|proceed|go_ahead|order|book|ship|start|put_you|count_you|add|enrol",
      "let|tell ..3 know|i|we ..2 if ..2 you ..3 not|rather_not|do_not ..2 want|need|like|wish|agree|require|fancy|intend",
      "no|not need|have_to|must ..3 do|reply|say|write|answer|sign|confirm ..3 if ..4 agree|ok|happy|fine|good|accept|yes",
      "not reply|respond|answer|object|cancel ..2 will? keep|put|leave|add|enrol|sign|get|confirm|lock|book ..1 you|we|they|it",
      "only ..2 reply|write|respond|answer|shout|get_in_touch|call ..3 if ..4 not|no|against|object|disagree|other|cancel",
      "you ..1 have until|till ..5 opt_out|cancel|object|decline|withdraw|say_no|refuse|reject|stop|back_out|pull_out|change_you_mind|return|tell_we|tell_i|veto",
      "until|till|before|by ..4 to opt_out|object|cancel|back_out|decline|reject|veto|say_no|withdraw",
      "you can|may|could always opt_out|cancel|say_no|change|unsubscribe ..2 later|afterwards|after",
      "until|till ..1 you ..2 tell|say|shout|instruct|object ..1 i|we? ..1 stop|otherwise|not",
      // Presumed.
      `@i ..1 will|shall|be|go_to|would|can|must|have_to|happily ..2 assume|presume|take_it|take_that|take_this|consider|suppose|trust|count|treat|interpret|understand|believe|read|put_you|mark|conclude|infer|guess ..8 ${YES} ..6 unless|if|as|since|seeing|because|then|otherwise|without|when|given|$`,
      "@i ..2 assume|presume|suppose|conclude|figure|infer|gather ..3 you ..3 accept|agree|happy_with|approve|interested|keen|on_board|consent|content_with|say_yes|confirm|join_we|still_want|want_to_go|want_i|want_we|be_in $|!|then|with|in|to|and|offer|that",
      "@i ..1 assume|presume|take|count|figure|consider|suppose ..1 it|that|this|silence|you ..3 yes|in|agreed|agreement|go|ok|accepted|settled|go_ahead|confirmed|on_board|approval",
      "figure|take_it|gather|guess|assume|presume|reckon|understand ..2 since|as|because|from ..2 you ..2 not|no|never|silence|quiet ..8 yes|in|ok|go|good|agree|fine|happy|accept",
      "you ..1 have not|never ..2 say|object|contradict|cancel|decline|refuse|opt_out|protest|reject|veto|disagree|reply|respond ..6 which|therefore|hence|is|@i|that|this|yes ..6 extend|yes|go|renew|order|book|assume|take|start|add|agree|proceed|upgrade|ahead|confirm",
      "as|since|because you ..2 not|never ..2 contradict|object|protest|decline|cancel|refuse|opt_out|disagree|terminate ..6 @i|contract|order|subscription|it|agreement|that|maintenance",
      // It happens by itself.
      "auto|automatically ..1 upgrade|renew|enrol|convert|bill|charge|switch|ship|book|subscribe|roll|extend|add|register|reorder|order|move|accept|continue|approve",
      "will|be|get|have ..2 automatic ..2 upgrade|renew|enrol|convert|bill|charge|switch|subscribe|extend|register|order|move",
      "upgrade|renew|convert|enrol|bill|charge|switch|extend|subscribe ..5 automatic",
      "you ..2 trial|pilot|free_month|free_plan|free_tier|test|sample_period|freebie|evaluation|poc|free_year|demo_account ..3 roll|convert|become|turn|move|switch|continue|go|pass|flow|transition|run|transform|merge ..3 into|to|as|in|over|on|paid ..3 paid|plan|subscription|contract|full|pro|annual|year|standard|premium|licence|license|order|purchase|next|regular|price",
      "we|i ..1 have ..2 switch|turn|activate|enable|upgrade|enrol|sign|subscribe|add|opt|move ..1 on|you ..6 for_you|up|in|opt_out|cancel|until|to",
      "premium|tier|plan|module|add_on|addon|feature|service ..2 @i ..1 switch|turn|add|activate|enable|upgrade on|for|you",
      "renew|extend|prolong|continue ..6 if|unless|as_long_as|without ..3 you_cancel|you_tell|you_say|you_object|objection|word|hear|you_stop|you_opt",
    ],
    unless: [
      ...STOPS,
      ...OTHERS,
      "you ask ..6 and|off",
      "as you ask",
      "auto_renewal|renewal be off",
      "agree ..4 to ..4 in|on|by",
      "worn",
      "you sign",
      "wrong",
      "not ..1 count you in",
      "call you_have be in",
    ],
    when: ({ sourcedDeadline }) => !sourcedDeadline,
  },
];
