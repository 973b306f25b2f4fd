import { branchesOf, type Playbook } from "../model.ts";
import { timeline } from "../timeline.ts";

/** A playbook as a Mermaid state diagram: the main line, and each branch that leaves it. */
export function mermaidOf(playbook: Playbook): string {
  const names = new Map<object, string>();
  const name = (moment: object) => names.get(moment) ?? names.set(moment, `t${names.size + 1}`).get(moment) ?? "";
  const label = ({ day, touches }: ReturnType<typeof timeline>[number], unit: string) =>
    `${unit} ${day}<br>${touches.map(({ channel, id }) => `${channel} ${id}`).join("<br>")}`;
  const main = timeline(playbook.touches);
  const lines = ["stateDiagram-v2", "  direction LR"];
  for (const moment of main) lines.push(`  ${name(moment)}: ${label(moment, "Day")}`);
  const [first] = main;
  if (first) lines.push(`  [*] --> ${name(first)}`);
  for (const [i, moment] of main.slice(1).entries()) {
    const before = main[i];
    if (before) lines.push(`  ${name(before)} --> ${name(moment)}: ${moment.day - before.day} later`);
  }
  const last = main.at(-1);
  for (const [i, { reply, outcome, touches }] of branchesOf(playbook).entries()) {
    const moments = timeline(touches);
    const branch = `b${i + 1}`;
    lines.push(`  ${branch}: ${reply}`);
    if (reply === "silence" && last) lines.push(`  ${name(last)} --> ${branch}`);
    else for (const moment of main) lines.push(`  ${name(moment)} --> ${branch}`);
    let before = branch;
    for (const moment of moments) {
      lines.push(`  ${name(moment)}: ${label(moment, "Day")} after`, `  ${before} --> ${name(moment)}`);
      before = name(moment);
    }
    lines.push(`  ${before} --> [*]: ${outcome}`);
  }
  return lines.join("\n");
}
