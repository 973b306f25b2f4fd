/** Words of a summary that a page opens with; a rep reads them before a call. */
const OPENING = 60;
/** A summary that is hardly longer than its opening is not cut for the rest. */
const HARDLY = 20;

/** What a page opens with, and what follows for whoever wants to know more; nothing follows most summaries. */
export type Lead = { readonly opening: string; readonly rest: string };

/** A summary in two: up to the last sentence that ends early enough, or else to the word that does, which is then shown as a cut. */
export function leadOf(summary: string): Lead {
  const text = summary.trim();
  const words = [...text.matchAll(/\S+/g)];
  const last = words[OPENING - 1];
  if (words.length <= OPENING + HARDLY || !last) return { opening: text, rest: "" };
  const early = text.slice(0, last.index + last[0].length);
  const [sentences = ""] = /^[\s\S]*[.!?…。！？]["”’)\]]*(?=\s)/u.exec(early) ?? [];
  const opening = sentences === "" ? early : sentences;
  return { opening: sentences === "" ? `${early} …` : opening, rest: text.slice(opening.length).trim() };
}
