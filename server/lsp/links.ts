import type { DocumentLink } from "vscode-languageserver";
import { called, LOCAL_HANDBOOK, locate, namesIn, type Report, rangeOf, rules, ruleUrl, textsIn } from "../core/index.ts";
import type { Known } from "./host.ts";

/** What a reader can follow: assets to where they are, owners to their mail, addresses, and rules to where they are explained. */
export function documentLinks({ source, kind }: Report, { assets, config }: Known): DocumentLink[] {
  const links: DocumentLink[] = [];
  const handbook = config?.handbook ?? LOCAL_HANDBOOK;
  for (const { name, kind: of, role, span } of namesIn(source, kind)) {
    const asset = of === "asset" && role === "used" ? called(assets?.assets, name) : undefined;
    if (asset?.link) links.push({ range: rangeOf(source.lines, span), target: asset.link, tooltip: `Open “${asset.title}”` });
  }
  const add = (place: Parameters<typeof locate>[1], target: string, tooltip: string) =>
    links.push({ range: rangeOf(source.lines, locate(source, place)), target, tooltip });
  for (const { path, value } of textsIn(source.value, [])) {
    const key = path.at(-1);
    const mail = /<([^<>\s]+@[^<>\s]+)>$/.exec(value);
    const whole = { path, words: [0, value.length] as const };
    if (path.at(-2) === "severities" && Object.hasOwn(rules, String(key)))
      add({ path, on: "key" }, ruleUrl(handbook, String(key)), `Read about “${key}”`);
    else if ((key === "link" || key === "handbook") && /^https?:\/\/\S+$/.test(value)) add(whole, value, "Open it");
    else if ((key === "owner" || key === "person" || key === "by") && mail?.[1])
      add({ path, words: [mail.index + 1, mail.index + 1 + mail[1].length] }, `mailto:${mail[1]}`, "Write to them");
    else if (key === "rule" && path[0] === "accepted" && Object.hasOwn(rules, value))
      add(whole, ruleUrl(handbook, value), `Read about “${value}”`);
  }
  return links;
}
