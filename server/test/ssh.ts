import { spawnSync } from "node:child_process";
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { NAMESPACE } from "../core/ledger/ssh-signature.ts";

/** A pair of keys that tests sign with, without a program beside Node. */
export type Signer = { readonly type: string; readonly privateKey: KeyObject; readonly blob: Buffer };

/** A new pair of keys of some type. */
export function newSigner(type: "ssh-ed25519" | "ecdsa-sha2-nistp256" | "ssh-rsa" = "ssh-ed25519", bits = 2048): Signer {
  const { privateKey } =
    type === "ssh-ed25519"
      ? generateKeyPairSync("ed25519")
      : type === "ssh-rsa"
        ? generateKeyPairSync("rsa", { modulusLength: bits })
        : generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { type, privateKey, blob: blobOf(type, privateKey) };
}

function blobOf(type: string, privateKey: KeyObject): Buffer {
  const { x = "", y = "", n = "", e = "" } = createPublicKey(privateKey).export({ format: "jwk" }) as Record<string, string>;
  const bytes = (text: string) => Buffer.from(text, "base64url");
  if (type === "ssh-ed25519") return Buffer.concat([field(type), field(bytes(x))]);
  if (type === "ssh-rsa") return Buffer.concat([field(type), field(mpint(bytes(e))), field(mpint(bytes(n)))]);
  return Buffer.concat([field(type), field("nistp256"), field(Buffer.concat([Buffer.from([4]), bytes(x), bytes(y)]))]);
}

export const field = (content: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(content as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

const mpint = (bytes: Buffer): Buffer => ((bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);

type How = { readonly namespace?: string; readonly hash?: "sha512" | "sha256"; readonly scheme?: string; readonly version?: number };

/** Signs as `ssh-keygen -Y sign` does. */
export function signAs(signer: Signer, message: string | Uint8Array, how: How = {}): string {
  const { namespace = NAMESPACE, hash = "sha512", version = 1 } = how;
  const digest = createHash(hash).update(message).digest();
  const data = Buffer.concat([Buffer.from("SSHSIG"), field(namespace), field(""), field(hash), field(digest)]);
  const scheme = how.scheme ?? (signer.type === "ssh-rsa" ? "rsa-sha2-512" : signer.type);
  const signature = Buffer.concat([field(scheme), field(raw(signer, data, scheme))]);
  const number = Buffer.alloc(4);
  number.writeUInt32BE(version);
  const blob = Buffer.concat([
    Buffer.from("SSHSIG"),
    number,
    field(signer.blob),
    field(namespace),
    field(""),
    field(hash),
    field(signature),
  ]);
  return armored(blob);
}

export const armored = (blob: Buffer): string =>
  `-----BEGIN SSH SIGNATURE-----\n${blob.toString("base64").replace(/(.{70})(?=.)/g, "$1\n")}\n-----END SSH SIGNATURE-----\n`;

function raw({ type, privateKey }: Signer, data: Buffer, scheme: string): Buffer {
  if (type === "ssh-ed25519") return sign(null, data, privateKey);
  if (type === "ssh-rsa") return sign({ "rsa-sha2-256": "sha256", "ssh-rsa": "sha1" }[scheme] ?? "sha512", data, privateKey);
  const plain = sign("sha256", data, { key: privateKey, dsaEncoding: "ieee-p1363" });
  return Buffer.concat([field(mpint(trimmed(plain.subarray(0, 32)))), field(mpint(trimmed(plain.subarray(32))))]);
}

const trimmed = (number: Buffer) =>
  number.subarray(
    Math.max(
      0,
      number.findIndex((byte) => byte !== 0),
    ),
  );

/** The line of a file of allowed signers. */
export const allowed = (email: string, { type, blob }: Signer, options = ""): string =>
  `${email} ${options ? `${options} ` : ""}${type} ${blob.toString("base64")}\n`;

/** Whether the real OpenSSH is here to be asked. */
export const hasOpenSsh = spawnSync("ssh-keygen", ["-?"]).error === undefined;
