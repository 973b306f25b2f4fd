import type { Message } from "./message.ts";
import type { Sentence } from "./tokens.ts";

/** Words by which somebody asks for a talk, as stems. */
const TALK = new Set(
  "talk chat call ring speak minut minute meet connect coffe convers conversation sync hop phone week half quarter".split(" "),
);
/** Words that hide what it is about, as stems. With one of them a question for a talk is no plain one. */
const HIDING = new Set(
  "something some someth thing stuff idea opportun insight synergi possibl potenti valu fit explor interest brain opinion solut offer mind introduc priorit partner alignment benefit reason import anything anyth".split(
    " ",
  ),
);
/** Words of a plain question for a talk, at most: who needs more has begun to say what for. */
const SHORT = 16;
/** Words of a question about their work, at least. */
const ASKING = 8;

const written = ({ written: words }: Sentence): readonly string[] => words.map(({ form }) => form.word);

/** Whether a sentence asks for a talk and says nothing else, neither what about nor anything that hides it. */
const asksToTalk = ({ tokens }: Sentence): boolean =>
  tokens.length <= SHORT && tokens.some(({ form }) => TALK.has(form.lemma)) && !tokens.some(({ form }) => HIDING.has(form.lemma));

/** Figures that stand alone. Two in a row are a telephone number. */
const isFigure = (words: readonly string[], at: number): boolean =>
  words[at] === "PCT" || words[at] === "URL" || (words[at] === "NUM" && words[at - 1] !== "NUM" && words[at + 1] !== "NUM");

/** Whether a sentence names something that can be checked, or asks about their work. */
function isConcrete(sentence: Sentence): boolean {
  const words = written(sentence);
  if (words.some((_, at) => isFigure(words, at))) return true;
  return words.length >= ASKING && words.includes("?") && sentence.tokens.some(({ form }) => form.lemma === "you") && !hides(sentence);
}

const hides = ({ tokens }: Sentence): boolean => tokens.some(({ form }) => HIDING.has(form.lemma));

/**
 * Whether a sentence is a plain question for a talk in a message that says elsewhere what it is about. “Would you have fifteen
 * minutes on Tuesday?” hides the purpose only where no other sentence tells it: by a figure, an address, a question about their
 * work, or what the touch declares to bring.
 */
export function purposeStandsElsewhere(message: Message, index: number): boolean {
  const asked = message.sentences[index];
  if (!asked || !asksToTalk(asked)) return false;
  const others = message.sentences.filter((one, i) => i !== index && one.tokens.length > 2 && !asksToTalk(one));
  return others.some(isConcrete) || (message.value !== undefined && others.length > 0);
}
