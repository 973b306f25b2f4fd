import { beside } from "../beside.ts";
import type { Sentence, Token } from "./tokens.ts";

/** The small words that hold every English text together, however it is written. */
const SMALL_WORDS = new Set(
  `the a an and or but if so as of to in on at by for with from about into over after before than then that this these those
  it its i you he she we they me him her us them my your his our their is are was were be been being am do does did have has had
  will would can could should may might must shall not no yes what who when where why how which there here all any some more most
  just only also up out off down let get got go know think want need make see say ask one two again still because while until
  please thanks thank hello hi dear hey ok`.split(/\s+/),
);

/** The same of the languages that playbooks are most often written in, without those that are English words, too. */
const OTHERS = new Set(
  `ich sie ihr ihre ihnen wir und der das den dem nicht ist sind haben habe eine einen für mit auf auch noch nur wie sich zu ob
  je vous votre vos nous notre est une des les du pour avec dans qui que sur mais cette suis êtes bonjour
  usted ustedes su sus el los las una para por con pero este esta muy hola quería nuestra nuestro
  você seu sua minha meu uma não com mais está olá só queria nós
  il lo gli della di che per sono ha una mia mio nostra nostro buongiorno volevo se alla
  ik heeft het een uw jij mijn wij zijn hebben voor niet ook naar dat wilde
  att och jag det som inte är har vi på med min din mitt hej ikke jeg til af
  nie czy się jest pan pani moją mój że na do dzień dobry proszę`.split(/\s+/),
);

/** Words a text must have before their mere scarcity says something of its language. */
const ENOUGH = 14;
/** English texts have a third or more of their own small words; other languages share a few by chance. */
const LEAST = 0.18;

const judged = beside<boolean>();

/** Whether a text is probably not in English. In doubt it is. */
export function isForeign(sentences: readonly Sentence[]): boolean {
  const known = judged.get(sentences) ?? soundsForeign(sentences);
  judged.set(sentences, known);
  return known;
}

function soundsForeign(sentences: readonly Sentence[]): boolean {
  let [words, letters, latin, english, other] = [0, 0, 0, 0, 0];
  for (const { written } of sentences)
    for (let i = 0; i < written.length; i++) {
      const { form } = written[i] as Token;
      if (form.latin < 0) continue;
      words++;
      letters += form.word.length;
      latin += form.latin;
      if (form.of === "english") english++;
      else if (form.of === "other") other++;
    }
  if (letters > 3 && latin < letters / 2) return true;
  return (other > 1 && other > english) || (words >= ENOUGH && english < LEAST * words);
}

/** What a word says about its language: its Latin letters, or -1 for what is no word; and whose small word it is. */
export type Traits = { readonly latin: number; readonly of: "english" | "other" | undefined };

const NO_WORD: Traits = { latin: -1, of: undefined };

/** What a word says about its language. */
export function traitsOf(word: string): Traits {
  if (STAND_INS.has(word) || !/^\p{L}/u.test(word)) return NO_WORD;
  return {
    latin: PLAIN.test(word) ? word.length : (word.match(/\p{Script=Latin}/gu)?.length ?? 0),
    of: SMALL_WORDS.has(word) ? "english" : OTHERS.has(word) ? "other" : undefined,
  };
}

/** Letters that English is written with, all of them Latin. */
const PLAIN = /^[a-z]*$/i;
/** What stands for blanks, addresses and numbers. */
const STAND_INS = new Set(["VAR", "URL", "NUM", "NTH", "PCT", "EMOJI"]);
