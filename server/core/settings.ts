import type { Severity } from "./finding.ts";
import { CAREFUL, type Caps } from "./format/caps.ts";
import { globOf } from "./glob.ts";
import type { Config } from "./model.ts";
import type { Rule } from "./rule.ts";

/** Where a text stands. Paths or addresses of files, with either kind of slash, both written the same way. */
export type Location = {
  /** The text's file. Undefined where it has none. */
  readonly file?: string | undefined;
  /** The configuration's file. Left out: `file` is a path from the configuration's folder. */
  readonly configFile?: string | undefined;
};

/** What a team's configuration says about one file. */
export type Settings = {
  readonly caps: Caps;
  /** How loud a rule is for this file. A rule of a law is off until the law's pack is on. */
  readonly severityOf: (id: string, rule: Pick<Rule, "severity" | "law">) => Severity | "off";
};

type Override = Config["overrides"][number];

/** Which files an override is for: the same override is asked for each file and each keystroke. */
const globs = new WeakMap<Override, readonly ((path: string) => boolean)[]>();

/** What holds for a file: what its overrides say, the last that names it first, then its segment's caps, the team's, the careful ones. */
export function settingsFor(config: Config | undefined, location: Location = {}, segment?: string): Settings {
  const path = withinFolder(location);
  const overrides = path === undefined ? [] : (config?.overrides ?? []).filter((override) => isFor(override, path)).reverse();
  const sets: readonly Partial<Caps>[] = [
    ...overrides.map(({ caps }) => caps as Partial<Caps>),
    (segment !== undefined && (config?.caps[segment] as Partial<Caps> | undefined)) || {},
    (config?.caps["default"] as Partial<Caps> | undefined) ?? {},
  ];
  const caps = Object.fromEntries(
    Object.entries(CAREFUL).map(([name, careful]) => [
      name,
      sets.find((set) => set[name as keyof Caps] !== undefined)?.[name as keyof Caps] ?? careful,
    ]),
  ) as Caps;
  return {
    caps,
    severityOf: (id, { severity, law }) =>
      law && !config?.laws.includes(law.pack)
        ? "off"
        : (overrides.find(({ severities }) => id in severities)?.severities[id] ?? config?.severities[id] ?? severity),
  };
}

function isFor(override: Override, path: string): boolean {
  const made =
    globs.get(override) ??
    override.files.flatMap((written) => {
      const glob = globOf(written);
      return typeof glob === "string" ? [] : [glob];
    });
  globs.set(override, made);
  return made.some((glob) => glob(path));
}

/** The path of a file from the configuration's folder. Undefined where it is not below it. */
function withinFolder({ file, configFile }: Location): string | undefined {
  const path = file?.replaceAll("\\", "/");
  if (path === undefined || configFile === undefined) return path;
  const folder = configFile.replaceAll("\\", "/").replace(/[^/]*$/, "");
  return path.startsWith(folder) ? path.slice(folder.length) : undefined;
}
