import { byPosition, list, number, type Obj, obj, rest, words } from "./data.ts";
import { BY_DATES, businessDaysOf } from "./days.ts";
import type { RawSequence, RawStep } from "./sequence.ts";
import { besideHtml, byWhetherOn, isOn, kindIn, type Outline, restOfVersion, type Tool, takenOf } from "./tool.ts";

const DAYS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    day: 1,
    days: 1,
    hour: 1 / 24,
    hours: 1 / 24,
    minute: 1 / 1440,
    minutes: 1 / 1440,
    second: 1 / 86_400,
    week: 7,
  }),
);

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
  const notes: string[] = [];
  const made = steps.map((step, i) => {
    const messages = messagesOf(step, beside("emailer_touches"), beside("emailer_templates"));
    const [taken] = byWhetherOn(messages, isMessageOn);
    if (taken && messages.length > 1) notes.push(`Step ${i + 1} holds ${takenOf(messages, taken, isMessageOn)}`);
    const one = stepOf(step, messages);
    return days ? { ...one, at: { day: days[i] ?? 1 } } : one;
  });
  const strays = [...(touches.get(false) ?? []), ...beside("emailer_templates").filter(({ id }) => !used.has(id ?? ""))];
  return {
    title: words(own["name"]) ?? "",
    days: days ? "business" : "calendar",
    steps: made,
    kept: [
      ...rest(own, ["name", "active", "emailer_steps", "emailer_touches", "emailer_templates", "id"], "Apollo "),
      ...strays.map((one) => ({ name: "Apollo touch or template that no step uses", value: JSON.stringify(one) })),
    ],
    notes: [
      ...(days ? [BY_DATES] : []),
      ...notes,
      ...(strays.length === 0 ? [] : ["The file holds touches or templates that no step uses; they stand in the comments."]),
    ],
  };
}

/** A touch of Apollo's, which is a version of what a step sends, and its template. */
type Message = { readonly touch: Obj; readonly template: Obj };

function messagesOf(step: Obj, touches: readonly Obj[], templates: readonly Obj[]): readonly Message[] {
  const nested = list(step["emailer_touches"]);
  const own =
    nested.length > 0 ? nested : touches.filter(({ emailer_step_id }) => emailer_step_id === step["id"] && step["id"] !== undefined);
  return own.map((touch) => ({
    touch,
    template: obj(touch["emailer_template"] ?? templates.find(({ id }) => id === touch["emailer_template_id"])),
  }));
}

/** A template that is archived is not sent, whatever the touch says. */
const isMessageOn = ({ touch, template }: Message) => (isOn(template) === false ? false : (isOn(touch) ?? isOn(template)));

function stepOf(step: Obj, messages: readonly Message[]): RawStep {
  const [first, ...others] = byWhetherOn(messages, isMessageOn);
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
    at: { after: wait * (DAYS.get(unit) ?? 1) },
    kept: [
      ...rest(step, ["id", "type", "name", "note", "position", "wait_time", "wait_mode", "emailer_touches", "emailer_campaign_id"]),
      ...(first ? rest(first.touch, [...TIES, "type", ...(others.length === 0 ? ["status"] : [])]) : []),
      ...(first ? rest(first.template, SAID, "template ") : []),
      ...(first ? besideHtml(first.template["body_html"], first.template["body_text"], "template body_text") : []),
      ...(DAYS.has(unit) ? [] : [{ name: "wait_mode", value: unit }]),
      ...others.flatMap(({ touch, template }, i) => [
        ...kindIn("other version", i, template["subject"], words(template["body_html"]) ?? template["body_text"]),
        ...restOfVersion(i, touch, TIES),
        ...restOfVersion(i, template, words(template["body_html"]) === undefined ? SAID : SAID.filter((key) => key !== "body_text")),
      ]),
    ],
  };
}

/** What ties a touch to its step and its template, and what is told of a template as its words. */
const TIES = ["id", "emailer_step_id", "emailer_template_id", "emailer_template"];
const SAID = ["id", "subject", "body_html", "body_text"];

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
