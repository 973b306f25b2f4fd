import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "@cadence-playbooks/server/core";
import { expect, inject, test } from "vitest";
import { draftsIn, HOSTILE } from "./ledger.ts";

const dist = inject("dist");
const playbooks = inject("playbooks");
const read = (path: string) => readFileSync(join(dist, path), "utf8");
const ids = draftsIn(playbooks);

test("the list for machines names every approved play once, with where its page and its other forms are", () => {
  const { playbooks: all } = JSON.parse(read("playbooks.json"));
  expect(all.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
  for (const { page, json, markdown } of all) {
    expect(read(`${page.slice(1)}index.html`)).toContain(`href="${json}"`);
    for (const file of [json, markdown]) expect(read(file.slice(1)).length).toBeGreaterThan(500);
  }
});

test.each(ids)("%s as JSON is the playbook that was approved, without anybody's address", (id) => {
  const whole = JSON.parse(read(`playbooks/${id}.json`));
  const { playbook } = check(readFileSync(join(playbooks, `${id}.playbook.yaml`), "utf8"));
  const { owner, ...rest } = JSON.parse(JSON.stringify(playbook));
  expect(whole.playbook).toMatchObject(rest);
  expect(whole.playbook.owner).not.toContain("@");
  expect(JSON.stringify(whole)).not.toContain("maren@");
  expect(whole.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test.each(ids)("%s as Markdown says every word, and none of them is markup", (id) => {
  const text = read(`playbooks/${id}.md`);
  const { playbook } = check(readFileSync(join(playbooks, `${id}.playbook.yaml`), "utf8"));
  for (const touch of playbook?.touches ?? [])
    for (const line of ("message" in touch ? (touch.message ?? "") : "").trim().split("\n")) expect(text).toContain(line);
  const outside = text
    .split("\n")
    .filter((line) => !line.startsWith("    "))
    .join("\n");
  expect(outside).not.toMatch(/(?<!\\)<[a-z!/]/i);
  expect(outside.match(/^# /gm)).toHaveLength(1);
});

test("llms.txt names plays, principles and the list, and every address in it is there", () => {
  const text = read("llms.txt");
  const addresses = [...text.matchAll(/\]\((\/[^)]*)\)/g)].map(([, address = ""]) => address);
  expect(addresses.length).toBeGreaterThan(ids.length + 10);
  for (const address of addresses)
    expect(() => read(`${address.slice(1)}${address.endsWith("/") ? "index.html" : ""}`), address).not.toThrow();
  expect(text.split("\n").find((line) => line.includes(HOSTILE))).toMatch(/^- \[/);
});

test("the sitemap knows every play's page", () => {
  const text = globSync("sitemap-*.xml", { cwd: dist }).map(read).join("");
  for (const id of ids) expect(text).toContain(`/playbooks/${id}/</loc>`);
});
