import { type ApprovedPlaybook, branchesOf, broughtNow, nameOf, principles, type Touch, textsOf } from "@cadence-playbooks/server/core";
import { facetsOf } from "./facets.ts";
import { href } from "./href.ts";
import { askNames, channelNames, outcomeNames, replyNames, stageNames } from "./names.ts";
import { doseOf, hrefOf, situationOf, titleOf } from "./play.ts";
import { restraintsOf } from "./restraint.ts";
import { teamAssets } from "./team.ts";

/** A play in a list for machines: enough to choose by, and where the rest is. */
export const summaryOf = (play: ApprovedPlaybook) => ({
  id: play.id,
  title: titleOf(play),
  situation: situationOf(play),
  summary: play.playbook.summary,
  stage: play.playbook.audience.stage,
  segment: play.playbook.audience.segment,
  persona: play.playbook.audience.persona,
  channels: facetsOf(play).flatMap(({ facet, name }) => (facet === "channel" ? [name] : [])),
  dose: doseOf(play),
  approved: {
    by: nameOf(play.approval["approved-by"]),
    on: play.approval["approved-on"],
    "review-by": play.approval["review-by"],
    version: play.approval.version,
  },
  digest: play.approval.digest,
  page: hrefOf(play),
  json: href(`/playbooks/${play.id}.json`),
  markdown: href(`/playbooks/${play.id}.md`),
});

/** A play whole, for machines: the approved playbook as it was read, whose word it has, and what not to do. No address of a person in it. */
export const wholeOf = (play: ApprovedPlaybook) => ({
  ...summaryOf(play),
  playbook: { ...play.playbook, owner: play.playbook.owner && nameOf(play.playbook.owner) },
  assets: broughtNow(play.approval.assets, teamAssets()),
  "not-to-do": restraintsOf(play.playbook),
});

/** A play as Markdown, to be read by a person or a machine without the handbook. */
export function markdownOf(play: ApprovedPlaybook): string {
  const { playbook, approval } = play;
  const { audience, afterwards, motive, research } = playbook;
  const paragraph = (label: string, text: string | undefined) => (text ? [`${label}: ${plain(text)}`, ""] : []);
  const list = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`## ${title}`, "", ...items.map((item) => `- ${plain(item)}`), ""];
  const lines = [
    `# ${plain(titleOf(play))}`,
    "",
    ...(playbook.summary ? [plain(playbook.summary), ""] : []),
    `Situation: ${plain(situationOf(play))}`,
    "",
    `${plain(audience.persona ?? "Anyone")}. ${stageNames[audience.stage]}. ${doseOf(play)}. Approved by ${nameOf(approval["approved-by"])} on ${approval["approved-on"]}, review by ${approval["review-by"]}, version ${approval.version}.`,
    "",
    ...paragraph("Start when", audience["start-when"]),
    ...paragraph("What is in it for them", motive.benefit),
    ...list("Leave alone", audience.exclude),
    ...list("Prepare", research.find),
    "## What to say",
    "",
    ...playbook.touches.flatMap((touch) => touchLines(touch, `Day ${touch.day}`, 3)),
    "## When they answer",
    "",
    ...branchesOf(playbook).flatMap((branch) => [
      `### ${replyNames[branch.reply]}: ${outcomeNames[branch.outcome]}`,
      "",
      ...(branch.do ? [plain(branch.do), ""] : []),
      ...branch.touches.flatMap((touch) => touchLines(touch, touch.day === 0 ? "The same day" : `${touch.day} business days after`, 4)),
    ]),
    "## What not to do here",
    "",
    ...restraintsOf(playbook).map(
      ({ dont, because, principle }) => `- **${plain(dont)}** ${plain(because)} (${principles[principle].title})`,
    ),
    "",
    ...(afterwards.rest ? [`Afterwards, leave them in peace for ${afterwards.rest}.`, ""] : []),
  ];
  return `${lines.join("\n").trim()}\n`;
}

function touchLines(touch: Touch, when: string, level: number): readonly string[] {
  return [
    `${"#".repeat(level)} ${when}: ${channelNames[touch.channel]}`,
    "",
    ...(touch.reason ? [plain(touch.reason), ""] : []),
    `You ask for: ${askNames[touch.ask].toLowerCase()}.`,
    "",
    ...textsOf(touch).flatMap(({ field, text }) => [
      `${field}:`,
      "",
      ...text
        .trim()
        .split("\n")
        .map((line) => `    ${line}`),
      "",
    ]),
  ];
}

/** A text that Markdown takes for words, whatever stands in it: on one line, and no sign of it begins anything. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|~]/g, "\\$&");
