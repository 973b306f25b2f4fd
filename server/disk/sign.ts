import { spawn } from "node:child_process";
import { NAMESPACE, type Refusal } from "../core/index.ts";

/**
 * Signs a record with `ssh-keygen -Y sign`, so that agents, passphrases and hardware work as they do for git and no private key
 * ever comes near us. `key` is a private key, or a public one whose private half an agent holds; left out, the key that git signs with.
 */
export async function sign(record: Uint8Array, key: string | undefined, cwd: string): Promise<string | Refusal> {
  const chosen = key ?? (await gitKey(cwd));
  if (!chosen)
    return {
      what: "There is no key to sign with.",
      todo: "Name one: --sign ~/.ssh/id_ed25519. Or tell git: git config user.signingkey PATH.",
    };
  const { code, out, err } = await run("ssh-keygen", ["-q", "-Y", "sign", "-f", chosen, "-n", NAMESPACE], cwd, record);
  if (code === 0 && out.startsWith("-----BEGIN SSH SIGNATURE-----")) return out;
  if (code === undefined)
    return { what: "ssh-keygen is not on this computer.", todo: "Install OpenSSH; Debian calls the package openssh-client." };
  const said = err.trim().split("\n").at(-1);
  return {
    what: `The record could not be signed with ${chosen}${said ? `: ssh-keygen says “${said}”` : "."}`,
    todo: "Check the path and the passphrase; a public key needs an agent that holds its private half (ssh-add -l).",
  };
}

async function gitKey(cwd: string): Promise<string | undefined> {
  const { code, out } = await run("git", ["config", "--type=path", "user.signingkey"], cwd);
  return code === 0 ? out.trim() || undefined : undefined;
}

/** Runs a program to its end. The code is undefined when there is no such program. */
function run(program: string, args: readonly string[], cwd: string, input?: Uint8Array) {
  return new Promise<{ code: number | undefined; out: string; err: string }>((resolve) => {
    const child = spawn(program, args, { cwd, stdio: ["pipe", "pipe", "pipe"] });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on("error", () => resolve({ code: undefined, out, err }));
    child.on("close", (code) => resolve({ code: code ?? 1, out, err }));
    // Whoever ends before reading everything is told by its exit code.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}
