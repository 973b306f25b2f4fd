import { Lexer } from "yaml";

/** What the lexer puts before the text of a scalar, so that a text that begins with a number sign is not taken for a comment. */
const SCALAR = "\x1f";

/** The comments of a text, in order, without the white space at their ends. */
export function commentsOf(text: string): readonly string[] {
  const comments: string[] = [];
  let before = "";
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith("#") && before !== SCALAR) comments.push(token.trimEnd());
    before = token;
  }
  return comments;
}
