import { spawn } from "node:child_process";
import { once } from "node:events";
import { bin } from "./cadence.ts";

/** Runs `cadence` on a real terminal, and types some keys all at once when it first asks a question. Needs `script`. */
export async function typedInto(cwd: string, args: string, question: string, keys: string): Promise<{ code: number | null; said: string }> {
  const terminal = spawn("script", ["-qec", `"${process.execPath}" "${bin}" ${args}`, "/dev/null"], {
    cwd,
    env: { ...process.env, TERM: "dumb", NO_COLOR: "1" },
  });
  let said = "";
  terminal.stdout.on("data", (chunk: Buffer) => {
    const asked = said.includes(question);
    said += chunk;
    if (!asked && said.includes(question)) terminal.stdin.write(keys);
  });
  const [code] = (await once(terminal, "close")) as [number | null];
  return { code, said };
}
