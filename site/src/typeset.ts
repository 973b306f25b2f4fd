/** Straight quotation marks and apostrophes as typeset ones, for headings. Words to be said or sent stay as their author wrote them. */
export const typeset = (text: string): string =>
  text
    .replace(/(^|[\s([{—–-])"/g, "$1“")
    .replaceAll('"', "”")
    .replace(/(^|[\s([{—–-])'/g, "$1‘")
    .replaceAll("'", "’");
