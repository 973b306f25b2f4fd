import { existsSync, readFileSync } from "node:fs";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { type Config, check, readSigners, type Signers } from "@cadence-playbooks/server/core";

/** The folder of the playbooks: `../playbooks`, or wherever CADENCE_PLAYBOOKS says. Ends with a slash. */
export const playbooksFolder = (): URL => {
  const elsewhere = process.env.CADENCE_PLAYBOOKS;
  return elsewhere ? pathToFileURL(`${elsewhere.replace(/\/+$/, "")}/`) : new URL("../../playbooks/", import.meta.url);
};

/** What the team decided in cadence.config.yaml. Undefined where there is no such file, or where it cannot be read: `cadence check` says why. */
export function teamConfig(): Config | undefined {
  const file = new URL("cadence.config.yaml", playbooksFolder());
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  // Every page asks; the text is judged again only when it is another one.
  if (text !== judged?.text) judged = { text, config: check(text, { kind: "config" }).config };
  return judged.config;
}

let judged: { readonly text: string; readonly config: Config | undefined } | undefined;

/** What the handbook calls itself. */
export const handbookName = (): string => {
  const team = teamConfig()?.team;
  return team ? `${team} playbooks` : "Cadence playbooks";
};

/** The file that says whose key is whose, as cadence.config.yaml names it. It need not exist. */
export function signersFile(): URL {
  const named = teamConfig()?.approvals["allowed-signers"] ?? "allowed_signers";
  return isAbsolute(named)
    ? pathToFileURL(named)
    : new URL(named.split("\\").join("/").split("/").map(encodeURIComponent).join("/"), playbooksFolder());
}

/** Whose key is whose. Undefined where there is no such file. */
export const allowedSigners = (): Signers | undefined => {
  const file = signersFile();
  return existsSync(file) ? readSigners(readFileSync(file, "utf8")) : undefined;
};
