import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith } from "../../test/cadence.ts";
import { allowed, hasOpenSsh, newSigner, signAs } from "../../test/ssh.ts";
import { maySign, readSigners } from "./signers.ts";
import { NAMESPACE, verifySignature } from "./ssh-signature.ts";

const RECORD = '# A record.\nplaybook: "first"\n';
const EMAIL = "maren@northwind.example";

if (!hasOpenSsh)
  process.stderr.write(
    "\nNOT RUN: the tests against the real OpenSSH, because ssh-keygen is not here. Debian has it in openssh-client.\n\n",
  );

describe.skipIf(!hasOpenSsh)("the real OpenSSH", () => {
  test.each(["ssh-ed25519", "ecdsa-sha2-nistp256", "ssh-rsa"] as const)("verifies what we sign with %s", async (type) => {
    const signer = newSigner(type);
    const folder = await folderWith({
      "record.sig": signAs(signer, RECORD),
      allowed_signers: allowed(EMAIL, signer, `namespaces="${NAMESPACE}"`),
    });
    const verify = (input: string, namespace = NAMESPACE) =>
      spawnSync("ssh-keygen", ["-Y", "verify", "-f", "allowed_signers", "-I", EMAIL, "-n", namespace, "-s", "record.sig"], {
        cwd: folder,
        input,
      });
    expect(verify(RECORD)).toMatchObject({ status: 0 });
    expect(verify(`${RECORD} `).status).not.toBe(0);
    expect(verify(RECORD, "git").status).not.toBe(0);
  });

  test.each([
    ["ed25519", []],
    ["ecdsa", ["-b", "256"]],
    ["rsa", ["-b", "3072"]],
  ])("signs with %s what we verify, and we agree on who may", async (type, bits) => {
    const folder = await folderWith({ record: RECORD });
    execFileSync("ssh-keygen", ["-q", "-t", type, ...bits, "-N", "", "-C", "a key", "-f", "key"], { cwd: folder });
    const verified = async (...options: string[]) => {
      execFileSync("ssh-keygen", ["-q", "-Y", "sign", "-f", "key", "-n", NAMESPACE, ...options, "record"], { cwd: folder, stdio: "pipe" });
      const signature = readFileSync(path.join(folder, "record.sig"), "utf8");
      execFileSync("rm", [path.join(folder, "record.sig")]);
      return verifySignature(signature, new TextEncoder().encode(RECORD));
    };
    const answer = await verified();
    if (!("key" in answer)) throw new Error(answer.wrong);
    expect(await verified("-O", "hashalg=sha256")).toEqual(answer);
    const line = readFileSync(path.join(folder, "key.pub"), "utf8");
    for (const [options, on] of [
      ["", "2026-11-26"],
      ['valid-before="20261126"', "2026-11-26"],
      ['valid-after="20261127"', "2026-11-26"],
      ['namespaces="git"', "2026-11-26"],
      ['namespaces="approval@*",valid-after="20260101",valid-before="20270101"', "2026-11-26"],
    ] as const) {
      const file = `*@northwind.example ${options} ${line}`;
      writeFileSync(path.join(folder, "allowed_signers"), file);
      execFileSync("ssh-keygen", ["-q", "-Y", "sign", "-f", "key", "-n", NAMESPACE, "record"], { cwd: folder, stdio: "pipe" });
      const args = [
        "-Y",
        "verify",
        "-f",
        "allowed_signers",
        "-I",
        EMAIL,
        "-n",
        NAMESPACE,
        "-s",
        "record.sig",
        "-O",
        `verify-time=${on.replaceAll("-", "")}1200`,
      ];
      const theirs = spawnSync("ssh-keygen", args, { cwd: folder, input: RECORD }).status === 0;
      execFileSync("rm", [path.join(folder, "record.sig")]);
      expect([options, maySign(readSigners(file), answer.key, EMAIL, on) === true]).toEqual([options, theirs]);
    }
  });
});
