import { KEY_TYPES, typeOf } from "./ssh-key.ts";
import { NAMESPACE } from "./ssh-signature.ts";
import { fromBase64, sameBytes } from "./ssh-wire.ts";

/** One line of a file of allowed signers, as `ssh-keygen -Y verify` reads it. */
type Signer = {
  readonly line: number;
  /** Patterns of the people it is for. */
  readonly principals: string;
  readonly namespaces: string | undefined;
  /** The first moment it holds, and the first it holds no more: digits from the year to the second. */
  readonly after: string | undefined;
  readonly before: string | undefined;
  readonly key: Uint8Array;
};

/** A line that cannot be used, and why. Whoever it names cannot sign with it. */
type Unusable = { readonly line: number; readonly what: string };

export type Signers = { readonly signers: readonly Signer[]; readonly unusable: readonly Unusable[] };

/** Reads a file of allowed signers, in the format git uses for `gpg.ssh.allowedSignersFile`. Never throws. */
export function readSigners(text: string): Signers {
  const signers: Signer[] = [];
  const unusable: Unusable[] = [];
  text.split(/\r?\n/).forEach((written, i) => {
    if (/^\s*(?:#|$)/.test(written)) return;
    const signer = signerOf(written.trim(), i + 1);
    if (typeof signer === "string") unusable.push({ line: i + 1, what: signer });
    else signers.push(signer);
  });
  return { signers, unusable };
}

function signerOf(written: string, line: number): Signer | string {
  const [principals, ...words] = wordsOf(written);
  if (!principals) return "The line names nobody.";
  const options = new Map<string, string>();
  // Options stand before the key's type, in one word, separated by commas outside of quotes.
  if (words[0] !== undefined && !isType(words[0])) {
    for (const option of words.shift()?.match(/(?:"[^"]*"|[^",])+/g) ?? []) {
      const [, name = "", value = ""] = /^([\w-]+)(?:="?([^"]*)"?)?$/.exec(option) ?? [];
      if (!KNOWN.has(name.toLowerCase())) return `The option “${option}” is not known, so what it limits cannot be kept to.`;
      options.set(name.toLowerCase(), value);
    }
  }
  if (options.has("cert-authority")) return "Certificates are not supported: name the key itself.";
  const [type, base64] = words;
  if (type === undefined || base64 === undefined) return "The line has no key.";
  if (!(KEY_TYPES as readonly string[]).includes(type))
    return `Keys of the type ${type} are not supported: use ssh-ed25519, ecdsa-sha2-nistp256 or ssh-rsa.`;
  const key = bytesOf(base64);
  if (!key || typeOf(key) !== type) return "The key is damaged: copy the line anew from the .pub file.";
  const [after, before] = [options.get("valid-after"), options.get("valid-before")].map((time) =>
    time === undefined ? undefined : momentOf(time),
  );
  if (after === null || before === null) return "The time in valid-after or valid-before is not one: write it as in 20270331.";
  return { line, principals: principals.toLowerCase(), namespaces: options.get("namespaces"), after, before, key };
}

const KNOWN = new Set(["namespaces", "valid-after", "valid-before", "cert-authority"]);
const isType = (word: string) => /^(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[\w@.-]+$/.test(word);
const wordsOf = (text: string) =>
  [...text.matchAll(/(?:"[^"]*"|[^\s"])+/g)].map(([word], i) => (i === 0 ? word.replaceAll('"', "") : word));

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return fromBase64(base64);
  } catch {
    return undefined;
  }
}

/** A time such as `20270331` or `202703311200Z`, to the second. Null when it is none. */
function momentOf(time: string): string | null {
  const digits = /^(\d{8})(\d{4}(?:\d\d)?)?Z?$/i.exec(time);
  return digits ? `${digits[1]}${(digits[2] ?? "").padEnd(6, "0")}` : null;
}

/** Whether a key may sign for a person on a day. The person is named by the email address. Otherwise why not, as a sentence, and what to do. */
export function maySign(
  { signers, unusable }: Signers,
  key: Uint8Array,
  email: string,
  on: string,
): true | { readonly what: string; readonly todo: string } {
  const theirs = signers.filter((signer) => sameBytes(signer.key, key));
  const named = theirs.filter(({ principals }) => matches(principals, email.toLowerCase()));
  const ours = named.filter(({ namespaces }) => namespaces === undefined || matches(namespaces, NAMESPACE));
  const day = on.replaceAll("-", "");
  if (ours.some(({ after, before }) => (!after || after <= `${day}235959`) && (!before || before > `${day}000000`))) return true;
  const [first] = ours;
  if (first?.before && first.before <= `${day}000000`)
    return {
      what: `The key of ${email} was valid until ${written(first.before)} and the record is of ${on}.`,
      todo: "Sign anew with a key that is valid.",
    };
  if (first?.after)
    return {
      what: `The key of ${email} is valid from ${written(first.after)} and the record is of ${on}.`,
      todo: "Sign anew once the key is valid.",
    };
  if (named.length > 0)
    return {
      what: `The key of ${email} may not sign approvals.`,
      todo: `Add ${NAMESPACE} to the line's namespaces in the file of allowed signers.`,
    };
  if (theirs.length > 0)
    return { what: `The signature is that of somebody else's key, not of ${email}.`, todo: "Have the named approver approve it." };
  const [excuse] = unusable;
  return {
    what: `The key that signed is nobody's in the file of allowed signers.${excuse ? ` Line ${excuse.line} there cannot be used: ${excuse.what}` : ""}`,
    todo: `If it is the key of ${email}, add it to the file; if not, the record is forged.`,
  };
}

const written = (moment: string) => `${moment.slice(0, 4)}-${moment.slice(4, 6)}-${moment.slice(6, 8)}`;

/** Whether a list of patterns as OpenSSH has them means a word: `*`, `?`, commas between, and `!` before what is left out. */
function matches(patterns: string, word: string): boolean {
  const hits = patterns.split(",").flatMap((pattern) => {
    const not = pattern.startsWith("!");
    return wildcard(not ? pattern.slice(1) : pattern, word) ? [!not] : [];
  });
  return hits.includes(true) && !hits.includes(false);
}

/** `*` is any text and `?` any character. One pass that goes back to the last star, so that no pattern takes long. */
function wildcard(pattern: string, word: string): boolean {
  let [p, w, star, from] = [0, 0, -1, 0];
  while (w < word.length) {
    if (pattern[p] === "*") [star, from, p] = [p, w, p + 1];
    else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === word[w])) [p, w] = [p + 1, w + 1];
    else if (star >= 0) [p, from, w] = [star + 1, from + 1, from + 1];
    else return false;
  }
  return /^\**$/.test(pattern.slice(p));
}
