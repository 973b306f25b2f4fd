import type { Saying } from "../family.ts";

/** What such a message claims to be sent for. */
const PURPOSE =
  "to|and|for|wanna|let_us|think_i_would|figure_i_would|think_we_would|figure_we_would|think_i_might|i_would|be|time_to|like|shall_i|may_i|allow_i_to|can_i|might|i_will|reason|only|we_will|mean|do|here";
/** Things too general to be what a message is about. */
const ALL =
  "you|thing|everything|everybody|everyone|they|guy|lot|bunch|it|all|life|business|matter|situation|stuff|team|we|folk|folks|world|progress|work|company|department|family|VAR";
/** What only people and their affairs do. */
const GET_ON = "do|get_on|get_along|fare|keep|hold_up|hang_in|come_along|shape_up|tick_along|bear_up|manage|settle_in";
const FARE =
  "do|go|come_along|get_on|get_along|hold_up|hang_in|keep|fare|treat|progress|shape|look|stand|advance|evolve|develop|move|proceed|feel|run|work|be|pan_out|turn_out|roll|tick";
const THERE =
  "there|over|at|on|with|in_general|these|lately|since|today|and|generally|currently|now|nowadays|here|down|up|around|VAR|from|after|before|this|so|all|for";
/** The other side, whoever it is. */
const YOUR_SIDE =
  "you_end|you_side|you_part|you_good_side|you_good_end|you_world|you_neck|you_company|you_office|you_camp|you_team|VAR|you_guy|you|there|here|this|that|it|thing|all|back_there";
const NEWS = "news|update|movement|progress|development|word|change|feedback|decision|info|status|advance|headway|traction|thoughts";
/** They asked, or agreed, or we promised; then the coming back is service. */
const ASKED = [
  "you ..2 ask|want|request|tell|suggest|say|invite|mention|prefer ..6 check|touch|circle|come|loop|get|hear|reconnect|call|follow",
  "as|like we|you ..2 agree|arrange|request|ask|promise|schedule|book|plan",
  "i|we promise|say i would|we_would",
  "i|we promise ..1 to",
  "you schedule|book|arrange",
  "at you request",
];
/** The same words for another thing. */
const OTHER_THING = [
  "check in at|desk|counter|kiosk|screen|queue|gate|software|system|app|process|workflow|flow|time|area|page|form|luggage|bag|point|clerk|agent|tablet|terminal|procedure|every|hall|staff|team_at|with_dispatch|with_reception|with_security|code|file|change|branch",
  "guest|driver|visitor|patient|nurse|passenger|traveller|traveler|tenant|crew|member|staff|night|mobile|airline|hotel|online|contactless|self_service|student|employee ..4 check in",
  "check in from NUM|one|two|three|noon|here_to|any",
  "check in to|into room|building|system|hotel|site|app|repository|git|portal|work|shift",
  "base|touch plate|coat|paint|up|screen|layer|point|price",
];

const askedOrOther = [...ASKED, ...OTHER_THING];
const unagreed = (stage: string) => stage !== "customer" && stage !== "agreed";

/** The checking in, touching base or circling back is itself the stated purpose, and nothing that they asked for follows. */
export const checkIn: readonly Saying[] = [
  {
    phrases: [
      // Checking in, in every dress.
      "^ hi|hello|hey|dear ..2 ..1 check back|up? in",
      "^ check back|up? in",
      "^ ..1 i|we|VAR ..4 check back|up? in",
      "i|we ..1 @intend ..6 check ..1 in ..1 with|on|and|again|$",
      "^ it|this|i ..2 i ..2 check in",
      "i|we ..1 be ..2 check back? in",
      "i|we check in ..3 with|on|to|see|how|again|$",
      "@intend ..1 check|checkin back? in|$",
      "to|and|for|wanna|let_i|could|be|so|permit|allow check back? in",
      "to|and|be|i|^ checkin",
      "check back? in with|on you|VAR|all|thing|everyone|everybody|folk|customer|client|people",
      "check back? in here|again|once_again|real|$",
      "check in to see|ask|learn|find|hear|know|say|touch",
      "check in and|, see|ask|find",
      "check in on|about|regarding|re this|that|it|thing|status|progress|situation|VAR|where|how|you",
      "check in ..1 see|hear if|how|where|what|whether",
    ],
    unless: askedOrOther,
  },
  {
    phrases: [
      "quick|friendly|little|short|gentle|brief|regular|routine|usual|courtesy|periodic|polite|customary|casual|mini|small|simple|weekly|monthly|quarterly|yearly|annual|fortnightly|biannual|seasonal|friday|monday|mid_week|month_end|obligatory|standard|normal|end_of_year|new_year|holiday|day ..2 check in|checkin|check_up|touchpoint|touch_point|touch_base|catch_up|hello|hi",
      "this|email|note|message|call|it be ..2 check in|checkin|touchpoint",
      "^ ..1 check in $",
      "^ ..1 checkin",
      "time for ..3 check in",
      "do|make ..1 i|we ..3 round ..6 see|check|call|how|everybody|everyone",
      "make|do ..1 i ..2 monthly|weekly|quarterly|usual|regular round|check_in|call",
      "pulse|temperature|vibe|sanity|status|health|wellness check $",
      "pulse|temperature|vibe|status check ..2 on|with|how|where",
      "courtesy|social|goodwill|friendly|routine call|note|email|visit|message|line",
      "i|this ..1 monthly|weekly|quarterly|annual|regular|yearly|usual call|note|email|hello|message|nudge|line|round|reach",
      "i|we|as_part_of ..4 touchpoint|touch_point|check_in cadence|programme|program|schedule|round|campaign",
    ],
    unless: [
      ...askedOrOther,
      "check in with|call ..6 be on",
      "agenda",
      "you|we ..2 book|agree|ask|schedule|set_up|request",
      "reading|reader|log|probe|sensor",
    ],
    when: ({ stage }) => unagreed(stage),
  },
  {
    phrases: [
      "check|checking up|back on|with you|thing|how|where|everyone|everybody",
      "be|to|and|i|^ check on you|thing|everyone|how|VAR $",
      "check on you|thing ..1 this|today|again|before|and|as",
      "check how|where|whether|if you|thing|everything|it|all ..2 @doing|be|stand|change|move",
      "look in on you",
    ],
    unless: [...askedOrOther, "order|part|address|spelling|number|invoice|reading"],
  },
  {
    phrases: [
      // Touching base and its kin.
      "touch ..1 base",
      "touch in with you",
      "touch you base",
      `@intend|${PURPOSE}|i|^ reconnect ..3 with|and|after|you|$`,
      "^ ..1 reconnect",
      `${PURPOSE} ..1 catch up ..3 $|with_you|soon|again|properly`,
      "keep|stay|get|be back? in touch ..2 $|with_you|and",
      "stay|be|remain|get|keep i ..1 on ..1 radar",
      "stay|remain|get|keep|put|pop ..2 on|back_on|onto you radar|mind|screen|agenda",
      "keep|stay|remain ..2 top of mind",
      "stay|remain|be|keep ..2 front of mind|you",
      "keep|have|hold ..2 line|channel ..3 communication open",
      "keep ..2 channel|door|dialogue|conversation|connection|relationship|contact ..2 open|warm|alive|go|active",
      "keep ..1 i in mind",
      "not|do_not forget about i|we|VAR",
      "say|saying ..2 hi|hello|hey|hiya|gday|howdy|bonjour ..3 $|and|from|before|to_you|see|again|how",
      "wave|quick|friendly|little|warm|big|cheery|wee|tiny|sunny|short|cheeky|simple hello|hi|wave ..2 from|$|to|and|you_way",
      "^ ..2 wave hello|from",
      "pop|stick|poke|put i head round|in|over|above|through|around|up",
      "pop|swing|stop|drop by|in|past|round to|and|with|$|@see",
      "drop ..1 you ..1 line to|$|and|@see|because_it|as_it",
      "give you ..2 shout|ring|bell|call|buzz|tinkle ..3 and|to @see|hear|find|say|catch",
      "touch|get|take|have|feel|check|test|gauge|read ..1 pulse|temperature ..2 $|of_thing|on|with|at|over|here|and",
      "test|gauge|check ..1 water|mood|wind|vibe ..2 $|on|with|at|over|and",
      "lose touch|contact ..4 $|with|so|and|here",
      "stay|keep|remain|be ..1 connected|in_contact ..2 $|with_you|and",
      "update i ..2 on|about|with|regarding ..2 status|progress|situation|thing|where|state|development|any",
      "ask|know|hear|learn|see how|what be ..2 status|situation|state|position|progress",
      "get|take ..1 pulse|read|sense ..2 of|on thing|where|how|situation|you",
      "let you know i|we be ..1 still|here|around|thinking",
      "remind you ..1 i|we exist|be_here|be_around|still",
      "show i|we face",
      "keep ..1 contact ..1 with_you|alive|$",
      "maintain|nurture|foster|cultivate ..2 contact|relationship|connection",
    ],
    unless: [...askedOrOther, "touch base plate|coat", "say hello|hi to ..6 at|desk|she|he", "unit|sensor|scanner|display"],
    when: ({ position }) => position !== "closing",
  },
  {
    phrases: [
      // Circling back to see where things are.
      "circle|loop|swing|double ..1 back ..2 $|again|with_you|on_this|to_see|to_ask|to_check|to_hear|in_case|and_see|to_you|here|today|this_week|on_where|on_thing|see",
      "circle|loop|swing back ..1 around|round? to|in|and|on|with|about @see|check|hear|ask|case|this|that|thing|we|i|it|you|where|email|mail|message|below|note|$",
      "^ ..3 circle|loop back ..1 $|as|since|now|before|after|while|because_it|ahead|one|quickly",
      "circle|loop back as|now|before|ahead|while|after_the|once_more|for_a",
      "nothing|not_much|anything ..1 new ..2 on|at|from|over|in i|we|you|there|here",
      "i|we|try|make|like|aim ..3 to|of connect|speak|talk|call|touch|stay|reach_out ..4 every few|couple|so_often|month|quarter|week|now_and",
      "how about you|yours|on_you|at_you ..2 ?|$",
      "i|we ..2 come|return|get|write back towards|to you ..3 in_order|to|for|and|about|with ..1 @see|know|learn|ask|hear|status|question|thing|inquire",
      "to|and re connect ..3 $|with|see|hear",
      "time we speak|talk|catch|touch|reconnect|meet ..2 again|up|base|$",
      "overdue|due|owe ..2 catch|check|chat|call|hello ..1 up|in|$",
      "no ..2 agenda|occasion|purpose ..3 $|here|call|email|message|reach|write|from|other|today",
      "no ..1 particular|special|specific|real reason|agenda|purpose",
      "not ..2 call|write|email|message|ring ..2 about|for|with anything|something ..3 in_particular|specific|special|$",
      "nothing ..2 in particular|to_report|to_sell|special|specific ..3 $|just|i|to|only",
      "nothing urgent|pressing|specific|special ..3 i|only|just",
      "no ..1 reason for|behind|to ..2 @message|@write",
      "you ..2 come_to|spring_to ..1 i|we|mind|head $",
      "you ..2 cross|pop_into|pop_up_in|enter|be_on ..1 i|we mind|head|thoughts",
      "^ ..3 think of|about you ..3 $|and|today",
      "it be|have be ..2 while|minute|age|long|ages|time|moon|century|eternity $|!|and",
      "it be|have be ..2 while|minute|age|long|ages|time ..1 since we ..2 speak|talk|chat|catch|connect|meet|be ..2 $",
      "not ..2 speak|talk|chat|hear|meet|catch|connect|be ..3 in|for ..2 while|age|ages|time|long|bit|month ..6 $",
      "do|make ..2 round this|today|again|and|before|of|to|$",
      "call|ring|go|email|phone round|around ..4 to|and @see|how|say|catch",
      "you ..3 on i list ..4 $",
      "think|figure|want|decide ..3 give you ..2 shout|ring|bell|call|buzz|tinkle ..1 $",
      "@intend drop ..1 line ..1 $|you",
      "make|re_establish|reestablish|renew|resume|restore contact|touch|connection ..1 $|again|with_you|and",
      "feel ..1 thing|you|situation out",
      "^ ..2 still ..2 think|consider|mull|ponder|weigh|keen|undecided|interested|debate|look ..3 ?",
      "still on you? card|table|radar|agenda|mind|list|horizon ..2 ?",
      "still ..1 mull|ponder|chew ..2 over|on",
      "not mind i ..3 check|look|pop",
      "it be|have be ..1 while|minute|long_time|age|some_time|time ..6 so|and i|we think|want|figure|be|decide|would",
    ],
    unless: [
      ...ASKED,
      "i|we say i|we would",
      "circle back once|with|on ..2 answer|number|figure|result|audit|date|quote|sheet|list|price|lab",
      "no reason to",
    ],
  },
  {
    phrases: [
      // To see how you are, how things are, where we are.
      `@see|enquire|inquire|hear|ascertain|determine|discover|catch_up|curious|interested|check|see|find|tell_i|let_i_know how ..2 ${ALL} ..1 be|have_be|have|be_all ..1 ${FARE} ..1 $|${THERE}`,
      `@see|enquire|inquire|hear|curious|tell_i|let_i_know|check how ..1 ${ALL} ..1 ${FARE} ..1 $|${THERE}`,
      `@see|enquire|inquire|hear|curious|tell_i|check how ..1 ${ALL} ..2 be $|${THERE}`,
      `@see|enquire|inquire|hear|curious|tell_i|check how be|go ..2 ${ALL} ..2 $|${THERE}|go|do`,
      `@see|enquire|inquire|hear|curious|tell_i|check how ..1 business|company|life|trade|thing|matter|situation|work ..2 be|@doing|advance ..2 $|${THERE}`,
      `how ..1 be|have|go|do thing|everything|matter|life|business|all|situation ..2 ${FARE}? ..2 with|over|at|on|your|there|in you|there|end|side|VAR`,
      `how|where be ..1 thing|everything|matter|situation|we|it|all ..1 ${FARE} ..3 ?|$|over|with|at|on`,
      "how be thing|everything|life|business ..1 ?",
      "how be we feel|look|do|get_on",
      `how ..2 thing|everything|matter|situation ..1 look|stand|go|be|advance ..2 on|at|from you`,
      "where ..1 you ..2 head ..1 at|be",
      "where|what ..2 we|thing|matter|everything ..1 stand|at|be|get_to ..1 $|now|with_this|on_this|at_you_end|on_you_end|?|at_the_moment|right_now|currently|today",
      "^ ..1 catch up ..1 $",
      "see where we|thing|everything be|stand|land ..2 $|with|on|at|now",
      "see where you be at|with|on",
      "where have we get to",
      "where ..1 we|thing ..1 stand|land|get_to",
      "what be? ..1 latest|new|up|go_on|cook|shake|story ..2 on|at|with|over|there|in ..1 you|there|VAR|end|side|world|camp",
      "what be ..1 latest|new|status|happen ..3 ?",
      "what be ..1 latest $",
      "what you ..1 be ..1 up to ..3 $|these|lately|nowadays|now|and",
      "@see|hear|enquire what be ..1 new|latest|happen|up|go_on|cook ..2 $|with|at|over|on|in",
      "find out|hear what be new|happen",
      `@see|enquire|hear|curious|tell_i how ..3 be|have_be ${GET_ON} $|these|lately|nowadays|over_there|at_you_end|on_you_side`,
      "@see where you be|stand|land ..1 $|now|these|with_thing|with_this|with_it",
      "@see|hear|learn what ..1 you ..3 up to",
      "@see|hear what have be|go|happen ..2 $|over|with|on|at",
      "advise|share|provide|inform|send|confirm|update|enlighten|tell ..3 current|latest|present|status|update|progress|situation|development ..1 status|update|position|progress|situation|development? ..1 $|from|at|of|on_you|from_you|so",
      "know|understand|learn ..1 advancement|evolution|advance|progress|progression|state ..3 $|of|on",
      "how ..1 land lie|wind",
      "lie|lay of land",
      "what be ..1 state|score|verdict|word|scoop|story|craic|sitch|situation|position|status ..1 of? ..1 play|affair|thing? ..4 ?|$|on|at|with",
      "state of play|affair",
      "needle|dial|ball|dust|piece ..1 move|roll|settle|fall ..3 ?",
      "where ..2 you land ..3 ?|$",
      "where be|do you ..2 lean|stand|land ..3 ?",
      "how be|go you ..1 search|decision|project|evaluation|planning|thinking|review ..3 ?",
      "bring i ..1 up to speed|date",
      "give i ..2 update|news|status|sign ..3 $|from|on_where|on_you|on_thing",
      "to|i|could|can|for get|have|take|receive|obtain|know|request|ask_for|hear|expect|want|await ..1 news|status|update ..1 from|of|on|at|about you|VAR|where|how|thing|progress|end|this",
      "know|learn|ask|enquire|inquire|hear ..2 about? current? status|state|stage|position|standing|situation ..2 $|from|at|on|of_thing|with|of_affair",
      "status|state|situation ..1 from|at|on|of you ..1 side|end|part|affair",
      "how matter|thing|work be|stand|progress|advance|develop",
      "enquire|inquire how|about ..3 progress|go|stand|be",
    ],
    unless: [...ASKED, "where be we|you ..3 order|parcel|delivery|invoice"],
    when: ({ stage }) => unagreed(stage),
  },
  {
    phrases: [
      // Any news?
      `any|some ..2 ${NEWS} ..2 ?|$`,
      `any ..1 ${NEWS} ..1 i|we ..1 should|need|can|could|ought|may ..1 know|hear|share|report`,
      `^ ..3 any|some ..2 ${NEWS} ..1 from|on|at|with|regarding|about|over|since|yet|to ..1 ${YOUR_SIDE}|report|share|day|week|month|then|we|last|your ..2 ?|$`,
      "any|have|be ..1 movement|news|progress|headway ..2 on|at|from|since|in you_end|you_side|this|that|it|then|we|last|here|front",
      `^ ..1 ${NEWS} ..3 ?`,
      "anything ..1 new|happen|change|move ..1 $",
      "anything ..1 new|happen|change|move to_report|to_share|at|on|with|since|over|from|in_you_world",
      "if|whether|see|case|wonder anything ..2 change|move|happen|develop|new|shift|evolve ..4 $|@time|since|at|on|over|with|from|end",
      "have ..1 anything|something|everything ..1 change|move|happen|shift|progress|evolve $|on|at|since|with|for_you|over",
      "thing|situation|matter|circumstance ..1 have ..1 move|progress|change|evolve|advance|shift|develop|go_forward",
      "^ ..2 have thing|situation|matter ..1 move|progress|change|evolve|advance|shift|develop",
      "be there|we ..1 any ..2 movement|news|progress|update|development|headway|advance ..3 ?|$|on|at|from",
      "be we ..1 any ..2 close|further|near",
    ],
    unless: [
      ...ASKED,
      "feedback|thoughts|decision on|about|from|in|to ..6 proposal|quote|draft|section|clause|board|page|sample|trial|pilot|sheet|plan",
      "delivery|address|tender|version|release|firmware|software|invoice",
    ],
  },
];
