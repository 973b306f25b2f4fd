import { byPosition, isObj, list, number, type Obj, obj, rest, words } from "./data.ts";
import type { Kept, RawSequence, RawStep } from "./sequence.ts";
import { kindIn, type Outline, restOfVersion, type Tool } from "./tool.ts";

const MILLISECONDS_A_DAY = 86_400_000;

/** A sequence as HubSpot answers it and takes it. Its emails only name their templates, so those are read and written beside it. */
export const hubspot: Tool = {
  title: "HubSpot",
  days: "business",
  writing: "hubspot",
  channels: ["email", "call"],
  repliesToMail: true,
  reads: (data) => sequencesIn(data).length > 0,
  open: (data) => {
    const beside = list(obj(data)["templates"]);
    const used = new Set<Obj>();
    const made = sequencesIn(data).map((sequence) => opened(sequence, [...list(sequence["templates"]), ...beside], used));
    // Templates beside several sequences belong to all of them, so only what none of them uses is left over.
    const left = beside.filter((template) => !used.has(template)).map(strayTemplate);
    return made.map((one, i) => (i === 0 ? { ...one, kept: [...one.kept, ...left] } : one));
  },
  write: written,
};

/** Where a step says what is done: by the names of the public interface, and by those of the tool's own pages. */
const MAIL = ["emailPattern", "emailMeta", "templateMeta"] as const;
const TASK = ["taskPattern", "taskMeta"] as const;

const partOf = (step: Obj, names: readonly string[]): Obj =>
  obj(names.map((name) => step[name] ?? obj(step["actionMeta"])[name]).find((part) => isObj(part)));

const actionOf = (step: Obj): string | undefined => words(step["actionType"]) ?? words(step["action"]);

const isStep = (step: Obj): boolean =>
  actionOf(step) !== undefined || list(step["variants"]).some(isStep) || [...MAIL, ...TASK, "actionMeta"].some((part) => isObj(step[part]));

const sequencesIn = (data: unknown) =>
  [...(isObj(data) ? [data] : []), ...list(data), ...list(obj(data)["results"])].filter(({ steps }) => list(steps).some(isStep));

const strayTemplate = (template: Obj): Kept => ({ name: "HubSpot template that no step uses", value: JSON.stringify(template) });

function opened(sequence: Obj, templates: readonly Obj[], used: Set<Obj>): RawSequence {
  const settings = obj(sequence["settings"]);
  const every = words(settings["eligibleFollowUpDays"]);
  const dependencies = list(sequence["dependencies"]);
  const { main, kept, notes } = withoutBranches(byPosition(list(sequence["steps"]), "stepOrder"));
  const ends = main.filter((step) => actionOf(step) === END);
  for (const step of main) for (const { template } of versionsOf(step).all.map((one) => saidIn(one, templates))) used.add(template);
  return {
    title: words(sequence["name"]) ?? "",
    days: every !== undefined && every !== "BUSINESS_DAYS" ? "calendar" : "business",
    steps: main.filter((step) => !ends.includes(step)).map((step) => stepOf(step, templates, dependencies)),
    kept: [
      ...rest(sequence, ["name", "steps", "settings", "templates", "id", "createdAt", "updatedAt", "userId", "dependencies"], "HubSpot "),
      ...rest(settings, ["id", "createdAt", "updatedAt", "eligibleFollowUpDays"], "HubSpot "),
      ...ends.map((step) => ({ name: `HubSpot ${END}`, value: afterwards(delayOf(step) / MILLISECONDS_A_DAY) })),
      ...kept,
      ...list(sequence["templates"])
        .filter((template) => !used.has(template))
        .map(strayTemplate),
    ],
    notes,
  };
}

/** The step that takes somebody out of the sequence. It reaches nobody, and every sequence has one. */
const END = "FINISH_ENROLLMENT";
const afterwards = (days: number) => (days === 0 ? "with the step before" : `${days} ${days === 1 ? "day" : "days"} after the step before`);

/** The steps of the first branch; those of the others are kept. */
function withoutBranches(steps: readonly Obj[]): { readonly main: readonly Obj[] } & Pick<RawSequence, "kept" | "notes"> {
  const branch = (step: Obj) => number(step["branchNumber"]) ?? 0;
  const first = Math.min(...steps.map(branch));
  const others = steps.filter((step) => branch(step) !== first);
  return {
    main: steps.filter((step) => branch(step) === first),
    kept: others.map((step) => ({ name: `branch ${branch(step)}`, value: JSON.stringify(step) })),
    notes:
      others.length === 0
        ? []
        : [
            "This sequence has branches. The first was followed; the others stand in notes at the top of the draft. Replies are where a playbook branches.",
          ],
  };
}

const META = ["id", "createdAt", "updatedAt"];
/** What of a step is read. */
const STEP = ["actionType", "action", "delayMillis", "delay", "stepOrder", "branchNumber", "actionMeta", ...MAIL, ...TASK, ...META];

const delayOf = (step: Obj): number => number(step["delayMillis"]) ?? number(step["delay"]) ?? 0;

/** A step in each of its versions; `sent` is the first that is switched on. */
function versionsOf(step: Obj): { readonly sent: Obj; readonly all: readonly Obj[] } {
  const { variants, ...own } = step;
  const all = byPosition(list(variants), "variantOrdinal").map((one) => ({ ...own, ...one }));
  return { sent: all.find(({ activated }) => activated !== false) ?? all[0] ?? step, all: all.length > 0 ? all : [step] };
}

/** What a step says, wherever it says it. */
function saidIn(step: Obj, templates: readonly Obj[]) {
  const mail = partOf(step, MAIL);
  const task = partOf(step, TASK);
  const action = actionOf(step) ?? (Object.keys(mail).length > 0 && Object.keys(task).length === 0 ? "EMAIL" : "TASK");
  const isMail = /^(?:EMAIL|SEND_TEMPLATE|SEND_EMAIL)$/.test(action);
  const templateId = words(mail["templateId"]) ?? (isMail ? words(mail["id"]) : undefined) ?? words(task["templateId"]);
  const template = obj(templates.find(({ id }) => words(id) === templateId));
  return {
    mail,
    task,
    action,
    isMail,
    templateId,
    template,
    subject: words(template["subject"]) ?? words(mail["subject"]),
    body: words(template["body"]) ?? words(mail["body"]),
    title: words(task["subject"]) ?? words(task["title"]) ?? words(task["name"]),
    notes: words(task["notes"]) ?? words(task["body"]) ?? words(task["description"]),
    kind: words(task["taskType"]) ?? words(task["type"]) ?? (/TASK$/.test(action) ? "" : action),
  };
}

function stepOf(step: Obj, templates: readonly Obj[], dependencies: readonly Obj[]): RawStep {
  const { sent, all } = versionsOf(step);
  const { mail, task, isMail, templateId, template, subject, body, title, notes, kind } = saidIn(sent, templates);
  const delay = delayOf(step);
  const waits = dependencies.filter(({ requiredByStepOrder: by }) => by !== undefined && by === step["stepOrder"]);
  const thread = number(mail["threadEmailToStepOrder"] ?? task["threadEmailToStepOrder"]);
  const named = words(template["name"]) ?? words(mail["name"]);
  return {
    type: isMail ? "email" : kind === "" ? "task" : kind === "EMAIL" ? "manual_email" : kind,
    name: isMail ? named : title,
    subject,
    body: body ?? (isMail ? undefined : notes),
    guidance: isMail || body === undefined ? undefined : notes,
    reply: thread !== undefined,
    automatic: isMail,
    at: { after: delay / MILLISECONDS_A_DAY },
    kept: [
      ...rest(sent, STEP),
      ...rest(obj(sent["actionMeta"]), [...MAIL, ...TASK]),
      ...rest(mail, ["templateId", "threadEmailToStepOrder", "subject", "body", ...(isMail ? ["name"] : []), ...META]),
      ...rest(task, ["templateId", "threadEmailToStepOrder", "taskType", "type", ...TITLES, ...NOTES, ...META]),
      ...unsaid(mail, ["subject"], subject),
      ...unsaid(mail, ["body"], body),
      ...(isMail ? unsaid(mail, ["name"], named) : []),
      ...unsaid(task, ["taskType", "type"], kind || undefined),
      ...unsaid(task, TITLES, title),
      ...unsaid(task, NOTES, notes),
      ...rest(template, ["subject", "body", ...META, ...(isMail || template["name"] === title ? ["name"] : [])], "template "),
      ...(templateId !== undefined && body === undefined ? [{ name: "template whose words were not in the file", value: templateId }] : []),
      ...waits.map((one) => ({
        name: "comes only after step",
        value: [words(one["reliesOnStepOrder"]), words(one["dependencyType"])].filter(Boolean).join(", "),
      })),
      ...(delay % MILLISECONDS_A_DAY === 0 ? [] : [{ name: "delay in milliseconds", value: String(delay) }]),
      ...all
        .filter((one) => one !== sent)
        .flatMap((one, i) => {
          const other = saidIn(one, templates);
          const said = kindIn("other version", i, other.subject ?? other.title, other.body ?? other.notes ?? other.templateId);
          if (said.length === 0) return [{ name: "other version", value: JSON.stringify(one) }];
          return [
            ...said,
            ...restOfVersion(i, one, [...STEP, ...Object.keys(one).filter((key) => one[key] === step[key])]),
            ...restOfVersion(i, other.mail, ["templateId", "threadEmailToStepOrder", "subject", "body", ...META]),
            ...restOfVersion(i, other.task, ["templateId", "threadEmailToStepOrder", "taskType", "type", ...TITLES, ...NOTES, ...META]),
            ...unsaid(other.task, TITLES, other.subject ?? other.title),
            ...unsaid(other.task, NOTES, other.body ?? other.notes),
            ...restOfVersion(i, other.template, ["subject", "body", ...META]),
          ];
        }),
    ],
  };
}

/** What a task is called, and what it says, by any of their names. */
const TITLES = ["subject", "title", "name"] as const;
const NOTES = ["notes", "body", "description"] as const;

/** What stands under the other names of something, where it is not the same. */
const unsaid = (task: Obj, names: readonly string[], said: string | undefined) =>
  names.flatMap((name) => {
    const value = words(task[name]);
    return value === undefined || value === said ? [] : [{ name, value }];
  });

function written({ title, steps }: Outline): unknown {
  let mailBefore: number | undefined;
  return {
    name: title,
    settings: { eligibleFollowUpDays: "BUSINESS_DAYS" },
    steps: steps.map(({ name, after, automatic, note, text, mail, type }, i) => {
      const previous = mail?.reply ? mailBefore : undefined;
      if (mail) mailBefore = i + 1;
      const thread = previous === undefined ? {} : { threadEmailToStepOrder: previous };
      const pattern =
        automatic && mail
          ? { actionType: "EMAIL", emailPattern: { templateId: `template-${i + 1}`, ...thread } }
          : {
              actionType: "TASK",
              taskPattern: {
                taskType: type({ email: ["EMAIL", "EMAIL"], call: "CALL", task: "TODO" }),
                subject: name,
                notes: mail ? "" : (note ?? text ?? ""),
                ...(mail ? { templateId: `template-${i + 1}` } : {}),
                ...thread,
              },
            };
      return { stepOrder: i + 1, delayMillis: after * MILLISECONDS_A_DAY, ...pattern };
    }),
    templates: steps.flatMap(({ name, mail }, i) =>
      mail ? [{ id: `template-${i + 1}`, name, subject: mail.subject ?? "", body: mail.html }] : [],
    ),
  };
}
