import type { Saying } from "../family.ts";

const WELL = "ok|alright|all_right|fine|safe|unharmed|unhurt|healthy|alive|in_one_piece|in_good_health|in_good_shape|in_good_spirits";
const ILL = "ill|sick|unwell|poorly|hurt|injured|hospitalised|hospitalized|bedridden|dead|laid_up|under_weather|in_trouble|in_danger";
const AFRAID = "worried|concerned|anxious|uneasy|nervous|frantic|alarmed|afraid|scared|fearful|fretting|panicking";
const HARM =
  "accident|illness|emergency|misfortune|tragedy|calamity|mishap|health|health_problem|health_issue|sickness|hospital|serious|wrong|amiss|untoward|bad|terrible|awful|horrible|dreadful";
const UNHEARD =
  "not_hear|never_hear|not_have_hear|not_have_word|not_have_reply|no_reply|no_response|no_answer|no_word|no_news|without_news|without_reply|silence|silent|quiet|no_sign|not_see|not_reply|not_respond|not_answer|not_write|hear_nothing|nothing_hear";
const BEAST =
  "alien|ufo|bear|lion|tiger|shark|whale|alligator|crocodile|hippo|dinosaur|dragon|wolf|wolves|zombie|pirate|kraken|monster|yeti|bigfoot|snake|python|martian|ninja|cannibal|gremlin";
const TAKEN =
  "eat|take|get|abduct|kidnap|swallow|catch|snatch|carry_off|grab|devour|capture|steal|beam|chase|maul|attack|drag|gobble|nab|whisk|carry|have|drag";
const STRUCK =
  "eat|abduct|kidnap|swallow|devour|capture|maul|trap|pin|bury|strand|shipwreck|maroon|crush|flatten|squash|snow_in|lock|hold_hostage|take_hostage|hit_by|run_over|struck_by|chase_by|attack|beam|stuck|suck|imprison|arrest|knock_out|wash_away|wash_up|sweep_away|lose_at_sea|concussed|comatose";
const RESCUE =
  "search_party|rescue|mountain_rescue|coast_guard|coastguard|police|ambulance|paramedic|medic|doctor|helicopter|lifeboat|lifeguard|cavalry|fire_brigade|firefighter|hospital|emergency_service|search_and_rescue|rescue_team|rescue_dog|sniffer_dog|st_bernard|saint_bernard|detective|sherlock|mi5|fbi|army|for_help|marine|authorities|missing_persons";
const EVENT =
  "storm|hurricane|flood|earthquake|fire|wildfire|strike|power_cut|blackout|outage|cyberattack|heatwave|typhoon|tornado|breach|explosion|surgery|operation|you_mention|you_tell|you_write|you_say|you_report|you_newsletter|you_post|you_announce|you_let_i_know";
const THING = [
  "ok|fine|alright|all_right with|for NUM|VAR|login|invoice|pilot|date|terms|price|sandbox|form|setup|order|delivery|it|that|this|these|those|if|we|i",
  "ok|fine|alright|all_right to",
];

/** Concern for the reader inferred from silence alone, joking or not. Worry about a named event, a thing, or what they told us is none. */
export const falseWorry: readonly Saying[] = [
  {
    // Hoping they are alive and well.
    phrases: [
      `know|say|tell|see|hear ..2 you be ..1 still ..2 ${WELL}|with_we|among|here|around|breathe|kick|there`,
      "@hope|pray|hate ..2 you ..2 be not|never ..3 lie|stick|lose|trap|buried|ditch|hospital|run|stuck|alone|sick",
      "@hope|pray|sure|assume|tell_i|tell_we|say|know ..2 you|nobody|no_one|someone|somebody|nothing ..2 not|nobody|nothing ..3 come_down_with|catch|contract|suffer|meet_with|end_up|land_in|be_run|be_hit|get_hit|go_under|have_fall|fall_ill|collapse|perish|pass_away|kidnap|abduct|eat|steal|take_you|get_you",
      "@hope|pray|assume ..2 you ..3 survive|make_it_through|get_through|recover|pull_through|still_stand ..4 $|!|week|weekend|flu|ordeal|everything|whatever",
      "check|see|sure|know|wonder|whether|@hope ..2 you ..1 survive|live|still_breathe|still_alive|still_exist|make_it_out|still_around|still_stand",
      "sleep better|easy|sound|well ..3 know|hear|if",
      "put|set @i ..1 mind ..2 rest|ease",
      "good|great|relief|nice|relieved to ..1 know|hear|see ..3 you ..2 ok|alive|safe|fine|breathing",
      "sure|know|check|whether|if|that you ..2 be ..2 safe_and|alive_and|safe|well $|!|or",
      "sure you be? good|well|ok|alright|alive $|!|have_not|not|since|and|over",
      `@hope|pray|assume|presume|hop that? you ..4 be ..2 ${WELL}`,
      `@hope|pray that? everything|everyone|everybody|thing|all ..4 ${WELL}`,
      `@hope|pray|assume you ..3 not ..3 ${ILL}|${STRUCK}`,
      `@hope|pray|assume not ${ILL}`,
      `@hope|pray|assume ..3 no|not|nothing ..5 ${HARM}`,
      "@hope|pray|assume ..2 nothing|no_harm|no_evil|no_ill ..3 happen|befall|occur|come_to|go_wrong|up|wrong|amiss|keep_you",
      "no ..2 misfortune|harm|accident|disaster|tragedy ..3 befall|come_to|happen",
      `say|sure|make_sure|certain|know|confirm|reassure|verify|convince|tell_i|tell_we|check|see|hear|whether|if that? you ..3 be|be_still|keep ..3 ${WELL}|well_and`,
      `sure|know|check|see|tell_i|tell_we|confirm|hear you ..2 not ..3 ${ILL}|${STRUCK}`,
      `sure|know|check|see|whether|if all|everything|thing be ${WELL} $|?|with_you|over_there|at_you_end|on_you_end|on_you_side|at_you_side|you_end|at_home`,
    ],
    unless: [EVENT, ...THING],
    when: ({ field }) => field === "body",
  },
  {
    // Asking after their health.
    phrases: [
      "be you dead|ill|sick|alive|ok|alright or",
      "everything|all be ..1 fine|ok|alright ..1 at|on|with|from ..1 you ..1 side|end|place ?|$",
      "worry ..1 i|myself ..1 sick|silly|to_death|ill",
      "something|thing|anything ..1 must|may|might|could|will ..1 have ..1 happen|go_wrong|befall|occur",
      "be someone|somebody|anyone|anybody|everyone|you ..1 sick|ill|unwell|hurt|injured|hospital ?|$|at|in|over|or",
      "you be not ..4 trouble|ill|sick|hospital|hurt|danger|unwell ..4 be_you",
      "you ..1 plane|ship|boat|train go|be down|under|sink|lost|hijack|derail|crash",
      "should|shall|do|must|can @i ..3 send|order|arrange|bring ..2 flower|wreath|condolence|get_well|soup|chicken_soup|grape|casserole|first_aid|oxygen",
      "get_well_card|get_well_soon|chicken_soup|rest_in_peace|obituary|funeral|condolence|eulogy",
      "^ ..2 everything|all ok|good|fine|alright VAR|with_you|over_there",
      "do|have ..1 you ..1 fall|tumble|slip|plunge ..3 well|hole|cliff|stair|ditch|lake|crevasse|canyon|pit|rock|ladder|roof",
      "be you ..2 do ok|alright|all_right|fine",
      "be all|everything ..1 good|ok|alright|well with_you|over_there|at_you_end|on_you_end",
      "be you ..2 ok|alright|all_right|safe|unwell|ill|sick|poorly|hurt|alive|unharmed ?|!|$|over_there|out_there|in_there|these_day|though|or",
      "^ ..2 you ok|alright|all_right|alive|good ?|!|$|over_there|out_there|in_there|hun|mate|buddy|bro|friend|pal|man|dude|love|there",
      "be you|everyone_s ..1 health ..1 good|ok|alright|fine",
      "how be ..1 you ..1 health",
      "be you ..1 health|safety",
      `be|^|hey|hi everything|everyone|everybody|thing|all ..1 ${WELL}|good ?|!|$|with_you|over_there|at_you_end|on_you_end|at_you_side|on_you_side|you_end|at_home|in_you_world|in_office|in_you|with_you_health`,
      "do|have something|anything ..1 bad|terrible|awful|serious ..1 happen|occur|come_up",
      "do|have something|anything happen ?|$|to_you|to_everyone|over_there|at_you_end|on_you_end",
      `you may|might|could be|have ..2 ${ILL}`,
      "what be? wrong|amiss|up|matter ?|with_you",
      "be|have ..2 something|anything ..2 wrong|amiss|up|matter ?|$|with_you|over_there|at_you_end|at_home|on_you_end",
      "something ..2 be wrong|amiss|up|off $|?|with_you|over_there",
      "be it|this|that ..2 something|anything ..1 serious|bad|health|medical",
      "anything|something go_on|happen ..4 worry|concern|know_about",
      "how be you health|how you health",
    ],
    when: ({ stage, thread }) => stage !== "customer" || thread !== "reply",
    unless: [
      EVENT,
      ...THING,
      "or ..2 should|shall|can|do",
      "trolley|lift|colour|color|sample|alarm|sensor|device|button|system|app|screen|clause|document|since|contract|page|report|webhook|rate|log|server",
      "all|everything|thing good with|for",
    ],
  },
  {
    // Saying that one worries.
    phrases: [
      "fear|think|imagine|assume|expect|suspect|dread|figure|picture|brace_for|prepare_for worst",
      "you ..1 have|give|get @i ..2 scare|worry|fright|concerned|frightened|panic",
      "scare|worry|frighten|alarm|concern|unsettle|trouble @i ..2 $|!|little|bit|that|when|not|as|because|lately",
      "@i ..3 make ..1 @i ..2 worry|sorrow",
      "make|give @i ..2 worry|sorrow ..3 about|for you",
      `${AFRAID} about you $|?|!|VAR|all|guy|folk|team|safety|wellbeing|health|and|because|as|since|when|if|lately|now|these`,
      `${AFRAID} for you $|?|!|VAR|safety|wellbeing|health|and|because|as|since`,
      `@i ..4 ${AFRAID} little|bit|lot? $|!|VAR`,
      `@i ..6 ${AFRAID} ..8 ${UNHEARD}`,
      `${UNHEARD} ..10 ${AFRAID}|concern|worries|alarm|alarm_bells`,
      `@i ..2 be|get|grow|become|start|begin ..4 ${AFRAID} something|that_something|you_may|you_might|you_have|if_you|whether_you|when`,
      `^ ..2 ${AFRAID} $|VAR`,
      `expect|hope|wait ..8 made|leave @i ..2 ${AFRAID}`,
      `have|cause|give|make ..3 ${AFRAID}|tension|sleepless|heart_attack|scare $|about_you|whether|for_you`,
      "have tension|tensed whether|about_you|that|because|as",
      "fear|think|imagine|assume|expect|suspect|dread worst",
      "cause|reason|ground|time for|to concern|worry|alarm|panic ?|$",
      `should|shall|must|need ..2 @i ..2 ${AFRAID}`,
      `@i ..3 should|shall|must|need ..2 be ${AFRAID}`,
      "lose|lie_awake|awake|sleepless ..3 sleep|night|wonder|worry ..4 you",
      "relief|relieved|glad|good|happy ..3 hear|know|see ..3 alive|you_be_ok|you_be_safe|you_be_still",
      "keep you in|be in|you_be_in|have_you_in @i thought|prayer",
      "not like|unlike you to ..2 be|go|stay|keep ..1 silent|quiet|dark|mute|silence",
      "not like|unlike you to not|ignore|miss|vanish|disappear|skip",
      "not like|unlike you $|!|?|at_all|and",
      "unusual|strange|odd|weird|rare ..4 you|from_you ..3 not|silent|quiet|silence ..8 worry|health|hope|trust|ok",
    ],
    unless: [
      EVENT,
      "not|never|no be? worry|concerned|need_to_worry",
      "worried|concerned ..2 about|with|by ..2 valve|price|cost|data|security|migration|risk|rate|reading",
      "no worry",
      "you be|feel|sound|seem worried|concerned|anxious|nervous|afraid",
    ],
  },
  {
    // What might have become of them, in jest or not.
    phrases: [
      "swat_team|loch_ness|nessie|volleyball|witness_protection|stockholm_syndrome|ransom_note|ransom|castaway|robinson_crusoe|houdini|bat_signal|distress_signal|distress_call|emergency_flare|life_raft|life_jacket|lifeline|defibrillator|oxygen_mask",
      "piano|anvil|meteor|asteroid|bus|truck|lorry|train|tram|tree|satellite|cow|coconut|ceiling|roof|bookcase|wall ..2 fall|hit|crush|land|flatten|run_over|drop ..1 on|you|onto ..1",
      "run|hit|knock|mow|flatten ..1 over|down|by ..2 bus|truck|car|tram|lorry|bike|train|steamroller|bulldozer",
      "you ..4 lie|lay|stuck|stick|trap|lost|stranded|maroon|hide|lock|bury|bound|tie ..2 in|on|under|up|at|inside ..2 ditch|hospital|bed|island|lift|elevator|basement|cellar|wood|desert|jungle|snow|mountain|sea|cave|dungeon|trunk|avalanche|rubble|traffic|cupboard|closet|bathroom|toilet|bunker|tunnel|room|chair|paperwork|spreadsheet|inbox",
      "picture|imagine|see|think_of|vision ..1 of? you ..2 maroon|strand|stick|trap|lose|buried|chain|lie|hide",
      "do|have you ..1 get ..1 lost|stuck|trap|kidnap|abduct|eat|swallow|arrest",
      "get ..1 you ?|$|!|first|yet|too|already",
      "imagination ..2 run|go ..2 wild|overtime|riot|away",
      "back from|to dead|living|land",
      "you ..2 still ..1 among|amongst|with|in|part_of ..1 living|we|land|world",
      "you ..2 get|turn|come|make_it ..2 one_piece|alive",
      "tap|cough|nod|knock|honk|whistle|wink|squeak|howl|bark|blink|wave|flash ..1 once|twice|three_time|if|for ..4 you|yes|trap|help|alive|held|hostage|will|duress|rescue|ok|not",
      "cough|tap|blink|knock|nod once|twice",
      "hold ..1 against you will",
      "you ..2 have? be ..1 eat|abduct|kidnap|swallow|trap|shipwreck|maroon|hold_captive|capture|possess|turn_into_zombie|run_over|beam ..1 by|under|into|$|!|?|or",
      "do|have|be ..1 someone|somebody|something|anyone|they|people ..2 kidnap|abduct|eat|steal|kill|lock|tie|bury|trap|arrest|poach ..1 you",
      "someone|somebody|something ..3 kidnap|abduct|eat|swallow|lock|tie ..1 you",
      `${BEAST} ..3 ${TAKEN} ..1 you|VAR`,
      `${TAKEN} ..2 by ..3 ${BEAST}|quicksand|tornado|avalanche|blizzard|landslide|inbox|workload|paperwork|bermuda_triangle|black_hole|wormhole|sinkhole`,
      `you|VAR ..3 be|get|have ..3 ${STRUCK} ..2 $|or|and|by|in|under|on|somewhere|inside|into|at|behind|beneath|with|off|out`,
      `you ..4 not ..3 ${STRUCK} ..2 by|in|under|on|somewhere|inside|into|at|behind|beneath|with|off|out`,
      "you ..4 fall|drop|vanish|disappear|slip ..3 off|into|down|from|through ..3 earth|planet|map|cliff|face|hole|well|volcano|manhole|crevasse|ravine|thin_air|radar|grid|bermuda|abyss|staircase|mountain|matrix|portal",
      "you ..4 run_off|elope|run_away|move|flee|retire|sail ..3 bali|circus|hawaii|bahamas|tahiti|desert_island|island|mexico|caribbean|maldives|timbuktu|mars|moon|monastery|witness_protection|tropics|wood|mountain|jungle|fiji|goa",
      "win|won lottery ..6 beach|island|yacht|retire|forget",
      `should|shall|do|must|can|could|ought ..2 @i|someone|somebody|anyone ..3 send|call|alert|ring|phone|dispatch|organise|organize|summon|notify|launch|scramble|form|file|involve ..4 ${RESCUE}`,
      `^ ..2 send|call|alert|dispatch|summon|scramble|phone ..4 ${RESCUE}`,
      "send|call|alert|dispatch|organise|organize|summon|launch|scramble ..3 search_party|rescue|mountain_rescue|coast_guard|coastguard|helicopter|cavalry|lifeboat|st_bernard|saint_bernard|sniffer_dog|police",
      "file|report|put|raise|print|post ..6 missing_person|missing_poster|milk_carton|missing_report|lost_and_found|lamp_post|lamppost",
      "milk_carton|proof_of_life|sign_of_life|life_sign|smoke_signal|carrier_pigeon|message_in_bottle|sos|mayday|send_flare|fire_flare|light_flare|blink_twice|blink_once|blink_if|tap_twice|knock_twice|knock_once|check_you_pulse|take_you_pulse|check_for_pulse|witness_protection|desert_island|among_living|land_of_living|back_from_dead|still_with_we|still_breathing|still_kicking|still_alive|alive_and_kicking|alive_and_well",
      "still|anyone|anybody|someone|you|everyone|be ..2 alive|breathing ?|!|$|in_there|out_there|over_there|under|at|in_you|and",
      "VAR|you ..3 go|report|declare missing",
      "hear|have|get|give_i|show_i|send ..2 pulse|heartbeat",
      "wonder|thought|guess|suspect|fear ..5 you ..4 accident|hospital|poorly|ill|unwell|coma|dead|die|kidnapped|abducted|arrested",
      "you ..3 be|get|have|meet|suffer ..3 accident ?|$|or|and|lately|recently",
    ],
    unless: [
      EVENT,
      "you elderly|tender|bid|plan|crew|patient|tenant|worker|user|driver|guard|alarm|sensor|device|button|panel|heartbeat|server|log|system|signal_range",
      "clip|probe|clamp|guard_panel|desk",
      "file|page|stock|model|unit|machine|part|line|certificate ..6 still_with_we|alive|breathing",
      "no|not|never trap|stuck",
    ],
  },
];
