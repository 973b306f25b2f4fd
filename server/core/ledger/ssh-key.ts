import { field, joined, Malformed, Wire } from "./ssh-wire.ts";

/** A public key that can be verified with. */
export type PublicKey = {
  readonly type: KeyType;
  /** Whether this key made a signature over some bytes, in a scheme of SSH such as `rsa-sha2-512`. */
  verifies(scheme: string, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
};

export const KEY_TYPES = ["ssh-ed25519", "ecdsa-sha2-nistp256", "ssh-rsa"] as const;
type KeyType = (typeof KEY_TYPES)[number];

/** Bits. Shorter RSA keys have been broken or soon will be. */
const SHORTEST_RSA = 2048;
/** Bytes of the longest RSA number taken: 8192 bits. */
const LONGEST_RSA = 1024;
/** Bytes of a number on the curve P-256. */
const P256 = 32;

/** The type a key names, of those we cannot use too. Undefined when it is no key. */
export function typeOf(blob: Uint8Array): string | undefined {
  try {
    const type = new Wire(blob).text();
    return /^[a-z0-9@.-]{1,64}$/.test(type) ? type : undefined;
  } catch {
    return undefined;
  }
}

/** Keys that were opened, by their bytes: a ledger of thousands of signatures was signed with a handful of keys. */
const opened = new Map<string, PublicKey>();
const MOST_REMEMBERED = 64;

/** Opens a public key in SSH's form. Throws `Malformed` with the reason, as the end of a sentence. */
export function publicKey(blob: Uint8Array): PublicKey {
  const name = String.fromCharCode(...blob.subarray(0, LONGEST_RSA + 64));
  const known = name.length === blob.length ? opened.get(name) : undefined;
  if (known) return known;
  const made = openKey(blob);
  if (opened.size >= MOST_REMEMBERED) opened.clear();
  if (name.length === blob.length) opened.set(name, made);
  return made;
}

function openKey(blob: Uint8Array): PublicKey {
  const wire = new Wire(blob);
  const type = wire.text();
  switch (type) {
    case "ssh-ed25519":
      return ed25519(wire);
    case "ecdsa-sha2-nistp256":
      return p256(wire);
    case "ssh-rsa":
      return rsa(wire);
    default:
      throw new Malformed(`keys of the type ${/^[\w@.-]+$/.test(type) ? type : "it names"} are not supported`);
  }
}

function ed25519(wire: Wire): PublicKey {
  const point = wire.field();
  wire.end();
  if (point.length !== 32) throw new Malformed("the key has the wrong length");
  let imported: ReturnType<typeof crypto.subtle.importKey> | undefined;
  return {
    type: "ssh-ed25519",
    async verifies(scheme, signature, data) {
      if (scheme !== "ssh-ed25519" || signature.length !== 64) return false;
      imported ??= crypto.subtle.importKey("raw", point, { name: "Ed25519" }, false, ["verify"]);
      const key = await imported;
      return crypto.subtle.verify({ name: "Ed25519" }, key, signature, data);
    },
  };
}

function p256(wire: Wire): PublicKey {
  const curve = wire.text();
  const point = wire.field();
  wire.end();
  if (curve !== "nistp256" || point.length !== 2 * P256 + 1 || point[0] !== 4) throw new Malformed("the key is not a point of its curve");
  let imported: ReturnType<typeof crypto.subtle.importKey> | undefined;
  return {
    type: "ecdsa-sha2-nistp256",
    async verifies(scheme, signature, data) {
      if (scheme !== "ecdsa-sha2-nistp256") return false;
      const numbers = new Wire(signature);
      const [r, s] = [numbers.natural(P256), numbers.natural(P256)];
      numbers.end();
      imported ??= crypto.subtle.importKey("raw", point, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
      const key = await imported;
      return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, joined([padded(r), padded(s)]), data);
    },
  };
}

const padded = (number: Uint8Array) => joined([new Uint8Array(P256 - number.length), number]);

function rsa(wire: Wire): PublicKey {
  const exponent = wire.natural(4);
  const modulus = wire.natural(LONGEST_RSA);
  wire.end();
  const bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
  if (bits < SHORTEST_RSA) throw new Malformed(`an RSA key of ${bits} bits is too weak; ${SHORTEST_RSA} is the least`);
  return {
    type: "ssh-rsa",
    async verifies(scheme, signature, data) {
      // The oldest scheme, ssh-rsa, stands on SHA-1 and is refused by OpenSSH itself.
      const hash = scheme === "rsa-sha2-512" ? "SHA-512" : scheme === "rsa-sha2-256" ? "SHA-256" : undefined;
      if (!hash || signature.length > modulus.length) return false;
      const key = await crypto.subtle.importKey("spki", spki(modulus, exponent), { name: "RSASSA-PKCS1-v1_5", hash }, false, ["verify"]);
      const whole = joined([new Uint8Array(modulus.length - signature.length), signature]);
      return crypto.subtle.verify({ name: "RSASSA-PKCS1-v1_5" }, key, whole, data);
    },
  };
}

/** An RSA key as Web Crypto takes it: SubjectPublicKeyInfo in DER (RFC 5280). */
function spki(modulus: Uint8Array, exponent: Uint8Array): Uint8Array {
  const key = der(0x30, joined([der(0x02, unsigned(modulus)), der(0x02, unsigned(exponent))]));
  const rsaEncryption = new Uint8Array([0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00]);
  return der(0x30, joined([rsaEncryption, der(0x03, joined([new Uint8Array([0]), key]))]));
}

const unsigned = (number: Uint8Array) => ((number[0] ?? 0) >= 0x80 ? joined([new Uint8Array([0]), number]) : number);

function der(tag: number, content: Uint8Array): Uint8Array {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >>> 8, length & 0xff];
  return joined([new Uint8Array([tag, ...size]), content]);
}

/** The bytes that an SSH signature is made over: the message's hash, bound to a namespace (PROTOCOL.sshsig). */
export const signedBytes = (namespace: string, reserved: Uint8Array, hash: string, digest: Uint8Array): Uint8Array =>
  joined([new TextEncoder().encode("SSHSIG"), field(namespace), field(reserved), field(hash), field(digest)]);
