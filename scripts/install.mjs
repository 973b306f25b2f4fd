// Runs before `npm start` and `npm test`, possibly with nothing installed and an old Node: plain JavaScript without dependencies.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === "win32";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20) {
  fail(
    `This is Node ${process.versions.node}, and the project needs Node 20 or newer.`,
    "Install the newest Node from https://nodejs.org and try again.",
  );
} else if (!installed()) {
  install();
}
if (!process.exitCode && !runsTypeScript())
  fail(
    "The project's own Node is not there: npm was told to run no install scripts.",
    "Run “npm rebuild node --ignore-scripts=false”, or install Node 22.18 or newer.",
  );

/**
 * Whether what npm installed is what package-lock.json asks for. Told by their contents and not by their dates, which change
 * with every checkout. Packages for other systems may be missing.
 */
function installed() {
  const wanted = packagesIn("package-lock.json");
  const there = packagesIn(path.join("node_modules", ".package-lock.json"));
  if (!wanted || !there) return false;
  return Object.entries(wanted).every(([place, { version, integrity, link, optional }]) => {
    const found = there[place];
    if (place === "" || (!found && optional)) return true;
    return found !== undefined && found.version === version && found.integrity === integrity && found.link === link;
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.log("Installing what the project needs. The first time this takes a minute or two.");
  const began = Date.now();
  const npm = process.env.npm_execpath;
  // Windows cannot replace the Node that is running this, so there npm changes only what has to change.
  const strict = !(windows && process.execPath.startsWith(root));
  const args = [...(strict ? ["ci"] : ["install", "--no-save"]), "--no-audit", "--no-fund", "--loglevel=error"];
  const options = { cwd: root, stdio: "inherit", env: ownEnvironment(), shell: !npm && windows };
  const { status, error } = npm ? spawnSync(nodeOfNpm(), [npm, ...args], options) : spawnSync("npm", args, options);
  if (error) return fail(`npm could not be started: ${error.message}.`, "Install Node from https://nodejs.org; npm comes with it.");
  if (status !== 0) {
    // Half an installation would look like a whole one next time.
    rmSync(path.join(root, "node_modules", ".package-lock.json"), { force: true });
    return fail(
      "npm could not install what the project needs; its own words are above.",
      "Check the network and try again, or run “npm ci” to see more.",
    );
  }
  console.log(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** The Node that npm runs on. Ours lies in the folder that is about to be replaced. */
function nodeOfNpm() {
  const node = process.env.npm_node_execpath;
  return node && existsSync(node) ? node : process.execPath;
}

/**
 * The environment without what the npm around us has put there for this script, which would make another npm believe that it
 * was asked for a single workspace, or for this script. Where packages come from stays as it is.
 */
function ownEnvironment() {
  const kept = /^npm_config_(registry|cache|userconfig|globalconfig|(https?_?|no)?proxy|ca|cafile|strict_ssl)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || kept.test(name)));
}

function runsTypeScript() {
  const bin = path.join(root, "node_modules", ".bin", windows ? "node.cmd" : "node");
  return existsSync(bin) || (major === 22 ? minor >= 18 : major === 23 ? minor >= 6 : major > 23);
}

function fail(what, todo) {
  console.error(`\n${what}\n${todo}\n`);
  process.exitCode = 1;
}
