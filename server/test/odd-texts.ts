/** Text that is hard to count in: more than one unit to a character, marks that join, the other direction, other line ends. */
const ODD_WORDS: Readonly<Record<string, string>> = {
  emoji: "👋🏽 Hallo 👩‍💻",
  "Chinese and Japanese": "您好、最近どうですか",
  "combining marks": "Zoe\u0308 a\u030a i\u0302",
  "right to left": "שלום مرحبا",
  "beyond the basic plane": "𝒳 𐐷 𠮷",
  "a dash and quotes": "“so” — it’s",
  // To JavaScript, every object has one.
  "a constructor": "constructor, a constructor’s",
};

const SAYING = "Just checking in on my last email";

/** The ways in which YAML writes the words of a message, under a key at column four. */
const STYLES: Readonly<Record<string, (odd: string) => string>> = {
  plain: (odd) => ` ${odd} {{first_name}} ${SAYING}.`,
  "plain over lines": (odd) => ` ${odd} {{first_name}}\n      ${SAYING}.`,
  "in single quotes": (odd) => ` '${odd} it''s {{first_name}} ${SAYING}.'`,
  "in double quotes with escapes": (odd) => ` "${odd} \\u00e9\\t\\"{{first_name}}\\" \\\n      ${SAYING}."`,
  literal: (odd) => ` |\n      ${odd} {{first_name}},\n\n      ${SAYING}.\n`,
  folded: (odd) => ` >-\n      ${odd} {{first_name}},\n\n      ${SAYING}\n      and more.`,
  "literal with its column said": (odd) => ` |2\n      ${odd} {{first_name}},\n\n      ${SAYING}.\n`,
};

/** A playbook with odd words before everything that is found, underlined or named. */
const playbook = (odd: string, message: string) => `# ${odd}
title: ${odd}
summry: ${odd} # ${odd}
owner: Zoë ${odd.replace(/[“”:]/g, "")} <zoe@northwind.example>
variables:
  first_name: { example: "${odd}", fallback: there }
  company: { example: ${odd.replace(/[“”:,]/g, "")} }
touches:
  - id: hello
    day: 1
    channel: email
    reason: ${odd} checking in
    subject: "${odd} {{first_name}} and {{frist_name}}"
    message:${message}
  - { id: again, day: 4, channel: call, pairs-with: hello, script: "${odd} {{company}}" }
replies: { no: stop }
`;

/** Every odd word in every style, with each kind of line end, with tabs and with a byte order mark. */
export const oddTexts: readonly (readonly [what: string, text: string])[] = Object.entries(ODD_WORDS).flatMap(([word, odd]) =>
  Object.entries(STYLES).flatMap(([style, written]) => {
    const text = playbook(odd, written(odd));
    return [
      [`${word}, ${style}`, text],
      [`${word}, ${style}, CRLF`, text.replaceAll("\n", "\r\n")],
      [`${word}, ${style}, a byte order mark`, `\ufeff${text}`],
      [`${word}, ${style}, tabs`, text.replaceAll(" #", "\t#").replace("reason: ", "reason: \t")],
    ] as const;
  }),
);
