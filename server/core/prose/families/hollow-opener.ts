import type { Saying } from "../family.ts";

const HOPE = "@hope|hope|trust|pray|wish|fingers_cross|finger_cross|here_be_to_hope";
const GOOD =
  "well|good|great|fine|super|fantastic|amazing|awesome|wonderful|lovely|brilliant|excellent|terrific|splendid|productive|healthy|health|happy|safe|sound|warm|cool|dry|cosy|cozy|ok|okay|alright|right|strong|flourish|thrive|prosper|blessed|bless|peachy|dandy|kind|kindly|nice|nicely|smooth|smoothly|pleasant|relax|rest|restful|refresh|recharge|enjoyable|fruitful|fab|fabulous|epic|rock|crush|boom|spirit|spirits|pink|swimmingly|start|perfect|perfectly|positive|top|cracking|grand|beautiful|sunny|bright|magnificent|successful|stellar|best|busy|swamped|hot|cold|merry|jolly|tip_top|tiptop|fit|survive|enjoy|shine|off|kill_it|rosy|rad|stress|festive|fresh|energise|energized|energised|motivated|inspired|crazy|hectic|wild|mad|bearable|manageable";
const SPAN =
  "day|week|weekend|morning|afternoon|evening|month|quarter|year|summer|winter|spring|autumn|fall|holiday|vacation|break|start|monday|tuesday|wednesday|thursday|friday|saturday|sunday|season|rest|time|hump_day|easter|christmas|thanksgiving|weather|sunshine|sun";
const DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|hump_day|humpday|weekend|friyay|fri_yay|mon_yay|hump";
const NOTE = "@message|email|e_mail|mail|message|note|letter|line|missive|text|dm|invite|this|it|these|word|post";
/** Something particular, shared or told. */
const PARTICULAR = [
  "you tell|mention|say|announce|describe|write|post",
  "ok|okay|happy|good with|for NUM|that|this|it",
  "time|chance|opportunity ..1 to ..1 read|look|see|skim|review|try|go|test|open",
  "week NUM",
  "visit|trip|flight|move|launch|audit|show|fair|conference|talk|race|marathon|wedding|baby|opening|training|delivery|install|installation|workshop|webinar|surgery|leave|shutdown|relocation|party|flood|fire|storm",
  "no reply|answer ..1 need",
  "and|i wish you well with|at|in",
];

/** A pleasantry that could stand above any message to anyone. A specific, shared or true one is none. */
export const hollowOpener: readonly Saying[] = [
  {
    phrases: [
      // Finds you well.
      `${HOPE} ..4 ${NOTE} ..2 find|catch you`,
      `${HOPE} ..4 ${NOTE} ..2 reach|meet|get_to|greet|arrive you ..1 in|well|at|good`,
      `may ${NOTE} ..4 find|catch|reach|meet you`,
      `may ${NOTE} ..1 @message? ..1 find|catch|reach|meet you`,
      `may you ..5 ${SPAN}|health|success|prosper`,
      `^ ..4 ${NOTE} ..1 find you ..2 ${GOOD}`,
      "find you ..2 well|good_health|good_spirit|in_good|in_best|in_great|thrive|flourish|best_of",
      "to find you well",
      "@message find|meet you in|at ..2 good|best|great|health|spirit",
    ],
    opening: 3,
  },
  {
    phrases: [
      // Hope you are well; hope you had a great weekend.
      `${HOPE} ..4 you ..5 be|keep|stay|do|feel|remain|fare|go|get|have_be|lot|be_all|been|hold ..3 ${GOOD}`,
      `${HOPE} ..4 you ..2 ${GOOD}`,
      `${HOPE} ..4 you ..3 have|enjoy|get|spend|make|survive|experience|rock|love|savour|soak ..4 ${SPAN}`,
      `${HOPE} ..4 you ..3 have|spend|enjoy ..2 ${GOOD} ..2 one|${SPAN}`,
      `${HOPE} ..4 you ..3 settle|ease|get|slide ..3 into ..3 ${SPAN}|work|swing`,
      `${HOPE} ..4 you ..3 have ..2 something fun|nice|good`,
      `${HOPE} ..4 you ..3 have ..2 coffee|caffeine`,
      `${HOPE} ..3 all|everything|thing|life|business|work|you_team|family|you_family|you_love_one|world|trade ..1 be|go|have|treat|keep|look|do|at ..4 ${GOOD}`,
      `${HOPE} ..3 all|everything|thing|life|business|work ..2 ${GOOD}`,
      `${HOPE} ..3 everyone|everybody|all|team|folk|gang|crew ..5 be|keep|do|have ..3 ${GOOD}`,
      `${HOPE} ..4 you ..5 unwind|relax|recharge|rest|disconnect|switch_off|wind_down|chill|celebrate`,
      `${HOPE} ..4 you ..4 fun|blast|ball|joy`,
      `${HOPE} ..4 kid|child|wife|husband|dog|baby|team|inbox|office|commute|heat|rain|snow|cold|garden|pollen|traffic ..6 ${GOOD}|calm|calmer|quiet|back|not|behave`,
      `${HOPE} ..4 you ..3 ready|set|gear|look_forward|prepare ..2 for|to|up ..3 ${SPAN}`,
      `${HOPE} ..4 you ..3 settle|ease|back|get|slide ..6 ${SPAN}|swing|thing|routine|groove|saddle`,
      "^ ..2 hope|trust|hopefully you be ..4 $",
      "^ ..2 hope|trust|hopefully all|everything|everyone|life|thing be ..4 $",
      `${HOPE} ..3 all|everything|thing|life|business ..2 go|be ..2 to_plan|you_way|with_you|at_you_end`,
      `${HOPE} ..4 ${SPAN} ..1 be|have|treat|go|start|get|find|look|bring|finish|kick ..6 ${GOOD}|you|flying|start|swing|bang`,
      `${HOPE} ..4 you ..3 ${SPAN} ..3 ${GOOD}`,
      `${HOPE} ..4 sun|weather|coffee ..2 be ..2 shine|treat|good|kick|strong|kind|nice`,
      `${HOPE} ..2 you ..2 not ..3 busy|swamped|melt|freeze|soak|wet|work_too`,
      `${HOPE} ..4 you and|or you|all|everyone|team|family|love ..6 ${GOOD}`,
      "all|everything ..1 be? ..1 well|good|fine|great ..2 with|at|on|over|in ..1 you|there|world",
      "good|best of health|spirit",
      "pink of health",
      "high|good spirit",
      `wish you ..6 ${SPAN}|health|success ..2 $|ahead|and|to|from|full`,
      "^ ..3 wish you ..3 well|best $|and|from",
    ],
    unless: PARTICULAR,
    opening: 2,
  },
  {
    phrases: [
      // How are you?
      "how be|do|have|go you|we|ya|thing|everything|life|it|all ..1 be|do|go|feel|keep|get_on|get_along|hold_up|fare|hang|treat_you ..3 ?|$|today|morning|afternoon|evening|day|with_you|these|week",
      "how be|go|do you|we|ya|thing|everything|life|it|all|you_all|trick ..2 today|this|morning|afternoon|evening|lately|?|$|over|with_you",
      `how be|have|do ..2 ${SPAN}|family|life|world|kid|business ..1 be|go|treat|start|shape|look|so_far|?|$|out|over|there|for_you`,
      "how be you|we ..1 fine|lovely|beautiful|sunny|find|do|keep|this|today ..3 ?|$|morning|day",
      "how do you do",
      "^ ..3 you|all|everything|everyone|thing|we be? well|good|alright|okay|ok|fine ?",
      "^ ..2 you ..1 keep|do|feel|have|be ..1 well|good|alright|okay|ok|great|fine ..3 ?",
      "^ ..3 be ..1 you ..1 keep|do|feel|have|all? ..1 well|good|alright|okay|ok|great|fine ..3 ?",
      "^ ..3 be all|everything|thing ..1 well|good|alright|okay|ok|great|fine ..3 ?",
      "^ ..2 have you ..3 good|great|nice|lovely|pleasant|fun ..1 day|week|weekend|morning ..3 ?",
      "^ ..3 have|do|be|get up|you ..2 anything|something ..1 nice|fun|exciting|good|plan ..3 ?",
      "^ ..2 have|do you ..3 nice|good|great|lovely weekend|week|day|holiday|break",
      "^ ..2 what ..1 up ?",
      "^ ..2 ready|set for|to ..3 weekend|christmas|holiday",
      "plan ..1 for|this ..1 weekend|evening|holiday|summer|christmas|break ..2 ?",
      "^ ..2 what beautiful|gorgeous|lovely|glorious|great|crazy|wonderful|awful|terrible|week|day|morning|time ..3 $",
      "weather treat you",
      "how be ..1 weather",
      "^ ..2 lovely|nice|beautiful|awful|terrible|gorgeous|glorious|crazy|some weather",
    ],
    unless: [...PARTICULAR, "how be you ..1 get|handle|manage|cover"],
    opening: 2,
    when: ({ stage, thread }) => stage !== "customer" || thread !== "reply",
  },
  {
    phrases: [
      // Happy Friday; greetings of the day.
      `^ ..3 happy ..1 ${DAYS}`,
      `^ ..4 merry|marvellous|marvelous|wonderful|great|lovely|beautiful|fabulous|splendid|fantastic|terrific|magnificent|glorious|cheerful ${DAYS}`,
      "^ ..2 happy new_year ..2 !|$",
      "^ ..4 hope NUM be|have|bring|treat|get|start|go",
      `^ happy ..3 week|weekend|start`,
      "^ ..2 tgif|t_g_i_f",
      "^ thank god|goodness it be friday",
      "greet of day",
      "compliment of day|season",
      "^ ..2 top of morning",
      "^ ..4 warm|warmest|sunny|best|kind|cordial|heartfelt|friendly|sincere greet|wish|regard|hello ..2 from|of|to|and|$",
      "^ greet|salutation ..1 from",
      "very good morning|afternoon|evening|day to you",
      "good morning|afternoon|evening|day to you",
      `^ ..3 have ..2 ${GOOD} ..1 ${SPAN}`,
      `^ ..2 enjoy you|rest ..2 ${SPAN}`,
      "^ ..2 enjoy weekend|sunshine|sun|weather|day|summer",
      `it be ..2 ${DAYS} ..2 !`,
      "^ ..2 almost|nearly ..2 weekend|friday",
      "^ ..2 another day another dollar",
      "^ ..2 hope spring|new_year",
    ],
    unless: PARTICULAR,
    opening: 1,
    when: ({ position }) => position !== "closing",
  },
  {
    phrases: [
      // Nice to e-meet you; long time no see; did I catch you at a bad time.
      "e meet|meeting you",
      "emeet you",
      "virtual|virtually|digitally|electronically meet",
      "meet you virtually|digitally|online|electronically|via_email|by_email|over_email",
      "^ ..3 nice|good|great|lovely|pleasure|pleased|glad|delighted to meet|make ..2 you|acquaintance ..1 $|VAR|and",
      "long time no see|speak|talk|chat|hear|write",
      "it be|have be ..1 too long|ages $|!|since",
      "^ ..3 know|bet|imagine|sure|realise|realize|appreciate|understand|guess you ..4 busy|swamped|flat_out|stretched ..2 $|but|person|man|woman|and|i|lady|guy|bee",
      "^ ..2 send|sending ..4 vibe|wish|energy|sunshine|warmth|hug|cheer|smile",
      "^ ..2 you do not know i|we",
      "^ ..6 catch you at|in ..2 bad|good|wrong|busy|right|middle",
      "^ ..3 be this|now ..2 bad|good|convenient time",
      "^ ..3 let i ..1 introduce|start_by",
      "^ ..3 how ..1 nice|lovely|good|wonderful to",
      "it be ..1 pleasure|honour|honor|privilege to ..1 write|connect|reach|contact|address",
    ],
    unless: [
      "if|whether ..3 catch you",
      "at|in|on ..4 fair|dinner|show|forum|conference|event|stand|booth|tuesday|monday|wednesday|thursday|friday|yesterday|last|week",
      "bad time ..2 to|for",
    ],
    opening: 2,
  },
];
