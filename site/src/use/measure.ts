import { countWords } from "@cadence-playbooks/server/core";
import { number } from "../counts.ts";

/** An unhurried pace of speech: the one that the rule on voicemails counts with. */
const WORDS_A_SECOND = 2.5;

/** The letters of a plain text message. Anything else makes each of its parts shorter. */
const PLAIN = /^[\n\r !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-z¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùü^{}\\[\]~|€]*$/;

/** The letters of a plain text message that take the room of two. */
const DOUBLE = /[{}[\]\\~^|€]/g;

/** How many parts a text message is sent in. */
export function textMessages(text: string): number {
  const plain = PLAIN.test(text);
  const [one, each] = plain ? [160, 153] : [70, 67];
  const room = text.length + (plain ? (text.match(DOUBLE)?.length ?? 0) : 0);
  return room <= one ? 1 : Math.ceil(room / each);
}

/** What a rep wants to know of a text's length: seconds where it is said, otherwise words and characters. */
export function lengthOf(text: string, how: "said" | "written" | "texted" | "subject"): string {
  const words = countWords(text);
  const characters = [...text].length;
  const count = (n: number, one: string, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;
  switch (how) {
    case "said":
      return `${count(words, "word")}, about ${count(Math.max(1, Math.round(words / WORDS_A_SECOND)), "second")}`;
    case "texted":
      return `${count(words, "word")}, ${count(characters, "character")}, ${count(textMessages(text), "text message")}`;
    case "written":
      return `${count(words, "word")}, ${count(characters, "character")}`;
    case "subject":
      return count(characters, "character");
  }
}
