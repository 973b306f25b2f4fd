import { allTouches, blanks, type Playbook, textsOf } from "../core/index.ts";
import { canSay } from "./blanks.ts";

/** What a target may be able to hold, besides the words and days of the main line. */
export type Feature =
  | "fields"
  | "reasons"
  | "particulars"
  | "summary"
  | "businessDays"
  | "fallbacks"
  | "manualTasks"
  | "words"
  | "modes"
  | "threads"
  | "negativeOptions"
  | "voicemails"
  | "examples"
  | "branches"
  | "around";

/** Something that a target cannot express, and what to do about it there. */
export type Loss = { readonly what: string; readonly todo: string };

/** What of a playbook a target that holds only some features cannot express. Only what this playbook has. */
export function lossesOf(
  playbook: Playbook,
  holds: ReadonlySet<Feature>,
  foreign: readonly string[] = [],
  orphan?: string,
  markup: readonly string[] = [],
): readonly Loss[] {
  const { touches, replies, afterwards, audience, motive, research, variables } = playbook;
  const named = (list: readonly string[]) => list.map((one) => `“${one}”`).join(", ");
  const ids = (of: (touch: Playbook["touches"][number]) => unknown) => touches.filter(of).map(({ id }) => id);
  const said = (feature: Feature, found: boolean | readonly unknown[] | undefined | string, what: string, todo: string): readonly Loss[] =>
    holds.has(feature) || !found || (Array.isArray(found) && found.length === 0) ? [] : [{ what, todo }];

  const handled = Object.keys(replies);
  const branchTouches = allTouches(playbook).length - touches.length;
  const last = touches.filter(({ kind }) => kind === "take-away");
  const spoken = ids((touch) => "voicemail" in touch && touch.voicemail);
  const borrowed = ids((touch) => touch["words-from"]);
  const paired = ids((touch) => touch["pairs-with"]);
  const used = new Set(touches.flatMap((touch) => textsOf(touch).flatMap(({ text }) => blanks(text).map(({ name }) => name))));
  // A tool with fallbacks of its own holds those that are words it can write; whole sentences it cannot leave out.
  const withFallback = Object.entries(variables).flatMap(([name, { fallback }]) =>
    fallback === undefined || !used.has(name) || (holds.has("fallbacks") && (holds.has("around") || canSay(fallback))) ? [] : [name],
  );
  return [
    ...said(
      "branches",
      handled,
      `What happens on a reply: ${handled.join(", ")}${branchTouches > 0 ? `, with ${branchTouches} ${branchTouches === 1 ? "touch" : "touches"} of their own` : ""}.`,
      "Switch on “stop on reply” and the opt-out, and let reps handle each answer from the handbook.",
    ),
    ...said(
      "negativeOptions",
      ids((touch) => touch["negative-option"]),
      `That ${named(ids((touch) => touch["negative-option"]))} must leave an easy no. The words are there; nothing watches over them.`,
      "Change messages here and export again, not there.",
    ),
    ...said(
      "fields",
      last.length > 0 && last.map(({ id }) => id),
      `That ${named(last.map(({ id }) => id))} is the last word and nothing follows.`,
      "Add no step after it.",
    ),
    ...said(
      "around",
      afterwards.rest,
      `The rest of ${afterwards.rest} before anybody comes back${afterwards["return-only-with"] === undefined ? "" : ", and what must be new by then"}.`,
      "Set a rule there that keeps them out for that long.",
    ),
    ...said(
      "around",
      audience.exclude,
      `Who must not be enrolled: ${audience.exclude.length} ${audience.exclude.length === 1 ? "kind" : "kinds"} of people.`,
      "Filter them out of the list before you enrol it.",
    ),
    ...said("around", playbook.owner, "Who owns it.", "Name the owner there, too: reps have somebody to ask."),
    ...said("summary", playbook.summary, "The summary.", "Nothing: reps read it in the handbook."),
    ...said("around", afterwards.relationship, "What keeps the relationship afterwards.", "Reps find it in the handbook."),
    ...said(
      "around",
      audience["start-when"] ?? motive.benefit ?? motive.belief ?? research.find[0],
      "For whom it is, why it serves them, and what to find out first.",
      "Reps find it in the handbook.",
    ),
    ...said(
      "fields",
      ids((touch) => (holds.has("reasons") ? undefined : touch.reason) ?? touch.value ?? touch.asset),
      holds.has("reasons") ? "What each touch brings." : "The reason of each touch, and what it brings.",
      "Reps find them in the handbook.",
    ),
    ...said(
      "fields",
      ids(({ ask }) => ask !== "none"),
      "Which rung each touch asks for.",
      "Nothing: it is for the checks here.",
    ),
    ...said(
      "fields",
      paired,
      `That ${named(paired)} ${paired.length === 1 ? "completes a touch" : "complete touches"} of the same day, so that the two count as one.`,
      "Look at the limits of touches a day there.",
    ),
    ...said(
      "fields",
      borrowed,
      `That ${named(borrowed)} ${borrowed.length === 1 ? "takes" : "take"} the words of a shared asset.`,
      "Change shared words here and export again, not there.",
    ),
    ...said(
      "particulars",
      ids((touch) => touch.deadline),
      `The source of the deadline in ${named(ids((touch) => touch.deadline))}.`,
      "Keep the source in the words.",
    ),
    ...said(
      "particulars",
      ids((touch) => "event" in touch && touch.event),
      `The date and place of the event in ${named(ids((touch) => "event" in touch && touch.event))}.`,
      "Keep them in the words.",
    ),
    ...said(
      "fields",
      ids((touch) => touch.kind === "greeting"),
      `That ${named(ids((touch) => touch.kind === "greeting"))} only greets.`,
      "Nothing: it is for the checks here.",
    ),
    ...said(
      "fields",
      ids((touch) => touch.guidance),
      `The guidance of ${named(ids((touch) => touch.guidance))}, where the step carries no note.`,
      "Reps find it in the handbook.",
    ),
    ...said(
      "voicemails",
      spoken,
      `The voicemail of ${named(spoken)} as a text of its own; it stands below the script.`,
      "Nothing, unless your tool drops recordings: then read them from there.",
    ),
    ...said(
      "businessDays",
      touches.some(({ day }) => day > 1),
      "Business days. Days were counted as on a calendar, for a first touch on a Monday.",
      "Let it send on weekdays only.",
    ),
    ...(withFallback.length === 0
      ? []
      : [
          {
            what: `What to say when ${named(withFallback)} ${withFallback.length === 1 ? "is" : "are"} not known.`,
            todo: "Fill the blanks of everybody you enrol, or set a fallback there.",
          },
        ]),
    ...said("examples", Object.keys(variables), "The examples and meanings of the variables.", "Nothing: they are for the handbook."),
    ...said("around", playbook["calling-hours"] !== undefined, "The calling hours.", "Set them in the schedule there."),
    ...said(
      "modes",
      ids(({ mode }) => mode === "automatic"),
      `That ${named(ids(({ mode }) => mode === "automatic"))} may go out by itself.`,
      "Everything waits for a person.",
    ),
    ...said(
      "threads",
      ids((touch) => "thread" in touch && touch.thread === "reply"),
      `That ${named(ids((touch) => "thread" in touch && touch.thread === "reply"))} continues a conversation.`,
      "Answer in the thread by hand.",
    ),
    ...(orphan === undefined
      ? []
      : [{ what: `That “${orphan}” continues a talk from before: it became a new thread.`, todo: "Send it as an answer by hand." }]),
    ...(markup.length === 0
      ? []
      : [
          {
            what: `What looks like HTML in ${named(markup)}: it may be read as such.`,
            todo: "Say it in words, or look at the step there.",
          },
        ]),
    ...(foreign.length === 0
      ? []
      : [
          {
            what: `A kind of step for ${named(foreign)}: each became a task for the rep.`,
            todo: "Nothing: a person does it and ticks it off.",
          },
        ]),
  ];
}
