import { byPosition, isObj, list, number, type Obj, obj, rest, words } from "./data.ts";
import { CannotRead, type Kept, type RawSequence, type RawStep } from "./sequence.ts";
import { kindIn, type Outline, restOfVersion, type Tool } from "./tool.ts";

/** The sequences of a lemlist campaign: the main one, and one for each answer to a condition. */
export const lemlist: Tool = {
  title: "lemlist",
  days: "calendar",
  writing: "camel",
  channels: ["email", "call", "linkedin"],
  onlyAutomatic: ["email", "linkedin"],
  reads: (data) => sequencesIn(data).length > 0,
  open: (data) => [opened(data)],
  write: written,
};

const TYPES = /^(?:email|manual|task|phone|api|delay|conditional|sms|linkedin\w+|whatsapp\w*|sendToAnotherCampaign)$/;

function sequencesIn(data: unknown): readonly Obj[] {
  const outer = obj(data);
  const within = outer["sequences"] ?? data;
  const all = Array.isArray(within) ? list(within) : isObj(within) ? [within, ...Object.values(within).filter(isObj)] : [];
  return all.filter(({ steps }) => list(steps).some(({ type, actionType }) => actionType === undefined && TYPES.test(words(type) ?? "")));
}

function opened(data: unknown): RawSequence {
  const sequences = sequencesIn(data);
  const branches = new Set(
    sequences.flatMap(({ steps }) => list(steps).flatMap((step) => list(step["conditions"]).map(({ sequenceId }) => words(sequenceId)))),
  );
  const main = sequences.find(({ level, _id }) => level === 0 || !branches.has(words(_id))) ?? sequences[0];
  if (!main || (sequences.length > 1 && branches.has(words(main["_id"])) && main["level"] !== 0))
    throw new CannotRead(
      "Every sequence of this campaign is a branch of another, in a circle, so none is the first.",
      "Name the first one: give it “level”: 0.",
    );
  const notes: string[] = [];
  const kept: Kept[] = [];
  const seen = new Set([main]);
  const follow = (sequence: Obj): readonly RawStep[] =>
    byPosition(list(sequence["steps"]), "order", "index").flatMap((step) => {
      if (step["type"] !== "conditional") return [stepOf(step)];
      for (const [i, condition] of list(step["conditions"]).entries()) {
        const branch = sequences.find(({ _id }) => _id === condition["sequenceId"]);
        const answer = words(condition["label"]) ?? words(condition["key"]);
        const name = `branch on ${words(step["conditionKey"]) ?? "a condition"}: ${answer ?? `answer ${i + 1}`}`;
        if (!branch || seen.has(branch)) {
          if (branch) notes.push(`The “${name}” leads back to where it came from; it was followed once.`);
          kept.push({ name, value: JSON.stringify(condition) });
          continue;
        }
        seen.add(branch);
        for (const one of follow(branch)) kept.push(...toldIn(name, one));
      }
      notes.push(
        "A condition splits this campaign. The main line was followed; its branches stand in notes at the top of the draft. Replies are where a playbook branches.",
      );
      return [
        {
          type: "delay",
          at: { after: number(step["delay"]) ?? 0 },
          kept: rest(step, ["_id", "type", "conditions", "delay", "sequenceId"], "condition "),
        },
      ];
    });
  const steps = follow(main);
  for (const other of sequences) if (!seen.has(other)) kept.push({ name: "a sequence nothing leads to", value: JSON.stringify(other) });
  return {
    title: words(obj(data)["name"]) ?? words(main["name"]) ?? "",
    days: "calendar",
    steps,
    kept: [
      ...rest(obj(data), ["name", "sequences", "status", ...Object.keys(obj(data)).filter((key) => isObj(obj(data)[key]))], "lemlist "),
      ...kept,
    ],
    notes: [...new Set(notes)],
  };
}

/** A step of a branch, as people read it: there is no place for it but a comment. */
function toldIn(name: string, { type, name: called, subject, body, at, kept }: RawStep): readonly Kept[] {
  const after = at && "after" in at ? at.after : 0;
  const how = [`${type}, ${after} ${after === 1 ? "day" : "days"} after the step before`, called, subject && `Subject: ${subject}`, body];
  // The wait for a condition is told by the branches that follow it.
  const step = type === "delay" && after === 0 ? [] : [{ name, value: how.filter(Boolean).join("\n") }];
  return [...step, ...kept.map((one) => ({ name: `${name}, ${one.name}`, value: one.value }))];
}

function stepOf(step: Obj): RawStep {
  const type = words(step["type"]) ?? "";
  const alternatives = list(step["variants"] ?? step["alternatives"]);
  return {
    type: type === "manual" ? "task" : type,
    name: words(step["title"]) ?? words(step["name"]),
    subject: words(step["subject"]),
    body: words(step["message"]) ?? words(step["body"]) ?? words(step["text"]),
    reply: (type === "email" || /^Email: /.test(words(step["title"]) ?? "")) && "subject" in step && words(step["subject"]) === undefined,
    // Whatever has a kind of its own there goes out by itself, except a call.
    automatic: /^(?:email|sms|linkedin\w+|whatsapp\w*)$/.test(type),
    at: { after: number(step["delay"]) ?? 0 },
    kept: [
      ...rest(step, [
        "_id",
        "type",
        "title",
        "name",
        "subject",
        "message",
        "body",
        "text",
        "delay",
        "order",
        "index",
        "sequenceId",
        "variants",
        "alternatives",
      ]),
      ...alternatives.flatMap((one, i) => [
        ...kindIn("other version", i, one["subject"], words(one["message"]) ?? one["body"]),
        ...restOfVersion(i, one, ["_id", "subject", "message", ...(words(one["message"]) === undefined ? ["body"] : [])]),
      ]),
    ],
  };
}

function written({ title, steps }: Outline): unknown {
  return {
    name: title,
    status: "draft",
    sequences: [
      {
        level: 0,
        steps: steps.map(({ name, after, note, text, mail, automatic, channel, type }, i) => ({
          index: i,
          type: automatic && channel === "linkedin" ? "linkedinSend" : type({ email: ["email", "manual"], call: "phone", task: "manual" }),
          title: name,
          delay: after,
          ...(mail ? { subject: mail.reply ? "" : (mail.subject ?? ""), message: mail.html } : { message: note ?? text ?? "" }),
        })),
      },
    ],
  };
}
