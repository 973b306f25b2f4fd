import { words as wordsOf } from "./data.ts";

/** The columns we know, by what they may be called; compared without capitals, spaces and signs. */
export const COLUMNS = {
  sequence: ["sequence", "sequencename", "cadence", "cadencename", "campaign", "campaignname"],
  position: ["step", "stepnumber", "steporder", "stepno", "order", "position", "touch", "touchnumber", "touchno"],
  variant: ["variant", "variation", "version", "ab", "abtest", "abvariant", "templatevariant"],
  type: ["type", "steptype", "channel", "action", "actiontype", "activity", "activitytype", "tasktype", "touchtype", "medium", "method"],
  business: ["businessday"],
  day: ["day", "stepday", "cadenceday", "daynumber", "onday"],
  delay: [
    "delay",
    "wait",
    "interval",
    "delaydays",
    "waitdays",
    "intervaldays",
    "delayindays",
    "waitindays",
    "daysafterprevious",
    "dayssinceprevious",
    "waittime",
    "dayoffset",
    "delaybusinessdays",
    "waitbusinessdays",
  ],
  unit: ["unit", "delayunit", "waitunit", "intervalunit", "waitmode", "delaytype", "timeunit", "units"],
  minutes: ["intervalminutes", "delayminutes", "intervalinminutes", "delayinminutes"],
  hours: ["delayhours", "delayinhours", "waithours", "intervalhours"],
  subject: ["subject", "emailsubject", "subjectline", "templatesubject", "emailtemplatesubject", "emailsubjectline"],
  body: [
    ...["body", "message", "content", "copy", "text", "bodyhtml", "htmlbody", "bodytext", "messagebody", "messagetext"],
    ...["emailbody", "emailcontent", "emailcopy", "emailtext", "emailbodyhtml", "templatebody", "templatebodyhtml", "emailtemplatebody"],
  ],
  script: ["script", "callscript", "talktrack"],
  name: ["id", "name", "stepname", "title", "steptitle", "displayname", "label", "taskname"],
  mode: ["mode", "automation", "execution", "automatic"],
  thread: ["thread", "threading", "isreply", "reply"],
  guidance: ["guidance", "notes", "note", "instructions", "tasknote", "tasknotes", "taskdescription", "comment"],
  enabled: ["enabled", "isenabled", "stepenabled"],
  active: ["active", "isactive", "stepactive"],
  disabled: ["disabled", "isdisabled", "paused", "ispaused"],
  status: ["status", "stepstatus", "stepstate"],
  kind: ["kind"],
  ask: ["ask"],
  reason: ["reason"],
  value: ["value"],
  asset: ["asset"],
  "words-from": ["wordsfrom"],
  "pairs-with": ["pairswith"],
  "negative-option": ["negativeoption"],
  voicemail: ["voicemail"],
} as const;
export type Column = keyof typeof COLUMNS;

/** Columns that together only our own tables have. */
export const OWN = ["business", "words-from", "negative-option"] as const satisfies readonly Column[];

/** Columns whose words stand in a touch under the same name. */
export const FIELDS = ["kind", "ask", "reason", "value", "asset", "words-from", "pairs-with", "negative-option", "voicemail"] as const;

const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, "");
const columnOf = (header: string): Column | undefined =>
  (Object.keys(COLUMNS) as Column[]).find((column) => (COLUMNS[column] as readonly string[]).includes(plain(header)));

/** The columns of a first row. One called “template” holds the words only where no other does: beside them it holds a name. */
export function columnsOf(headers: readonly string[]): readonly (Column | undefined)[] {
  const columns = headers.map(columnOf);
  return columns.includes("body") ? columns : columns.map((column, i) => (isTemplate(headers[i] ?? "") ? "body" : column));
}
const isTemplate = (header: string) => plain(header) === "template";

/** What stands in a row under a column: the first that says something, where several have its name. */
export function cell(row: readonly string[], columns: readonly (Column | undefined)[], column: Column): string | undefined {
  return columns.flatMap((one, i) => (one === column ? (wordsOf(row[i]) ?? []) : []))[0];
}

/** What somebody should know of the columns of a table. */
export function notesOn(headers: readonly string[], columns: readonly (Column | undefined)[]): readonly string[] {
  const doubled = columns.find((column, i) => column !== undefined && columns.indexOf(column) !== i);
  const notes =
    doubled === undefined
      ? []
      : [`Two columns may be “${doubled}”; the first that says something was taken, and the other is kept as a note.`];
  const named = headers.map((header) => header.trim());
  const template = named.find((header, i) => isTemplate(header) && columns[i] === undefined);
  if (template !== undefined)
    notes.push(`The words are taken from “${named[columns.indexOf("body")]}”; what stands under “${template}” is kept in the comments.`);
  const timed = (["business", "day", "delay", "hours", "minutes"] as const).filter((column) => columns.includes(column));
  if (timed.length === 0) notes.push("No column says when its steps come, so all of them are on day 1. Set their days.");
  const strange = named.filter((header, i) => header !== "" && header !== template && columns[i] === undefined);
  const whole = timed.length > 0 && columns.includes("type") && (columns.includes("body") || columns.includes("script"));
  if (strange.length > 0)
    notes.push(
      `${strangers(strange)} known here by ${strange.length === 1 ? "its name" : "their names"}; what stands in ${strange.length === 1 ? "it" : "them"} is kept in the comments.${
        whole ? "" : " Where one says the day, the channel or the words, call it that in the first row and import the table again."
      }`,
    );
  return notes;
}

/** Columns that a note names. A customer database exports dozens. */
const MOST_NAMED = 6;

function strangers(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  const parts = names.length > MOST_NAMED ? [...shown, `${names.length - MOST_NAMED} more`] : shown;
  return names.length === 1 ? `The column ${parts[0]} is not` : `The columns ${parts.slice(0, -1).join(", ")} and ${parts.at(-1)} are not`;
}
