import { beside } from "./beside.ts";
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

/** What was settled for a configuration, by the overrides that hold and the segment: of a thousand files most are settled alike. */
const settled = beside<Map<string, Settings>>();
/** Segments that a configuration knows nothing of are as many as authors invent. */
const MOST_SETTLED = 200;
const NO_CONFIG = {};

/** What holds for a file: what its overrides say, the last that names it first, then its segment's caps, the team's, the careful ones. */
export function settingsFor(config: Config | undefined, location: Location = {}, segment?: string): Settings {
  const path = withinFolder(location);
  const overrides = path === undefined ? [] : (config?.overrides ?? []).filter((override) => isFor(override, path)).reverse();
  const known = settled.get(config ?? NO_CONFIG) ?? new Map<string, Settings>();
  const own = segment !== undefined && config?.caps[segment] !== undefined ? segment : "";
  const key = [own, ...overrides.map((override) => config?.overrides.indexOf(override))].join("\n");
  const settings = known.get(key) ?? settle(config, overrides, own);
  if (known.size < MOST_SETTLED) known.set(key, settings);
  settled.set(config ?? NO_CONFIG, known);
  return settings;
}

function settle(config: Config | undefined, overrides: readonly Override[], segment: string): Settings {
  const sets: readonly Partial<Caps>[] = [
    ...overrides.map(({ caps }) => caps as Partial<Caps>),
    (config?.caps[segment] as Partial<Caps> | undefined) ?? {},
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
