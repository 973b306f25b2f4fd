import { laws, principles, type Rule } from "../core/index.ts";

/** What a rule is for, where somebody sets how loud it is. */
export const ruleWords = (id: string, { summary, why, principle, severity, kind, law, caps = [] }: Rule): string =>
  [
    `**${summary}**`,
    why,
    `*${principles[principle].title}.*`,
    law ? `It holds where \`laws\` names \`${law.pack}\`: ${laws[law.pack].name}, ${law.cite}.` : "",
    caps.length > 0 ? `Its numbers are under \`caps\`: ${caps.map((name) => `\`${name}\``).join(", ")}.` : "",
    `\`${id}\` · ${kind} · for everybody else it is \`${severity}\``,
  ]
    .filter(Boolean)
    .join("\n\n");
