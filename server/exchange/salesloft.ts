import { byPosition, list, number, type Obj, obj, rest, words } from "./data.ts";
import type { RawSequence, RawStep } from "./sequence.ts";
import { kindIn, type Outline, type Tool } from "./tool.ts";

/** What Salesloft's cadence exports answer and its imports take: groups of steps by day. A plain list of steps is read, too. */
export const salesloft: Tool = {
  title: "Salesloft",
  days: "calendar",
  writing: "liquid",
  channels: ["email", "call", "linkedin"],
  repliesToMail: true,
  reads: (data) => groupsOf(data).length > 0 || flat(data).length > 0,
  open: (data) => [opened(data)],
  write: written,
};

const content = (data: unknown) => {
  const outer = obj(obj(data)["data"] ?? data);
  return obj(outer["cadence_content"] ?? outer);
};
const groupsOf = (data: unknown) => list(content(data)["step_groups"]);
const flat = (data: unknown) => {
  const steps = list(obj(data)["data"]);
  return steps.every((step) => number(step["day"]) !== undefined && words(step["type"]) !== undefined) ? steps : [];
};

function opened(data: unknown): RawSequence {
  const inner = content(data);
  const settings = obj(inner["settings"] ?? obj(data)["settings"]);
  const groups = groupsOf(data);
  const steps =
    groups.length > 0
      ? byPosition(groups, "day").flatMap((group) => list(group["steps"]).map((step) => stepOf(step, group, groups)))
      : byPosition(flat(data), "day", "step_number").map((step) => stepOf(step, step, []));
  return {
    title: words(settings["name"]) ?? words(inner["name"]) ?? "",
    days: "calendar",
    steps,
    kept: [...rest(settings, ["name"], "Salesloft "), ...rest(inner, ["settings", "step_groups", "name"], "Salesloft ")],
    notes: [],
  };
}

function stepOf(step: Obj, group: Obj, groups: readonly Obj[]): RawStep {
  const settings = obj(step["type_settings"]);
  const template = obj(settings["email_template"] ?? obj(step["details"])["email_template"]);
  const instructions = words(settings["instructions"]);
  const body = words(template["body"]);
  const previous = settings["previous_email_step_group_reference_id"];
  const variants = list(settings["variants"]).map(({ email_template }) => obj(email_template));
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
      ...rest(step, ["type", "name", "display_name", "type_settings", "details", "enabled", "disabled", "day", "step_number"]),
      ...variants.flatMap((variant, i) => kindIn("other version", i, variant["subject"], variant["body"])),
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
      due_immediately: false,
      steps: [
        {
          enabled: true,
          name,
          type: type({ email: ["Email", "Email"], call: "Phone", linkedin: "LinkedIn", task: "Other" }),
          type_settings: settings,
        },
      ],
    };
  });
  return {
    cadence_content: {
      settings: { name: title, draft: true, remove_replies_enabled: true, remove_bounces_enabled: true },
      sharing_settings: { team_cadence: false, shared: false },
      step_groups: groups,
    },
  };
}
