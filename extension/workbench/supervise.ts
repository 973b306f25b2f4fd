import { spawn } from "node:child_process";

/**
 * Runs a command in a process group of its own, and ends that whole group as soon as standard input closes:
 * when whoever started this file lets go of it, or dies, however suddenly.
 * Usage: node supervise.ts COMMAND ARGUMENTS…
 */
const [command = "", ...rest] = process.argv.slice(2);
const child = spawn(command, rest, { detached: true, stdio: ["ignore", "inherit", "inherit"] });

function endGroup(): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nobody of the group is left.
  }
}

child.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
  process.stdin.destroy();
});
child.on("exit", (code) => {
  endGroup();
  process.exit(code ?? 1);
});
process.stdin.on("close", endGroup).resume();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, endGroup);
