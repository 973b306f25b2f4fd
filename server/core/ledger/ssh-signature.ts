import { type PublicKey, publicKey, signedBytes } from "./ssh-key.ts";
import { fromBase64, Malformed, Wire } from "./ssh-wire.ts";

/** What our signatures are made for. A signature made for git or for a file never counts as an approval. */
export const NAMESPACE = "approval@cadence-playbooks";

const BEGIN = "-----BEGIN SSH SIGNATURE-----";
const END = "-----END SSH SIGNATURE-----";

/** A signature that holds: the key that made it, in SSH's form. Or why it does not hold, as a sentence. */
export type Signature = { readonly key: Uint8Array } | { readonly wrong: string };

/** Whether an SSH signature, as `ssh-keygen -Y sign` writes it, was made over a message in our namespace. Says nothing of who holds the key. Never throws. */
export async function verifySignature(armored: string, message: Uint8Array): Promise<Signature> {
  try {
    const { blob, key, namespace, reserved, hash, scheme, signature } = opened(armored);
    if (namespace !== NAMESPACE)
      return { wrong: `The signature was made for “${shown(namespace)}”, not for an approval (“${NAMESPACE}”).` };
    const algorithm = hash === "sha512" ? "SHA-512" : hash === "sha256" ? "SHA-256" : undefined;
    if (!algorithm) return { wrong: `The signature rests on the hash “${shown(hash)}”; only sha512 and sha256 count.` };
    const digest = new Uint8Array(await crypto.subtle.digest(algorithm, message));
    const holds = await key.verifies(scheme, signature, signedBytes(namespace, reserved, hash, digest));
    return holds ? { key: blob } : { wrong: "The signature was not made over this record." };
  } catch (error) {
    if (error instanceof Malformed) return { wrong: `The signature cannot be used: ${error.message}.` };
    // What the platform refuses to import, such as a point beside the curve, is no key.
    return { wrong: "The signature cannot be used: its key is damaged." };
  }
}

type Opened = {
  readonly blob: Uint8Array;
  readonly key: PublicKey;
  readonly namespace: string;
  readonly reserved: Uint8Array;
  readonly hash: string;
  readonly scheme: string;
  readonly signature: Uint8Array;
};

/** Characters. A signature of the longest key we take has four thousand. */
const LONGEST = 16_384;

function opened(armored: string): Opened {
  if (armored.length > LONGEST) throw new Malformed("it is too long");
  const lines = armored.replaceAll("\r\n", "\n").split("\n");
  const last = lines.at(-1) === "" ? -2 : -1;
  if (lines[0] !== BEGIN || lines.at(last) !== END) throw new Malformed("it is not an SSH signature");
  const wire = new Wire(fromBase64(lines.slice(1, last).join("")));
  if (String.fromCharCode(...wire.take(6)) !== "SSHSIG") throw new Malformed("it is not an SSH signature");
  if (wire.uint32() !== 1) throw new Malformed("it is of a later form than we know");
  const blob = wire.field();
  const [namespace, reserved, hash] = [wire.text(), wire.field(), wire.text()];
  const inner = new Wire(wire.field());
  wire.end();
  const [scheme, signature] = [inner.text(), inner.field()];
  inner.end();
  return { blob, key: publicKey(blob), namespace, reserved, hash, scheme, signature };
}

const shown = (text: string) => text.replace(/[^\x20-\x7e]/g, "?").slice(0, 60);
