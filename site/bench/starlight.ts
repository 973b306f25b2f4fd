import { execFileSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { texts } from "./plain/src/texts.ts";

/**
 * Puts up a Starlight project in `folder`, and answers with the script that builds it. Its pages are Markdown: of each play what a built
 * handbook says of it in Markdown, and of each record every text. Its libraries are installed when the bench is run and nowhere else,
 * because they need a js-yaml that ours must not meet. Undefined where they cannot be had.
 */
export function starlightOf(playbooks: string, handbook: string, folder: string): string | undefined {
  cpSync(join(import.meta.dirname, "starlight"), folder, { recursive: true });
  try {
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  } catch {
    return undefined;
  }
  const docs = join(folder, "src/content/docs");
  mkdirSync(join(docs, "history"), { recursive: true });
  const write = (file: string, title: string, text: string) =>
    writeFileSync(join(docs, file), `---\ntitle: ${JSON.stringify(title)}\n---\n${text}`);
  write("index.md", "Plays", "");
  for (const file of globSync("playbooks/*.md", { cwd: handbook })) {
    const [heading = "", ...lines] = readFileSync(join(handbook, file), "utf8").split("\n");
    write(basename(file), heading.replace(/^# /, ""), lines.join("\n"));
  }
  for (const file of globSync("approved/*/1/*.approval.yaml", { cwd: playbooks })) {
    const id = basename(file, ".approval.yaml");
    write(`history/${id}.md`, id, texts(parse(readFileSync(join(playbooks, file), "utf8"))).join("\n\n"));
  }
  // A script finds its libraries from where it lies.
  const script = join(folder, "once.ts");
  cpSync(join(import.meta.dirname, "once.ts"), script);
  return script;
}
