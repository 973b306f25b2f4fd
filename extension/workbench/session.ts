import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type CodeServer, startCodeServer } from "./code-server.ts";
import { installWorkbench } from "./install.ts";
import { openEmpty, openFolder } from "./workbench.ts";

const SIZE = { width: 1280, height: 860 };
const playbooks = join(import.meta.dirname, "../../playbooks");

/**
 * A workbench for the tests of one file: there before the first of them, gone with everything they wrote after the last.
 * `where` the extension runs: in Node, or in a worker of the browser.
 */
export function session(where: "node" | "browser" = "node") {
  let temporary: string;
  let server: CodeServer | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    installWorkbench();
    temporary = mkdtempSync(join(tmpdir(), "cadence-editor-"));
    server = await startCodeServer({}, where);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(temporary, { recursive: true, force: true });
  });
  const started = () => {
    if (!server || !browser) throw new Error("The workbench has not started.");
    return { server, browser };
  };
  return {
    /** The folder its extensions are installed in. */
    get extensions(): string {
      return started().server.extensions;
    },
    /** A new folder of playbooks, with these files of the repository's in it. */
    folderWith(...files: readonly string[]): string {
      const folder = join(mkdtempSync(join(temporary, "folder-")), "playbooks");
      mkdirSync(folder);
      for (const file of files) cpSync(join(playbooks, file), join(folder, file));
      return folder;
    },
    /** Opens a folder, or a workspace's file, in a window of its own. */
    open(place: string): Promise<Page> {
      const { server, browser } = started();
      return openFolder(browser, server.address(place), SIZE);
    },
    /** Opens a window with no folder in it. */
    openNothing(): Promise<Page> {
      const { server, browser } = started();
      return openEmpty(browser, server.address(), SIZE);
    },
  };
}
