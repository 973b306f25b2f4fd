import { byPosition, isObj, list, number, type Obj, obj, rest, words } from "./data.ts";
import type { RawSequence, RawStep } from "./sequence.ts";
import { kindIn, type Outline, type Tool } from "./tool.ts";

const MINUTES_A_DAY = 1440;

/** JSON:API as Outreach answers and takes it: a sequence, and its steps, their templates and what ties them, under `included`. */
export const outreach: Tool = {
  title: "Outreach",
  days: "calendar",
  writing: "plain",
  channels: ["email", "call"],
  reads: (data) => sequencesIn(data).length > 0,
  open: (data) => sequencesIn(data).map((sequence) => opened(sequence, resources(data))),
  write: written,
};

const resources = (data: unknown): readonly Obj[] => {
  const { data: main, included } = obj(data);
  return [...(isObj(main) ? [main] : list(main)), ...list(included), ...list(data)];
};

const sequencesIn = (data: unknown) => resources(data).filter(({ type, attributes }) => type === "sequence" && isObj(attributes));

const idOf = (relation: unknown) => words(obj(obj(relation)["data"])["id"]);
const idsOf = (relation: unknown) => list(obj(relation)["data"]).map(({ id }) => words(id));

function opened(sequence: Obj, all: readonly Obj[]): RawSequence {
  const attributes = obj(sequence["attributes"]);
  const own = idsOf(obj(sequence["relationships"])["sequenceSteps"]);
  const several = all.filter(({ type }) => type === "sequence").length > 1;
  const steps = all.filter(({ type, id, relationships }) => {
    if (type !== "sequenceStep") return false;
    const of = idOf(obj(relationships)["sequence"]);
    return own.includes(words(id)) || of === words(sequence["id"]) || (of === undefined && own.length === 0 && !several);
  });
  const dated = attributes["sequenceType"] === "date";
  return {
    title: words(attributes["name"]) ?? "",
    summary: words(attributes["description"]),
    days: "calendar",
    steps: byPosition(
      steps.map((step) => ({ ...step, order: obj(step["attributes"])["order"] ?? null })),
      "order",
    ).map((step) => stepOf(step, all)),
    kept: rest(attributes, ["name", "description", "sequenceType", "enabled"], "Outreach "),
    notes: dated ? ["This sequence goes by dates and not by intervals; its steps are all on day 1. Set their days."] : [],
  };
}

function stepOf(step: Obj, all: readonly Obj[]): RawStep {
  const attributes = obj(step["attributes"]);
  const ties = all.filter(
    ({ type, relationships }) => type === "sequenceTemplate" && idOf(obj(relationships)["sequenceStep"]) === words(step["id"]),
  );
  const templates = ties.flatMap((tie) => {
    const template = all.find(({ type, id }) => type === "template" && words(id) === idOf(obj(tie["relationships"])["template"]));
    return template ? [{ tie: obj(tie["attributes"]), template: obj(template["attributes"]) }] : [];
  });
  const [first, ...others] = templates;
  const type = words(attributes["stepType"]) ?? "";
  const minutes = number(attributes["interval"]) ?? 0;
  const note = words(attributes["taskNote"]) ?? words(attributes["note"]);
  const body = words(first?.template["bodyHtml"]) ?? words(first?.template["bodyText"]);
  return {
    type,
    name: words(attributes["displayName"]) ?? words(attributes["name"]),
    subject: words(first?.template["subject"]),
    body: body ?? note,
    guidance: body === undefined ? undefined : note,
    reply: first?.tie["isReply"] === true,
    automatic: type === "auto_email",
    at: { after: minutes / MINUTES_A_DAY },
    kept: [
      ...rest(attributes, ["stepType", "displayName", "name", "taskNote", "note", "interval", "order"]),
      ...(minutes % MINUTES_A_DAY === 0 ? [] : [{ name: "interval in minutes", value: String(minutes) }]),
      ...others.flatMap(({ template }, i) => kindIn("other version", i, template["subject"], template["bodyHtml"] ?? template["bodyText"])),
    ],
  };
}

function written({ title, steps }: Outline): unknown {
  const included = steps.flatMap(({ type, name, after, note, mail }, i) => {
    const id = String(i + 1);
    const step = {
      type: "sequenceStep",
      id,
      attributes: {
        order: i + 1,
        stepType: type({ call: "call", email: ["auto_email", "manual_email"], task: "task" }),
        interval: after * MINUTES_A_DAY,
        displayName: name,
        ...(note === undefined ? {} : { taskNote: note }),
      },
      relationships: { sequence: { data: { type: "sequence", id: "1" } } },
    };
    if (!mail) return [step];
    return [
      step,
      { type: "template", id, attributes: { name, subject: mail.subject ?? "", bodyHtml: mail.html } },
      {
        type: "sequenceTemplate",
        id,
        attributes: { isReply: mail.reply, enabled: false },
        relationships: { sequenceStep: { data: { type: "sequenceStep", id } }, template: { data: { type: "template", id } } },
      },
    ];
  });
  return { data: { type: "sequence", id: "1", attributes: { name: title, sequenceType: "interval", enabled: false } }, included };
}
