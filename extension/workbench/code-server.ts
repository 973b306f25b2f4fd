import { spawn, spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { entry } from "./install.ts";

/** A running workbench on this machine, with a user of its own who has never opened it before. */
export type CodeServer = {
  /** Where to open a folder, a workspace's file or, without either, a window with nothing in it, as a browser address. */
  readonly address: (place?: string) => string;
  /** The folder that installed extensions are in. */
  readonly extensions: string;
  /** Ends every process it started and removes what it wrote. */
  readonly stop: () => Promise<void>;
};

/** Keeps the workbench to itself: no welcome page, no network, no notices, nothing that moves. It is as dark or light as the browser asks for. */
const QUIET = {
  "window.autoDetectColorScheme": true,
  "workbench.preferredDarkColorTheme": "Default Dark Modern",
  "workbench.preferredLightColorTheme": "Default Light Modern",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.reduceMotion": "on",
  "workbench.layoutControl.enabled": false,
  "window.commandCenter": false,
  "window.menuBarVisibility": "compact",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "remote.autoForwardPorts": false,
  "git.enabled": false,
  "git.openRepositoryInParentFolders": "never",
  "editor.cursorBlinking": "solid",
  "editor.hover.delay": 100,
  "editor.minimap.enabled": false,
};

/**
 * Packs the extension, installs it and starts the workbench on a free port. Throws with its output when something fails.
 * `where`: in Node beside the files, or in a worker of the browser, as where there is no Node.
 */
export async function startCodeServer(settings: object = {}, where: "node" | "browser" = "node"): Promise<CodeServer> {
  const home = mkdtempSync(join(tmpdir(), "cadence-workbench-"));
  const extensions = join(home, "extensions");
  const folders = ["--user-data-dir", join(home, "data"), "--extensions-dir", extensions];
  // Nothing of the person at this machine: an editor around this test would otherwise be asked to open the folder.
  const env = { PATH: process.env.PATH, HOME: home, LANG: "C.UTF-8" };
  mkdirSync(join(home, "data/User"), { recursive: true });
  writeFileSync(join(home, "data/User/settings.json"), JSON.stringify({ ...QUIET, ...settings }));

  const vsix = join(home, "cadence-playbooks.vsix");
  try {
    step("npm", ["run", "--silent", "package", "--", "--out", vsix], process.env);
    step(process.execPath, [entry, ...folders, "--install-extension", vsix], env);
    if (where === "browser") leaveToBrowser(extensions);
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }

  const quiet = ["--disable-telemetry", "--disable-update-check", "--disable-workspace-trust", "--disable-getting-started-override"];
  const serve = [entry, "--auth", "none", "--bind-addr", "127.0.0.1:0", "--ignore-last-opened", ...quiet, ...folders];
  const server = spawn(process.execPath, [join(import.meta.dirname, "supervise.ts"), process.execPath, ...serve], { env });
  const gone = new Promise<void>((done) => server.once("exit", () => done()));

  let output = "";
  const listening = new Promise<string>((resolve, reject) => {
    const read = (text: Buffer) => {
      output += text;
      const address = /listening on (http:\S+?)\/?\s/.exec(output)?.[1];
      if (address) resolve(address);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`The workbench stopped with code ${code}.\n${output}`)));
  });

  const stop = async () => {
    server.stdin.end();
    await gone;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const origin = await listening;
    const kind = (place: string) => (place.endsWith(".code-workspace") ? "workspace" : "folder");
    const address = (place?: string) => `${origin}/?${place === undefined ? "ew=true" : `${kind(place)}=${encodeURIComponent(place)}`}`;
    return { address, extensions, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Takes the entry for Node out of what is installed: the workbench would use it wherever it can. */
function leaveToBrowser(extensions: string): void {
  for (const file of globSync(join(extensions, "cadence-playbooks.*/package.json"))) {
    const { main: _, ...rest } = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify(rest));
  }
}

function step(command: string, args: string[], env: NodeJS.ProcessEnv): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: join(import.meta.dirname, ".."), env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed.\n${stdout}${stderr}`, { cause: error });
}
