import { existsSync, readFileSync, statSync } from "node:fs";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { type Assets, type Config, check, type RegionOf, type Report, readSigners, type Signers } from "@cadence-playbooks/server/core";
import { loadRegions } from "@cadence-playbooks/server/holidays";

/** The folder of the playbooks: `../playbooks`, or wherever CADENCE_PLAYBOOKS says. Ends with a slash. */
export const playbooksFolder = (): URL => {
  const elsewhere = process.env.CADENCE_PLAYBOOKS;
  return elsewhere ? pathToFileURL(`${elsewhere.replace(/\/+$/, "")}/`) : new URL("../../playbooks/", import.meta.url);
};

/** What the team decided in cadence.config.yaml. Undefined where there is no such file, or where it cannot be read: `cadence check` says why. */
export const teamConfig = (): Config | undefined => shared("config")?.config;

/** What the team's plays bring, as cadence.assets.yaml says it now. Undefined as above. */
export const teamAssets = (): Assets | undefined => shared("assets")?.assets;

/** The files that every playbook shares, where people find them. */
export const sharedFiles = (): readonly { readonly file: URL; readonly read: boolean }[] =>
  (["config", "assets"] as const).flatMap((kind) => {
    const report = shared(kind);
    return report ? [{ file: fileOf(kind), read: report[kind] !== undefined }] : [];
  });

type Shared = "config" | "assets";

const fileOf = (kind: Shared) => new URL(`cadence.${kind}.yaml`, playbooksFolder());

/** What is to be said about a shared file. Undefined where there is none. */
function shared(kind: Shared): Report | undefined {
  const known = judged.get(kind);
  // One build has one configuration, and every page asks for it many times over.
  if (known && process.env.NODE_ENV === "production") return known.report;
  const looked = look(kind, known);
  judged.set(kind, looked);
  return looked.report;
}

/** Looks at a shared file, and reads it again only when it was written since. */
function look(kind: Shared, before: Judged | undefined): Judged {
  const file = fileOf(kind);
  const now = statSync(file, { bigint: true, throwIfNoEntry: false });
  if (!now) return { state: undefined, report: undefined };
  const state = [file.href, now.ino, now.size, now.mtimeNs, now.ctimeNs].join();
  if (before?.state === state) return before;
  const text = readFileSync(file, "utf8");
  return { state, report: before?.report?.source.text === text ? before.report : check(text, { kind }) };
}

type Judged = { readonly state: string | undefined; readonly report: Report | undefined };

const judged = new Map<Shared, Judged>();

/** The weekends and holidays of the world, where the configuration names a part of it: their calendar is large. */
export async function teamRegions(): Promise<RegionOf | undefined> {
  const { calendars = {}, office } = teamConfig() ?? {};
  return [office, ...Object.values(calendars)].some((part) => part?.region !== undefined) ? loadRegions() : undefined;
}

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
