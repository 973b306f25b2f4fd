/**
 * Characters that would command a terminal instead of being shown: control characters, the marks that turn the direction of
 * writing around, line separators and halves of characters.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
const COMMANDS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/** The text with a sign in the place of each character that would command the terminal. As long as before, in UTF-16 units. */
export const harmless = (text: string): string =>
  text.replace(COMMANDS, (command) => (command < " " ? String.fromCodePoint(0x2400 + command.charCodeAt(0)) : "\ufffd"));
