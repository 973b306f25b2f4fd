import { called } from "./called.ts";
import type { Severity } from "./finding.ts";
import { CAREFUL, type Caps } from "./format/caps.ts";
import type { Config } from "./model.ts";
import type { Rule } from "./rule.ts";

/** What a team's configuration says about one file. */
export type Settings = {
  readonly caps: Caps;
  /** How loud a rule is for this file. A rule of a law is off until the law's pack is on. */
  readonly severityOf: (id: string, rule: Pick<Rule, "severity" | "law">) => Severity | "off";
};

export type Override = Config["overrides"][number];

/** What some overrides, the last first, a segment and the team say together. */
export function settle(config: Config | undefined, overrides: readonly Override[], segment: string): Settings {
  const sets: readonly Partial<Caps>[] = [
    ...overrides.map(({ caps }) => caps as Partial<Caps>),
    (called(config?.caps, segment) as Partial<Caps> | undefined) ?? {},
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
