// Written by index.test.ts: one line for each rule file in this folder.
import endsWithTakeAway from "./ends-with-take-away.ts";
import gapsHold from "./gaps-hold.ts";
import knownKeys from "./known-keys.ts";
import readableYaml from "./readable-yaml.ts";
import variablesDeclared from "./variables-declared.ts";

/** Every rule by its id, which is its file's name. */
export const rules = {
  "ends-with-take-away": endsWithTakeAway,
  "gaps-hold": gapsHold,
  "known-keys": knownKeys,
  "readable-yaml": readableYaml,
  "variables-declared": variablesDeclared,
};
