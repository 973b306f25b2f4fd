import { describe, expect, test } from "vitest";
import { cleanPlaybook } from "../../test/clean-playbook.ts";
import { allowed, newSigner, signAs } from "../../test/ssh.ts";
import {
  approved,
  asked,
  bytes,
  configOf,
  DANA,
  filesIn,
  ID,
  judge,
  keys,
  ledgerIn,
  MAREN,
  NAMES,
  newWorld,
  reseal,
  revoked,
  rewrite,
  THEO,
  textOf,
  type World,
} from "../../test/world.ts";
import { openApproved } from "./open.ts";
import { readSigners } from "./signers.ts";

const BETTER = cleanPlaybook.replace("title: First conversation", "title: Second thoughts");
const SECRET = cleanPlaybook.replace("title: First conversation", "title: Nobody approved this");

/** Version 1 on the 1st, version 2 on the 10th, today the 26th. */
async function twice(signed: boolean): Promise<World> {
  const world = newWorld(signed);
  await approved(world, { on: "2026-11-01" });
  world.draft = bytes(BETTER);
  await approved(world, { on: "2026-11-10" });
  return world;
}

const touch = (files: Map<string, Uint8Array>, name: string, change: (text: string) => string) =>
  files.set(name, bytes(change(textOf(files.get(name)))));

test("before any attack both ledgers hold", async () => {
  for (const signed of [false, true]) {
    const world = await twice(signed);
    expect(await judge(world)).toMatchObject({ state: "approved", faults: [], draft: "same" });
    expect(await openApproved(ledgerIn(world), world)).toHaveProperty("play.playbook.title", "Second thoughts");
    await revoked(world);
    expect(await judge(world)).toMatchObject({ state: "revoked", faults: [] });
    expect(await openApproved(ledgerIn(world), world)).toHaveProperty("closed", "revoked");
  }
});

type Attack = readonly [who: string, attack: (world: World) => unknown, given: RegExp];

/** What somebody can do to the files without knowing how they hang together. */
const clumsy: readonly Attack[] = [
  [
    "edits the approved copy",
    (w) => touch(filesIn(w, 2), NAMES.copy, (text) => `${text}# Slipped in.\n`),
    /The copy is not what was approved/,
  ],
  [
    "edits one word of a copy in the past",
    (w) => touch(filesIn(w, 1), NAMES.copy, (text) => text.replace("First", "Worst")),
    /not what was approved/,
  ],
  [
    "changes the line ends of the copy",
    (w) => touch(filesIn(w, 2), NAMES.copy, (text) => text.replaceAll("\n", "\r\n")),
    /not what was approved/,
  ],
  ["puts a byte order mark before the copy", (w) => touch(filesIn(w, 2), NAMES.copy, (text) => `\ufeff${text}`), /not what was approved/],
  [
    "edits the record by hand",
    (w) => touch(filesIn(w, 2), NAMES.approval, (text) => text.replace("2027-02", "2029-02")),
    /its record has changed/,
  ],
  ["writes a comment into the record", (w) => touch(filesIn(w, 2), NAMES.approval, (text) => `${text}# note\n`), /edited or damaged/],
  [
    "writes a key twice, so that two readers differ",
    (w) => touch(filesIn(w, 2), NAMES.approval, (text) => text.replace(/^(approved-by: .*)$/m, '$1\napproved-by: "Nobody <n@x.example>"')),
    /edited or damaged/,
  ],
  [
    "writes a value that YAML 1.1 and 1.2 read differently",
    (w) => touch(filesIn(w, 2), NAMES.approval, (text) => text.replace("version: 2", "version: 0o2")),
    /edited or damaged/,
  ],
  [
    "hides a merge key in the record",
    (w) => touch(filesIn(w, 2), NAMES.approval, (text) => `${text}<<: { version: 3 }\n`),
    /edited or damaged/,
  ],
  [
    "appends a second document to the record",
    (w) => touch(filesIn(w, 2), NAMES.approval, (text) => `${text}---\n${text}`),
    /edited or damaged/,
  ],
  ["swaps the records of two versions", (w) => swap(w), /speaks for decision 1, not for decision 2/],
  [
    "puts the first version in place of the second",
    (w) => w.entries.splice(1, 1, { number: 2, files: new Map(filesIn(w, 1)) }),
    /speaks for decision 1/,
  ],
  ["takes the newest decision away", (w) => w.entries.pop(), /Decision 2 was the newest, and it is not there any more/],
  ["takes the oldest decision away", (w) => w.entries.shift(), /Decision 1 is missing/],
  [
    "takes the word on the newest away",
    (w) => {
      w.newest = undefined;
    },
    /nothing says which is the newest/,
  ],
  ["takes the record away and leaves the copy", (w) => filesIn(w, 2).delete(NAMES.approval), /has no record/],
  ["takes the copy away", (w) => filesIn(w, 2).delete(NAMES.copy), /has a record but no copy/],
  ["slips another file in", (w) => filesIn(w, 2).set("evil.playbook.yaml", bytes(SECRET)), /does not belong to decision 2/],
  ["slips a file in beside the decisions", (w) => w.others.push("2b"), /belongs to no decision/],
  [
    "puts a revocation into an approval's folder",
    (w) => filesIn(w, 2).set(NAMES.revocation, bytes("")),
    /is an approval and a revocation at once/,
  ],
  [
    "copies a decision to the end to bring it back",
    (w) => w.entries.push({ number: 3, files: new Map(filesIn(w, 1)) }),
    /speaks for decision 1/,
  ],
  [
    "writes two decisions after the newest by hand",
    (w) => w.entries.push(...[3, 4].map((number) => ({ number, files: new Map(filesIn(w, 2)) }))),
    /no command made/,
  ],
];

/** What somebody can do who may write every file and puts every digest right again. Only a signature, a list or a limit is in the way. */
const skilled: readonly Attack[] = [
  ["writes another text and the digests anew", (w) => touch(filesIn(w, 2), NAMES.copy, () => SECRET), /not made over this record/],
  ["takes the signature away", (w) => filesIn(w, 2).delete(`${NAMES.approval}.sig`), /is not signed/],
  [
    "takes an older record's signature",
    (w) => filesIn(w, 2).set(`${NAMES.approval}.sig`, filesIn(w, 1).get(`${NAMES.approval}.sig`) ?? bytes("")),
    /not made over this record/,
  ],
  ["signs with a key of their own", (w) => signed(w, 2, keys.stranger), /is nobody's in the file of allowed signers/],
  ["signs as the owner in the approver's name", (w) => signed(w, 2, keys.dana), /somebody else's key, not of maren@/],
  [
    "forges the approver's name",
    (w) => {
      rewrite(w, 2, () => ({ "approved-by": THEO }));
      signed(w, 2, keys.maren);
    },
    /somebody else's key, not of theo@|does not approve/,
  ],
  ["uses a signature made for git", (w) => signed(w, 2, keys.maren, "git"), /made for “git”, not for an approval/],
  [
    "signs with a key that had expired",
    (w) => {
      w.signers = readSigners(allowed("maren@northwind.example", keys.maren, 'valid-before="20261105"'));
    },
    /was valid until 2026-11-05/,
  ],
  [
    "signs with a key that is not valid yet",
    (w) => {
      w.signers = readSigners(allowed("maren@northwind.example", keys.maren, 'valid-after="20261201"'));
    },
    /is valid from 2026-12-01/,
  ],
  [
    "takes the file of allowed signers away",
    (w) => {
      w.signers = undefined;
    },
    /There is no file of allowed signers/,
  ],
  [
    "puts a weak key in, made to be broken",
    (w) => {
      const weak = newSigner("ssh-rsa", 1024);
      w.signers = readSigners(allowed("maren@northwind.example", weak));
      signed(w, 2, weak);
    },
    /RSA key of 1024 bits is too weak/,
  ],
  ["moves every file to another id", (w) => moved(w, "other-play"), /speaks for “first-conversation”, not for “other-play”/],
];

/** The same hand, where the team asks for no signatures: what the list, the calendar and the copy itself still stop. */
const unsigned: readonly Attack[] = [
  ["approves their own in their own name", (w) => rewrite(w, 2, () => ({ "approved-by": DANA })), /owns this playbook/],
  [
    "approves as themselves under a look-alike",
    (w) => rewrite(w, 2, () => ({ "approved-by": "Dаna Ortiz <d@northwind.example>" })),
    /two alphabets/,
  ],
  [
    "approves as themselves with another address",
    (w) => rewrite(w, 2, () => ({ "approved-by": "Dana Ortiz <dana+x@northwind.example>" })),
    /looks like the owner/,
  ],
  [
    "approves as somebody who is no approver",
    (w) => rewrite(w, 2, () => ({ "approved-by": "Kit Rivera <kit@northwind.example>" })),
    /not among the approvers/,
  ],
  [
    "approves as an address that looks like an approver's",
    (w) => rewrite(w, 2, () => ({ "approved-by": "Maren Holt <maren@northwlnd.example>" })),
    /not among the approvers/,
  ],
  [
    "approves as an approver of another segment",
    (w) => rewrite(w, 2, () => ({ "approved-by": THEO })),
    /does not approve playbooks for the segment/,
  ],
  [
    "hides a sign in the approver's name",
    (w) => rewrite(w, 2, () => ({ "approved-by": "Maren Holt\u200b <maren@northwind.example>" })),
    /a sign that nobody sees/,
  ],
  [
    "gives the playbook another owner in the record",
    (w) => rewrite(w, 2, () => ({ owner: "Nobody <n@northwind.example>", "approved-by": MAREN })),
    /the copy says otherwise/,
  ],
  [
    "gives the playbook another segment in the record",
    (w) => rewrite(w, 2, () => ({ segment: "online-shop", "approved-by": THEO })),
    /the copy says otherwise/,
  ],
  ["dates it before the decision it follows", (w) => rewrite(w, 2, () => ({ "approved-on": "2026-10-01" })), /before decision 1/],
  ["dates it in the future", (w) => rewrite(w, 2, () => ({ "approved-on": "2026-12-24" })), /today is 2026-11-26/],
  ["sets the review before the approval", (w) => rewrite(w, 2, () => ({ "review-by": "2026-11-02" })), /before it was approved/],
  ["answers nothing", (w) => rewrite(w, 2, () => ({ answers: [] })), /It does not say what it must: answers/],
];

const signed = (world: World, number: number, key: (typeof keys)["maren"], namespace?: string) =>
  filesIn(world, number).set(
    `${NAMES.approval}.sig`,
    bytes(signAs(key, filesIn(world, number).get(NAMES.approval) ?? new Uint8Array(), namespace ? { namespace } : {})),
  );

/** The same files under the names that another playbook's would have. */
function moved(world: World, id: string): void {
  const renamed = (files: ReadonlyMap<string, Uint8Array>) => new Map([...files].map(([name, content]) => [name.replace(ID, id), content]));
  world.entries = world.entries.map(({ number, files }) => ({ number, files: renamed(files) }));
}

function swap(world: World): void {
  const [one, two] = [filesIn(world, 1), filesIn(world, 2)];
  world.entries = [
    { number: 1, files: two },
    { number: 2, files: one },
  ];
}

/** What the judgement and the handbook's door say after an attack: never an approval. */
async function caught(world: World, id?: string): Promise<string> {
  const standing = await judge(world, id);
  const opened = await openApproved(ledgerIn(world, id), world);
  expect(standing.state).toBe("forged");
  expect(opened).not.toHaveProperty("play");
  return standing.faults.map(({ what }) => what).join("\n");
}

describe("nothing gets through when somebody", () => {
  test.each(clumsy)("%s", async (_, attack, given) => {
    for (const withSignatures of [false, true]) {
      const world = await twice(withSignatures);
      attack(world);
      expect(await caught(world)).toMatch(given);
    }
  });

  test.each(skilled)("may write every file, and %s", async (who, attack, given) => {
    const world = await twice(true);
    const elsewhere = who.includes("another id");
    attack(world);
    if (who.includes("digests anew")) await reseal(world);
    expect(await caught(world, elsewhere ? "other-play" : undefined)).toMatch(given);
  });

  test.each(unsigned)("may write every file and nobody signs, and %s", async (_, attack, given) => {
    const world = await twice(false);
    attack(world);
    await reseal(world);
    expect(await caught(world)).toMatch(given);
  });

  test("gives a record more time than the team's interval: the interval holds", async () => {
    const world = await twice(false);
    rewrite(world, 2, () => ({ "review-by": "2099-01-01" }));
    await reseal(world);
    world.today = "2027-02-09";
    expect(await judge(world)).toMatchObject({ state: "overdue", inForce: { due: "2027-02-08" } });
  });

  test("undoes a revocation by taking it and the word on it away", async () => {
    const world = await twice(false);
    await revoked(world);
    world.entries.pop();
    expect(await caught(world)).toMatch(/Decision 3 was the newest/);
    world.newest = undefined;
    expect(await caught(world)).toMatch(/nothing says which is the newest/);
  });

  test("says that the copy means something it does not: the handbook reads the copy itself", async () => {
    const world = await twice(false);
    rewrite(world, 2, () => ({ content: `sha256:${"0".repeat(64)}` }));
    await reseal(world);
    expect(await openApproved(ledgerIn(world), world)).toMatchObject({
      faults: [{ what: expect.stringMatching(/does not say what the record says/) }],
    });
  });

  test.each<[string, Parameters<typeof asked>[1], RegExp]>([
    ["the author, alone", { by: DANA }, /owns this playbook/],
    ["the author under a look-alike name", { by: "Dаna Ortiz <d@northwind.example>" }, /two alphabets/],
    ["the author with a plus in the address", { by: "D. O. <dana+review@northwind.example>" }, /looks like the owner/],
    ["somebody who is not on the list", { by: "Kit Rivera <kit@northwind.example>" }, /not among the approvers/],
    ["an approver of another segment", { by: THEO }, /does not approve playbooks for the segment/],
    ["somebody with a clock in the past", { on: "2020-01-01" }, /before the last decision/],
    ["somebody who nods", { answers: {} }, /has no answer/],
    ["somebody with an error in the playbook", { text: BETTER.replace("kind: take-away", "kind: standard") }, /has 1 error/],
  ])("asks for an approval as %s", async (_, asking, given) => {
    const world = await twice(false);
    const answer = await asked(world, asking);
    expect(Array.isArray(answer) && answer.map(({ what }) => what).join("\n")).toMatch(given);
  });
});

test("an approver who has left still vouches for what they approved, and for nothing after", async () => {
  const world = await twice(true);
  world.config = configOf(`approvers: [{ person: "${MAREN}", until: 2026-11-10 }]\napprovals: { signatures: required }\n`);
  expect(await judge(world)).toMatchObject({ state: "approved" });
  world.config = configOf(`approvers: [{ person: "${MAREN}", until: 2026-11-09 }]\napprovals: { signatures: required }\n`);
  expect(await caught(world)).toMatch(/approves nothing after 2026-11-09/);
});

test("there are more than 25 attacks", () => {
  expect(clumsy.length + skilled.length + unsigned.length).toBeGreaterThan(25);
});
