import { byPosition, list, number, type Obj, obj, rest, words } from "./data.ts";
import type { Kept, RawSequence, RawStep } from "./sequence.ts";
import { byWhetherOn, isOn, kindIn, type Outline, restOfVersion, type Tool, takenOf } from "./tool.ts";

/** What Salesloft's cadence exports answer and its imports take: groups of steps by day. A plain list of steps is read, too. */
export const salesloft: Tool = {
  title: "Salesloft",
  days: "calendar",
  writing: "liquid",
  // LinkedIn steps name an integration by a number of the team's own, so that they can be read and not written.
  channels: ["email", "call"],
  repliesToMail: true,
  reads: (data) => groupsOf(data).length > 0 || flat(data).length > 0,
  open: (data) => (groupsOf(data).length > 0 ? [opened(data)] : openedFlat(flat(data))),
  write: written,
};

const outerOf = (data: unknown) => obj(obj(data)["data"] ?? data);
const content = (data: unknown) => {
  const outer = outerOf(data);
  return obj(outer["cadence_content"] ?? outer);
};
const groupsOf = (data: unknown) => list(content(data)["step_groups"]);
const flat = (data: unknown) => {
  const steps = list(obj(data)["data"]);
  return steps.every((step) => number(step["day"]) !== undefined && words(step["type"]) !== undefined) ? steps : [];
};

/** The cadence that a step of a plain list belongs to. */
const cadenceOf = (step: Obj) => words(obj(step["cadence"])["id"]) ?? words(step["cadence_id"]) ?? "";

/** A plain list of steps is as many cadences as it names. */
const openedFlat = (steps: readonly Obj[]): readonly RawSequence[] =>
  [...Map.groupBy(steps, cadenceOf)].map(([id, own], _, all) => ({
    title: words(obj(own[0]?.["cadence"])["name"]) ?? (id !== "" && all.length > 1 ? `Salesloft cadence ${id}` : ""),
    days: "calendar",
    steps: byPosition(own, "day", "step_number").map((step) => stepOf(step, step, [])),
    kept: [],
    notes: [],
  }));

function opened(data: unknown): RawSequence {
  const outer = outerOf(data);
  const inner = content(data);
  // Exports hold the settings within the content, imports beside it.
  const settings = obj(inner["settings"] ?? outer["settings"] ?? obj(data)["settings"]);
  const groups = groupsOf(data);
  const notes: string[] = [];
  return {
    title: words(settings["name"]) ?? words(inner["name"]) ?? "",
    days: "calendar",
    steps: byPosition(groups, "day").flatMap((group) => {
      const mails = list(group["steps"]).filter(isMail);
      const { steps, taken, versions } = apart(list(group["steps"]), mails);
      if (taken && versions.length > 0) notes.push(`Day ${words(group["day"]) ?? "?"} holds ${takenOf(mails, taken, isOn)}`);
      return steps.map((step) => {
        const one = stepOf(step, group, groups);
        return step === taken ? { ...one, kept: [...one.kept, ...versions.flatMap(versionIn)] } : one;
      });
    }),
    kept: [
      ...rest(settings, ["name"], "Salesloft "),
      ...rest(inner, ["settings", "step_groups", "name"], "Salesloft "),
      ...(inner === outer ? [] : rest(outer, ["settings", "cadence_content"], "Salesloft ")),
    ],
    notes,
  };
}

const isMail = (step: Obj) => words(step["type"])?.toLowerCase() === "email";

/** The steps of a group. Several emails in one are versions, of which each person gets one: the first that is switched on is the touch. */
function apart(steps: readonly Obj[], mails: readonly Obj[]) {
  // Whoever says nothing is on here.
  const [taken] = byWhetherOn(mails, (step) => isOn(step) ?? true);
  const versions = mails.filter((step) => step !== taken);
  return { steps: steps.filter((step) => !versions.includes(step)), taken, versions };
}

function versionIn(step: Obj, i: number): readonly Kept[] {
  const settings = obj(step["type_settings"]);
  const template = obj(settings["email_template"]);
  return [
    ...kindIn("other version", i, template["subject"], template["body"]),
    ...restOfVersion(i, step, ["type", "type_settings", ...(step["enabled"] === true ? ["enabled"] : [])]),
    ...restOfVersion(i, settings, ["email_template", "previous_email_step_group_reference_id"]),
    ...restOfVersion(i, template, ["subject", "body"]),
  ];
}

function stepOf(step: Obj, group: Obj, groups: readonly Obj[]): RawStep {
  const settings = obj(step["type_settings"]);
  const template = obj(settings["email_template"] ?? obj(step["details"])["email_template"]);
  const instructions = words(settings["instructions"]);
  const body = words(template["body"]);
  const previous = settings["previous_email_step_group_reference_id"];
  const variants = list(settings["variants"]).map((variant) => ({ variant, template: obj(variant["email_template"]) }));
  return {
    type: words(step["type"]) ?? "",
    name: words(step["name"]) ?? words(step["display_name"]),
    subject: words(template["subject"]),
    body: body ?? instructions,
    guidance: body === undefined ? undefined : instructions,
    reply: previous !== undefined && previous !== null && (groups.length === 0 || groups.some((one) => one["reference_id"] === previous)),
    automatic: group["automated"] === true,
    at: { day: number(group["day"]) ?? 1 },
    off: step["enabled"] === false || step["disabled"] === true,
    kept: [
      ...rest(settings, ["email_template", "instructions", "previous_email_step_group_reference_id", "variants"]),
      ...rest(template, ["subject", "body", ...(template["title"] === step["name"] ? ["title"] : [])], "template "),
      ...(group === step
        ? []
        : rest(group, ["steps", "day", "automated", "reference_id", ...(group["due_immediately"] === true ? [] : ["due_immediately"])])),
      ...rest(step, [
        "type",
        "name",
        "display_name",
        "type_settings",
        "details",
        "enabled",
        "disabled",
        "day",
        "step_number",
        "cadence",
        "cadence_id",
      ]),
      ...variants.flatMap(({ variant, template: other }, i) => [
        ...kindIn("other version", i, other["subject"], other["body"]),
        ...restOfVersion(i, variant, ["id", "email_template"]),
        ...restOfVersion(i, other, ["id", "subject", "body"]),
      ]),
    ],
  };
}

function written({ title, steps }: Outline): unknown {
  let mailBefore: number | undefined;
  const groups = steps.map(({ name, day, automatic, note, text, mail, type }, i) => {
    const reference = i + 1;
    const previous = mail?.reply ? mailBefore : undefined;
    if (mail) mailBefore = reference;
    const settings = mail
      ? {
          email_template: { title: name, subject: mail.subject ?? "", body: mail.html },
          ...(previous === undefined ? {} : { previous_email_step_group_reference_id: previous }),
        }
      : { instructions: note ?? text ?? "" };
    return {
      reference_id: reference,
      day,
      automated: automatic && mail !== undefined,
      ...(automatic && mail
        ? { automated_settings: { send_type: "at_time", time_of_day: "09:00", timezone_mode: "person", allow_send_on_weekends: false } }
        : {}),
      due_immediately: false,
      steps: [
        {
          enabled: true,
          name,
          type: type({ email: ["Email", "Email"], call: "Phone", task: "Other" }),
          type_settings: settings,
        },
      ],
    };
  });
  return {
    settings: {
      name: title,
      draft: true,
      target_daily_people: 0,
      remove_replied: true,
      remove_bounced: true,
      external_identifier: null,
      cadence_function: "outbound",
    },
    sharing_settings: { team_cadence: false, shared: false },
    cadence_content: { step_groups: groups },
  };
}
