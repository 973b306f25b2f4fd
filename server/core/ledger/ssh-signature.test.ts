import { describe, expect, test } from "vitest";
import { allowed, armored, field, newSigner, signAs } from "../../test/ssh.ts";
import { maySign, readSigners } from "./signers.ts";
import { verifySignature } from "./ssh-signature.ts";

const record = new TextEncoder().encode("the record\n");
const signers = { ed25519: newSigner(), p256: newSigner("ecdsa-sha2-nistp256"), rsa: newSigner("ssh-rsa") };
const { ed25519 } = signers;

describe("a signature", () => {
  test.each(Object.entries(signers))("of %s holds over its record and over no other", async (_, signer) => {
    for (let i = 0; i < 8; i++) expect(await verifySignature(signAs(signer, record), record)).toEqual({ key: new Uint8Array(signer.blob) });
    const other = await verifySignature(signAs(signer, record), new TextEncoder().encode("the record\r\n"));
    expect(other).toEqual({ wrong: "The signature was not made over this record." });
  });

  test("with SHA-256, and with Windows line ends, holds too", async () => {
    expect(await verifySignature(signAs(ed25519, record, { hash: "sha256" }), record)).toHaveProperty("key");
    expect(await verifySignature(signAs(signers.rsa, record, { scheme: "rsa-sha2-256" }), record)).toHaveProperty("key");
    expect(await verifySignature(signAs(ed25519, record).replaceAll("\n", "\r\n"), record)).toHaveProperty("key");
  });

  test.each<[string, string, RegExp]>([
    ["for git", signAs(ed25519, record, { namespace: "git" }), /made for “git”, not for an approval/],
    ["of an RSA key that is too short", signAs(newSigner("ssh-rsa", 1024), record), /an RSA key of 1024 bits is too weak/],
    ["in the scheme that stands on SHA-1", signAs(signers.rsa, record, { scheme: "ssh-rsa" }), /not made over this record/],
    ["of a later form", signAs(ed25519, record, { version: 2 }), /a later form/],
    ["of a hardware key", unknownKey("sk-ssh-ed25519@openssh.com"), /keys of the type sk-ssh-ed25519@openssh.com are not supported/],
    ["of an old kind of key", unknownKey("ssh-dss"), /keys of the type ssh-dss are not supported/],
    ["that was cut short", cut(signAs(ed25519, record)), /ends too early|not base64/],
    ["that is empty", "", /not an SSH signature/],
    ["that is another kind of text", "-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----\n", /not an SSH signature/],
    ["without end", `-----BEGIN SSH SIGNATURE-----\n${"A".repeat(99_999)}\n-----END SSH SIGNATURE-----\n`, /too long/],
    ["with something after it", `${signAs(ed25519, record)}more\n`, /not an SSH signature/],
  ])("%s does not hold, and says why", async (_, signature, wrong) => {
    expect(await verifySignature(signature, record)).toEqual({ wrong: expect.stringMatching(wrong) });
  });

  test("with any one bit turned does not hold, and nothing throws", async () => {
    const blob = Buffer.from(signAs(ed25519, record).split("\n").slice(1, -2).join(""), "base64");
    for (let bit = 0; bit < blob.length * 8; bit += 7) {
      const turned = Buffer.from(blob);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await verifySignature(armored(turned), record), `bit ${bit}`).toHaveProperty("wrong");
    }
  });
});

describe("allowed signers", () => {
  const may = (file: string, email = "maren@northwind.example", on = "2026-11-26", signer = ed25519) => {
    const answer = maySign(readSigners(file), signer.blob, email, on);
    return answer === true ? "yes" : answer.what;
  };

  test.each<[string, string, RegExp]>([
    ["the person's line", allowed("maren@northwind.example", ed25519), /^yes$/],
    ["capitals in the address", allowed("Maren@Northwind.example", ed25519), /^yes$/],
    ["one of several people", allowed("theo@northwind.example,maren@northwind.example", ed25519), /^yes$/],
    ["a pattern", allowed("*@northwind.example", ed25519), /^yes$/],
    ["a pattern that leaves her out", allowed("*@northwind.example,!maren@*", ed25519), /somebody else's key/],
    ["notes, empty lines and quotes", `# ours\n\n${allowed('"maren@northwind.example"', ed25519)}`, /^yes$/],
    ["our namespace", allowed("maren@northwind.example", ed25519, 'namespaces="git,approval@cadence-playbooks"'), /^yes$/],
    ["another namespace", allowed("maren@northwind.example", ed25519, 'namespaces="git"'), /may not sign approvals/],
    ["a key that was valid until then", allowed("maren@northwind.example", ed25519, 'valid-before="20261126"'), /valid until 2026-11-26/],
    ["a key valid for one more day", allowed("maren@northwind.example", ed25519, 'valid-before="20261127"'), /^yes$/],
    ["a key valid from the day after", allowed("maren@northwind.example", ed25519, "valid-after=20261127"), /valid from 2026-11-27/],
    ["a key valid from that day, with the hour", allowed("maren@northwind.example", ed25519, "valid-after=202611261200Z"), /^yes$/],
    [
      "both bounds and a namespace",
      allowed("maren@northwind.example", ed25519, 'valid-after="20260101",namespaces="approval@*",valid-before="20270101"'),
      /^yes$/,
    ],
    ["somebody else's line", allowed("theo@northwind.example", ed25519), /somebody else's key, not of maren@/],
    ["another key", allowed("maren@northwind.example", newSigner()), /is nobody's in the file/],
    ["a certificate authority", allowed("maren@northwind.example", ed25519, "cert-authority"), /Certificates are not supported/],
    ["an option nobody knows", allowed("maren@northwind.example", ed25519, "only-on-mondays"), /“only-on-mondays” is not known/],
    ["a date that is none", allowed("maren@northwind.example", ed25519, 'valid-before="soon"'), /write it as in 20270331/],
    [
      "a kind of key we do not know",
      "maren@northwind.example ssh-dss AAAAB3NzaC1kc3MAAACB\n",
      /Line 1 there cannot be used: Keys of the type ssh-dss/,
    ],
    ["a damaged key", "maren@northwind.example ssh-ed25519 AAAA\n", /The key is damaged/],
    ["half a line", "maren@northwind.example\n", /no key/],
    ["nothing", "", /is nobody's in the file of allowed signers\.$/],
  ])("with %s", (_, file, answer) => expect(may(file)).toMatch(answer));

  test("a pattern of many stars takes no time", () => {
    const pattern = `${"*a".repeat(200)}b`;
    expect(may(allowed(pattern, ed25519), `${"a".repeat(5000)}@x.example`)).toMatch(/somebody else's/);
  });
});

function unknownKey(type: string): string {
  const key = Buffer.concat([field(type), field(Buffer.alloc(32))]);
  const signature = Buffer.concat([field(type), field(Buffer.alloc(64))]);
  const number = Buffer.from([0, 0, 0, 1]);
  return armored(
    Buffer.concat([
      Buffer.from("SSHSIG"),
      number,
      field(key),
      field("approval@cadence-playbooks"),
      field(""),
      field("sha512"),
      field(signature),
    ]),
  );
}

function cut(signature: string): string {
  const lines = signature.split("\n");
  return lines.toSpliced(2, 1).join("\n");
}
