import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The licenses of the packages that the bundled files came from, as one text.
 * `inputs` are file paths from `root`, the folder that holds node_modules. Throws when a package has no license file.
 */
export function notices(root: string, inputs: string[]): string {
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  const packages = [...folders].sort().map((folder) => license(join(root, folder)));
  return ["This extension contains the following packages.", ...new Set(packages)].join(`\n\n${"-".repeat(80)}\n\n`);
}

function license(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
  if (!file)
    throw new Error(
      `${name} ${version} (${license}) has no license file in ${folder}. Add its license text by hand or leave the package out.`,
    );
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
