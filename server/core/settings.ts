import { beside } from "./beside.ts";
import { called } from "./called.ts";
import { globOf } from "./glob.ts";
import type { Config } from "./model.ts";
import { type Override, type Settings, settle } from "./settle.ts";

/** Where a text stands. Paths or addresses of files, with either kind of slash, both written the same way. */
export type Location = {
  /** The text's file. Undefined where it has none. */
  readonly file?: string | undefined;
  /** The configuration's file. Left out: `file` is a path from the configuration's folder. */
  readonly configFile?: string | undefined;
};

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
  const own = segment !== undefined && called(config?.caps, segment) !== undefined ? segment : "";
  const key = [own, ...overrides.map((override) => config?.overrides.indexOf(override))].join("\n");
  const settings = known.get(key) ?? settle(config, overrides, own);
  if (known.size < MOST_SETTLED) known.set(key, settings);
  settled.set(config ?? NO_CONFIG, known);
  return settings;
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
