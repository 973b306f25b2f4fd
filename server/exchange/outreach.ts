import { byPosition, isObj, list, number, type Obj, obj, rest, words } from "./data.ts";
import { BY_DATES, businessDaysOf } from "./days.ts";
import type { Kept, RawSequence, RawStep } from "./sequence.ts";
import { besideHtml, byWhetherOn, isOn, kindIn, type Outline, restOfVersion, type Tool, takenOf } from "./tool.ts";

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

/** What ties the parts of a sequence together, and so is told by their places. */
const TIES = ["sequence", "sequenceStep", "sequenceSteps", "sequenceTemplate", "sequenceTemplates", "template", "steps"];

const calledBy = ({ type, id }: Obj) => `${words(type) ?? "part"} ${words(id) ?? ""}`.trim();

/** What a part refers to, under the name by which it does. */
const referencesOf = (one: Obj): readonly { readonly name: string; readonly to: Obj }[] =>
  Object.entries(obj(one["relationships"])).flatMap(([name, relation]) => {
    const { data } = obj(relation);
    return (isObj(data) ? [data] : list(data)).map((to) => ({ name, to }));
  });

const isSame = (one: Obj, { type, id }: Obj) => one["type"] === type && words(one["id"]) === words(id) && words(id) !== undefined;

/** What a part refers to besides its own sequence, such as the purpose of a call or a set of rules: told where it is referred to. */
const referredTo = (one: Obj, all: readonly Obj[], claimed: Set<Obj>, under = ""): readonly Kept[] =>
  referencesOf(one).flatMap(({ name, to }) => {
    if (TIES.includes(name)) return [];
    const found = all.find((other) => isSame(other, to));
    if (!found) return [{ name: `${under}${name}`, value: calledBy(to) }];
    claimed.add(found);
    return [{ name: `${under}${name} (${calledBy(found)})`, value: JSON.stringify(obj(found["attributes"])) }];
  });

/** Steps and templates that belong to no sequence of the file. */
function strays({ kept, notes }: RawSequence, all: readonly Obj[], claimed: ReadonlySet<Obj>): Pick<RawSequence, "kept" | "notes"> {
  const left = all.filter((one) => one["type"] !== "sequence" && !claimed.has(one));
  const unsent = left.filter(({ type }) => type === "sequenceStep" || type === "template");
  return {
    kept: [
      ...kept,
      ...left.map((one) => {
        const by = all.find((other) => other !== one && referencesOf(other).some(({ to }) => isSame(one, to)));
        return {
          name: `Outreach ${calledBy(one)} ${by === undefined ? "that no sequence here uses" : `that ${calledBy(by)} refers to`}`,
          value: JSON.stringify(one["attributes"] ?? {}),
        };
      }),
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
  const notes: string[] = [];
  if (dated)
    notes.push(days ? BY_DATES : "This sequence goes by dates, and not every step has one; its steps are all on day 1. Set their days.");
  return {
    title: words(attributes["name"]) ?? "",
    summary: words(attributes["description"]),
    days: days ? "business" : "calendar",
    steps: inOrder.map((step, i) => {
      const versions = versionsOf(step, all, claimed);
      const [taken] = byWhetherOn(versions, isVersionOn);
      if (taken && versions.length > 1) notes.push(`Step ${i + 1} holds ${takenOf(versions, taken, isVersionOn)}`);
      const one = stepOf(step, versions, all, claimed);
      return days ? { ...one, at: { day: days[i] ?? 1 } } : one;
    }),
    kept: [
      ...rest(attributes, ["name", "description", "sequenceType", "enabled"], "Outreach "),
      ...referredTo(sequence, all, claimed, "Outreach "),
    ],
    notes,
  };
}

/** A version of what a step sends: what ties a template to it, and the template. */
type Version = { readonly tie: Obj; readonly template: Obj; readonly beside: readonly Kept[] };

const isVersionOn = ({ tie }: Version) => isOn(tie);

function versionsOf(step: Obj, all: readonly Obj[], claimed: Set<Obj>): readonly Version[] {
  const ties = all.filter(
    ({ type, relationships }) => type === "sequenceTemplate" && idOf(obj(relationships)["sequenceStep"]) === words(step["id"]),
  );
  return ties.map((tie) => {
    const named = idOf(obj(tie["relationships"])["template"]);
    const template = all.find(({ type, id }) => type === "template" && words(id) === named);
    claimed.add(tie);
    if (template) claimed.add(template);
    const absent = template || named === undefined ? [] : [{ name: "template whose words were not in the file", value: named }];
    const beside = [...absent, ...referredTo(tie, all, claimed), ...(template ? referredTo(template, all, claimed, "template ") : [])];
    return { tie: obj(tie["attributes"]), template: obj(template?.["attributes"]), beside };
  });
}

function stepOf(step: Obj, versions: readonly Version[], all: readonly Obj[], claimed: Set<Obj>): RawStep {
  const attributes = obj(step["attributes"]);
  // Of several versions the first that is switched on is the touch.
  const [first, ...others] = byWhetherOn(versions, isVersionOn);
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
      ...referredTo(step, all, claimed),
      ...(first ? rest(first.tie, ["isReply"]) : []),
      ...(first ? rest(first.template, ["subject", "bodyHtml", "bodyText"], "template ") : []),
      ...(first ? [...besideHtml(first.template["bodyHtml"], first.template["bodyText"], "template bodyText"), ...first.beside] : []),
      ...(minutes % MINUTES_A_DAY === 0 ? [] : [{ name: "interval in minutes", value: String(minutes) }]),
      ...others.flatMap(({ tie, template, beside }, i) => [
        ...kindIn("other version", i, template["subject"], words(template["bodyHtml"]) ?? template["bodyText"]),
        ...restOfVersion(i, tie, tie["isReply"] === false ? ["isReply"] : []),
        ...restOfVersion(i, template, ["subject", "bodyHtml", ...(words(template["bodyHtml"]) === undefined ? ["bodyText"] : [])]),
        ...beside,
      ]),
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
