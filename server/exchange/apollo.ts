import { byPosition, list, number, type Obj, obj, rest, words } from "./data.ts";
import { BY_DATES, businessDaysOf } from "./days.ts";
import type { RawSequence, RawStep } from "./sequence.ts";
import { kindIn, type Outline, type Tool } from "./tool.ts";

const DAYS: Readonly<Record<string, number>> = {
  day: 1,
  days: 1,
  hour: 1 / 24,
  hours: 1 / 24,
  minute: 1 / 1440,
  minutes: 1 / 1440,
  second: 1 / 86_400,
  week: 7,
};

/** A sequence as Apollo answers it, with steps, touches and templates beside each other, or as it takes one, nested. */
export const apollo: Tool = {
  title: "Apollo",
  days: "calendar",
  writing: "plain",
  channels: ["email", "call", "linkedin"],
  reads: (data) => list(campaign(data)["emailer_steps"] ?? obj(data)["emailer_steps"]).length > 0,
  open: (data) => [opened(data)],
  write: written,
};

const campaign = (data: unknown) => obj(obj(data)["emailer_campaign"] ?? data);

function opened(data: unknown): RawSequence {
  const own = campaign(data);
  const beside = (name: string) => list(own[name] ?? obj(data)[name]);
  const steps = byPosition(beside("emailer_steps"), "position");
  const stepIds = new Set(steps.map(({ id }) => id));
  const touches = Map.groupBy(beside("emailer_touches"), ({ emailer_step_id }) => stepIds.has(emailer_step_id ?? ""));
  const used = new Set(touches.get(true)?.map(({ emailer_template_id }) => emailer_template_id));
  const days = steps.some(({ exact_datetime }) => words(exact_datetime) !== undefined)
    ? businessDaysOf(steps.map(({ exact_datetime }) => words(exact_datetime)))
    : undefined;
  const strays = [...(touches.get(false) ?? []), ...beside("emailer_templates").filter(({ id }) => !used.has(id ?? ""))];
  return {
    title: words(own["name"]) ?? "",
    days: days ? "business" : "calendar",
    steps: steps.map((step, i) => {
      const one = stepOf(step, beside("emailer_touches"), beside("emailer_templates"));
      return days ? { ...one, at: { day: days[i] ?? 1 } } : one;
    }),
    kept: [
      ...rest(own, ["name", "active", "emailer_steps", "emailer_touches", "emailer_templates", "id"], "Apollo "),
      ...strays.map((one) => ({ name: "Apollo touch or template that no step uses", value: JSON.stringify(one) })),
    ],
    notes: [
      ...(days ? [BY_DATES] : []),
      ...(strays.length === 0 ? [] : ["The file holds touches or templates that no step uses; they stand in the comments."]),
    ],
  };
}

function stepOf(step: Obj, touches: readonly Obj[], templates: readonly Obj[]): RawStep {
  const nested = list(step["emailer_touches"]);
  const own =
    nested.length > 0 ? nested : touches.filter(({ emailer_step_id }) => emailer_step_id === step["id"] && step["id"] !== undefined);
  const messages = own.map((touch) => ({
    touch,
    template: obj(touch["emailer_template"] ?? templates.find(({ id }) => id === touch["emailer_template_id"])),
  }));
  const [first, ...others] = messages;
  const type = words(step["type"]) ?? "";
  const unit = words(step["wait_mode"]) ?? "day";
  const wait = number(step["wait_time"]) ?? 0;
  const note = words(step["note"]);
  const body = words(first?.template["body_html"]) ?? words(first?.template["body_text"]);
  return {
    type,
    name: words(step["name"]),
    subject: words(first?.template["subject"]),
    body: body ?? note,
    guidance: body === undefined ? undefined : note,
    reply: /reply/.test(words(first?.touch["type"]) ?? ""),
    automatic: type === "auto_email",
    at: { after: wait * (DAYS[unit] ?? 1) },
    kept: [
      ...rest(step, ["id", "type", "name", "note", "position", "wait_time", "wait_mode", "emailer_touches", "emailer_campaign_id"]),
      ...(first ? rest(first.touch, ["id", "type", "status", "emailer_step_id", "emailer_template_id", "emailer_template"]) : []),
      ...(first ? rest(first.template, ["id", "subject", "body_html", "body_text"], "template ") : []),
      ...(unit in DAYS ? [] : [{ name: "wait_mode", value: unit }]),
      ...others.flatMap(({ template }, i) =>
        kindIn("other version", i, template["subject"], template["body_html"] ?? template["body_text"]),
      ),
    ],
  };
}

function written({ title, steps }: Outline): unknown {
  return {
    name: title,
    active: false,
    emailer_steps: steps.map(({ name, after, note, text, mail, type }, i) => ({
      position: i + 1,
      type: type({ email: ["auto_email", "manual_email"], call: "call", linkedin: "linkedin_step_message", task: "action_item" }),
      name,
      wait_time: after,
      wait_mode: "day",
      ...(note === undefined && (mail || text === undefined) ? {} : { note: note ?? text }),
      ...(mail
        ? {
            emailer_touches: [
              {
                type: mail.reply ? "reply_to_thread" : "new_thread",
                status: "draft",
                emailer_template: { subject: mail.subject ?? "", body_html: mail.html },
              },
            ],
          }
        : {}),
    })),
  };
}
