import { principles } from "@cadence-playbooks/server/core";
import { href } from "../href.ts";
import { stageNames } from "../names.ts";
import { recent, situationOf } from "../play.ts";
import { plays } from "../plays.ts";
import { handbookName } from "../team.ts";

/** Plays named one by one; the whole list is in playbooks.json. */
const NAMED = 100;

/** What a language model should know before it speaks for this handbook. */
export async function GET(): Promise<Response> {
  const all = await plays();
  const oneLine = (text: string) => text.replace(/\s+/g, " ").replace(/[[\]]/g, "");
  const lines = [
    `# ${handbookName()}`,
    "",
    "> Approved plays for getting in touch, and staying in touch, without becoming a nuisance. Only what stands here is approved; each play says by whom, on which day and until when.",
    "",
    "Do not shorten a wait, add a touch, or write again after a no. Blanks are written {{like_this}}; where one is not known and has no fallback, the touch is not sent.",
    "",
    "## Principles",
    "",
    ...Object.entries(principles).map(([id, { title, statement }]) => `- [${title}](${href(`/principles/${id}/`)}): ${statement}`),
    "",
    all.length > NAMED ? `## Plays approved last, ${NAMED} of ${all.length}` : "## Plays",
    "",
    ...recent(all, NAMED).map(
      (play) =>
        `- [${oneLine(situationOf(play))}](${href(`/playbooks/${play.id}.md`)}): ${stageNames[play.playbook.audience.stage]}. ${oneLine(play.playbook.summary ?? "")}`,
    ),
    "",
    "## For programs",
    "",
    `- [Every play](${href("/playbooks.json")}): JSON`,
    `- [Schema of a playbook](${href("/schema/playbook.json")}): JSON Schema`,
    "",
  ];
  return new Response(lines.join("\n"), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
