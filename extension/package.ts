import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Packs the extension. The same sources give the same bytes, whoever packs them and when, so that anybody can see for themselves
 * that a published package is what these sources make: the archive's dates are those of no day, and its files stand in one order.
 */
const vsce = fileURLToPath(import.meta.resolve("@vscode/vsce/vsce"));
const args = ["package", "--no-dependencies", "--out", "dist/cadence-playbooks.vsix", ...process.argv.slice(2)];
/** The second of January 1980: an archive can hold nothing earlier in every time zone. Seconds since 1970. */
const NO_DAY = "315619200";
const { status } = spawnSync(process.execPath, [vsce, ...args], {
  cwd: import.meta.dirname,
  stdio: "inherit",
  env: { ...process.env, SOURCE_DATE_EPOCH: NO_DAY, TZ: "UTC" },
});
process.exitCode = status ?? 1;
