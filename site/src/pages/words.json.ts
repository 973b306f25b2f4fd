import { allTouches, branchesOf, principles, rules, textsOf } from "@cadence-playbooks/server/core";
import { situationOf, titleOf } from "../play.ts";
import { plays } from "../plays.ts";
import { alsoCalled, heardOn } from "../sayings.ts";
import { wordsIn } from "../shell/folded.ts";
import { spacedIn } from "../shell/unspaced.ts";

/** Words shorter than this are not put right: almost any other is one letter away. */
const SHORTEST = 4;
/** Words kept, the commonest first. A language in use has few more. */
const MOST = 12_000;

/** The words this handbook uses, for putting right what a hurried thumb typed into search. */
export async function GET(): Promise<Response> {
  const counts = new Map<string, number>();
  const add = (text: string | undefined) => {
    for (const word of wordsIn(spacedIn(text ?? "")))
      if (word.length >= SHORTEST && !/\p{N}/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const play of await plays()) {
    const { audience, summary, motive } = play.playbook;
    for (const text of [
      situationOf(play),
      titleOf(play),
      summary,
      audience.persona,
      audience.segment,
      audience["start-when"],
      motive.benefit,
      ...alsoCalled(play),
    ])
      add(text);
    for (const touch of allTouches(play.playbook))
      for (const text of [touch.reason, touch.value, ...textsOf(touch).map(({ text }) => text)]) add(text);
    for (const { reply } of branchesOf(play.playbook)) for (const text of heardOn[reply]) add(text);
  }
  for (const { title, statement } of Object.values(principles)) add(`${title} ${statement}`);
  for (const { summary, why } of Object.values(rules)) add(`${summary} ${why}`);
  const words = [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b, "en")).slice(0, MOST);
  return new Response(JSON.stringify(words.map(([word]) => word)), { headers: { "content-type": "application/json" } });
}
