import { byPosition, isObj, list, number, type Obj, obj, rest, words } from "./data.ts";
import { BY_DATES, businessDaysOf } from "./days.ts";
import type { RawSequence, RawStep } from "./sequence.ts";
import { kindIn, type Outline, type Tool } from "./tool.ts";

const MINUTES_A_DAY = 1440;

/** JSON:API as Outreach answers and takes it: a sequence, and its steps, their templates and what ties them, under `included`. */
export const outreach: Tool = {
  title: "Outreach",
  days: "calendar",
  writing: "plain",
  channels: ["email", "call"],
  summarises: true,
  reads: (data) => sequencesIn(data).length > 0 || stepsIn(data).length > 0,
  open: (data) => {
    const all = resources(data);
    const sequences = sequencesIn(data);
    // Steps that were asked for alone name the sequences that they belong to.
    const named = [...new Set(stepsIn(data).map((step) => sequenceOf(step) ?? ""))];
    const known: readonly Obj[] = sequences.length > 0 ? sequences : named.map((id) => ({ type: "sequence", id, attributes: {} }));
    const claimed = new Set<Obj>();
    const made = known.map((sequence) => opened(sequence, all, known.length > 1, claimed));
    return made.map((one, i) => (i === 0 ? { ...one, ...strays(one, all, claimed) } : one));
  },
  write: written,
};

const resources = (data: unknown): readonly Obj[] => {
  const { data: main, included } = obj(data);
  return [...(isObj(main) ? [main] : list(main)), ...list(included), ...list(data)];
};

const sequencesIn = (data: unknown) => resources(data).filter(({ type, attributes }) => type === "sequence" && isObj(attributes));

const stepsIn = (data: unknown) => resources(data).filter(({ type, attributes }) => type === "sequenceStep" && isObj(attributes));
const sequenceOf = (step: Obj) => idOf(obj(step["relationships"])["sequence"]);

const idOf = (relation: unknown) => words(obj(obj(relation)["data"])["id"]);
const idsOf = (relation: unknown) => list(obj(relation)["data"]).map(({ id }) => words(id));

/** Steps and templates that belong to no sequence of the file. */
function strays({ kept, notes }: RawSequence, all: readonly Obj[], claimed: ReadonlySet<Obj>): Pick<RawSequence, "kept" | "notes"> {
  const left = all.filter((one) => one["type"] !== "sequence" && one["type"] !== "sequenceTemplate" && !claimed.has(one));
  const unsent = left.filter(({ type }) => type === "sequenceStep" || type === "template");
  return {
    kept: [
      ...kept,
      ...left.map(({ type, id, attributes }) => ({
        name: `Outreach ${String(type)} ${String(words(id) ?? "")} that no sequence here uses`,
        value: JSON.stringify(attributes ?? {}),
      })),
    ],
    notes:
      unsent.length === 0
        ? notes
        : [...notes, `${unsent.length} of the file's steps and templates belong to none of its sequences; they stand in the comments.`],
  };
}

function opened(sequence: Obj, all: readonly Obj[], several: boolean, claimed: Set<Obj>): RawSequence {
  const attributes = obj(sequence["attributes"]);
  const own = idsOf(obj(sequence["relationships"])["sequenceSteps"]);
  const steps = all.filter((step) => {
    if (step["type"] !== "sequenceStep") return false;
    const of = sequenceOf(step);
    return own.includes(words(step["id"])) || of === words(sequence["id"]) || (of === undefined && own.length === 0 && !several);
  });
  for (const step of steps) claimed.add(step);
  const inOrder = byPosition(
    steps.map((step) => ({ ...step, order: obj(step["attributes"])["order"] ?? null })),
    "order",
  );
  const dated = attributes["sequenceType"] === "date";
  const days = dated ? businessDaysOf(inOrder.map((step) => words(obj(step["attributes"])["date"]))) : undefined;
  return {
    title: words(attributes["name"]) ?? "",
    summary: words(attributes["description"]),
    days: days ? "business" : "calendar",
    steps: inOrder.map((step, i) => {
      const one = stepOf(step, all, claimed);
      return days ? { ...one, at: { day: days[i] ?? 1 } } : one;
    }),
    kept: rest(attributes, ["name", "description", "sequenceType", "enabled"], "Outreach "),
    notes: !dated
      ? []
      : [days ? BY_DATES : "This sequence goes by dates, and not every step has one; its steps are all on day 1. Set their days."],
  };
}

function stepOf(step: Obj, all: readonly Obj[], claimed: Set<Obj>): RawStep {
  const attributes = obj(step["attributes"]);
  const ties = all.filter(
    ({ type, relationships }) => type === "sequenceTemplate" && idOf(obj(relationships)["sequenceStep"]) === words(step["id"]),
  );
  const templates = ties.flatMap((tie) => {
    const template = all.find(({ type, id }) => type === "template" && words(id) === idOf(obj(tie["relationships"])["template"]));
    if (template) claimed.add(template);
    return template ? [{ tie: obj(tie["attributes"]), template: obj(template["attributes"]) }] : [];
  });
  // Of several versions the first that is switched on is the touch.
  const [first, ...others] = templates.toSorted((a, b) => Number(b.tie["enabled"] === true) - Number(a.tie["enabled"] === true));
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
    automatic: type.startsWith("auto_"),
    at: { after: minutes / MINUTES_A_DAY },
    kept: [
      ...rest(attributes, ["stepType", "displayName", "name", "taskNote", "note", "interval", "order"]),
      ...(first ? rest(first.tie, ["isReply"]) : []),
      ...(first ? rest(first.template, ["subject", "bodyHtml", "bodyText"], "template ") : []),
      ...(minutes % MINUTES_A_DAY === 0 ? [] : [{ name: "interval in minutes", value: String(minutes) }]),
      ...others.flatMap(({ template }, i) => kindIn("other version", i, template["subject"], template["bodyHtml"] ?? template["bodyText"])),
    ],
  };
}

function written({ title, summary, steps }: Outline): unknown {
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
  return {
    data: {
      type: "sequence",
      id: "1",
      attributes: { name: title, ...(summary === undefined ? {} : { description: summary }), sequenceType: "interval", enabled: false },
    },
    included,
  };
}
