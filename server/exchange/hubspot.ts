import { byPosition, isObj, list, number, type Obj, obj, rest, words } from "./data.ts";
import type { RawSequence, RawStep } from "./sequence.ts";
import type { Outline, Tool } from "./tool.ts";

const MILLISECONDS_A_DAY = 86_400_000;

/** A sequence as HubSpot answers it. Its emails only name their templates, so those are read and written beside it. */
export const hubspot: Tool = {
  title: "HubSpot",
  days: "business",
  writing: "hubspot",
  channels: ["email", "call"],
  repliesToMail: true,
  reads: (data) => sequencesIn(data).length > 0,
  open: (data) => sequencesIn(data).map((sequence) => opened(sequence, list(sequence["templates"] ?? obj(data)["templates"]))),
  write: written,
};

const sequencesIn = (data: unknown) =>
  [...(isObj(data) ? [data] : []), ...list(data), ...list(obj(data)["results"])].filter(({ steps }) =>
    list(steps).some((step) => words(step["actionType"]) !== undefined),
  );

function opened(sequence: Obj, templates: readonly Obj[]): RawSequence {
  const settings = obj(sequence["settings"]);
  const every = words(settings["eligibleFollowUpDays"]);
  return {
    title: words(sequence["name"]) ?? "",
    days: every !== undefined && every !== "BUSINESS_DAYS" ? "calendar" : "business",
    steps: byPosition(list(sequence["steps"]), "stepOrder").map((step) => stepOf(step, templates)),
    kept: [
      ...rest(sequence, ["name", "steps", "settings", "templates", "id", "createdAt", "updatedAt", "userId", "dependencies"], "HubSpot "),
      ...rest(settings, ["id", "createdAt", "updatedAt", "eligibleFollowUpDays"], "HubSpot "),
    ],
    notes: [],
  };
}

const META = ["id", "createdAt", "updatedAt"];

function stepOf(step: Obj, templates: readonly Obj[]): RawStep {
  const mail = obj(step["emailPattern"]);
  const task = obj(step["taskPattern"]);
  const action = words(step["actionType"]) ?? "";
  const templateId = words(mail["templateId"]) ?? words(task["templateId"]);
  const template = obj(templates.find(({ id }) => words(id) === templateId));
  const delay = number(step["delayMillis"]) ?? 0;
  const isMail = action === "EMAIL";
  const kind = words(task["taskType"]) ?? (action === "TASK" ? "" : action);
  return {
    type: isMail ? "email" : kind === "" ? "task" : kind === "EMAIL" ? "manual_email" : kind,
    name: isMail ? words(template["name"]) : words(task["subject"]),
    subject: words(template["subject"]),
    body: words(template["body"]) ?? (isMail ? undefined : words(task["notes"])),
    guidance: isMail || words(template["body"]) === undefined ? undefined : words(task["notes"]),
    reply: number(mail["threadEmailToStepOrder"] ?? task["threadEmailToStepOrder"]) !== undefined,
    automatic: isMail,
    at: { after: delay / MILLISECONDS_A_DAY },
    kept: [
      ...rest(step, ["actionType", "delayMillis", "stepOrder", "emailPattern", "taskPattern", ...META]),
      ...rest(mail, ["templateId", "threadEmailToStepOrder", ...META]),
      ...rest(task, ["templateId", "threadEmailToStepOrder", "taskType", "subject", "notes", ...META]),
      ...rest(template, ["subject", "body", ...META, ...(isMail || template["name"] === task["subject"] ? ["name"] : [])], "template "),
      ...(templateId !== undefined && words(template["body"]) === undefined
        ? [{ name: "template whose words were not in the file", value: templateId }]
        : []),
      ...(delay % MILLISECONDS_A_DAY === 0 ? [] : [{ name: "delay in milliseconds", value: String(delay) }]),
    ],
  };
}

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
