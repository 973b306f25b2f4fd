import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  blanks,
  check,
  jsonSchema,
  laws,
  NO_ADVICE,
  offersOf,
  principles,
  type Rule,
  type RuleId,
  rules,
  ruleUrl,
  type Touch,
} from "@cadence-playbooks/server/core";
import { describe, expect, inject, test } from "vitest";
import { brokenLinks } from "../finish/links.ts";
import { draftsIn, HOSTILE } from "./ledger.ts";

const dist = inject("dist");
const playbooks = inject("playbooks");
const page = (path: string) => readFileSync(join(dist, path, "index.html"), "utf8");
/** What a reader sees of a page: its text, without markup, in one line. */
const textOf = (html: string) =>
  html
    .replace(/<(script|style)\b.*?<\/\1>/gs, " ")
    .replace(/<\/?(?:p|div|li|dt|dd|dl|ul|ol|h\d|section|article|aside|figure|summary|details)\b[^>]*>/g, " ")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&#34;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

test("every link inside the handbook leads somewhere, to the very anchor", () => {
  const { broken, followed } = brokenLinks(dist);
  expect(broken).toEqual([]);
  expect(followed).toBeGreaterThan(500);
});

test("nothing is fetched from anywhere else", () => {
  for (const path of ["", "playbooks/first-conversation", "principles/progress", "rules", "format"]) {
    const loaded = [...page(path).matchAll(/<(?:script|link|img)\b[^>]*?\s(?:src|href)="(https?:[^"]+)"[^>]*>/g)].filter(
      ([tag]) => !tag.includes("canonical"),
    );
    expect(loaded).toEqual([]);
  }
});

describe("a play's page", () => {
  test.each(draftsIn(playbooks))("%s has no anchor of its own that a touch could have, whatever touches are called", (id) => {
    const own = [...page(`playbooks/${id}`).matchAll(/<[a-z][^>]* id="([^"]+)"[^>]*>/g)].filter(([tag]) => !tag.includes(" data-touch "));
    expect(own.length).toBeGreaterThan(10);
    // Ids of touches hold letters, digits and hyphens.
    expect(own.map(([, name]) => name).filter((name) => !name?.includes("_"))).toEqual([]);
  });

  test.each(draftsIn(playbooks).filter((id) => id !== HOSTILE))(
    "%s says every word of every touch, blanks filled with their examples",
    (id) => {
      const { playbook } = check(readFileSync(join(playbooks, `${id}.playbook.yaml`), "utf8"));
      if (!playbook) throw new Error(`${id} cannot be read.`);
      const seen = textOf(page(`playbooks/${id}`));
      const inBranches = Object.values(playbook.replies).flatMap((reply) => (typeof reply === "object" ? reply.touches : []));
      const touches: readonly Touch[] = [...playbook.touches, ...inBranches];
      expect(touches.length).toBeGreaterThan(3);
      for (const touch of touches) {
        const { reason, value, guidance } = touch;
        const words = (["subject", "message", "script", "voicemail"] as const).flatMap(
          (field) => (touch as Partial<Record<typeof field, string | undefined>>)[field] ?? [],
        );
        expect(words.length).toBeGreaterThan(0);
        for (const text of [...words, reason, value, guidance].filter((text) => text !== undefined)) {
          const filled = [...blanks(text)]
            .reverse()
            .reduce((said, { name, from, to }) => said.slice(0, from) + playbook.variables[name]?.example + said.slice(to), text);
          expect(seen).toContain(filled.trim().replace(/\s+/g, " "));
        }
        expect(page(`playbooks/${id}`)).toContain(`id="${touch.id}"`);
      }
    },
  );

  test("marks the negative option where it is said", () => {
    const { playbook } = check(readFileSync(join(playbooks, "lapsed-customer.playbook.yaml"), "utf8"));
    const options = playbook?.touches.flatMap((touch) => touch["negative-option"] ?? []) ?? [];
    expect(options.length).toBeGreaterThan(1);
    const marked = [...page("playbooks/lapsed-customer").matchAll(/<mark class[^>]*>(.*?)<\/mark>/gs)].map(([, words]) =>
      textOf(words ?? "").trim(),
    );
    for (const option of options) expect(marked).toContain(option.trim().replace(/\s+/g, " "));
  });

  test("says whose word it has, since when and until when", () => {
    const seen = textOf(page("playbooks/first-conversation"));
    const [, version, digest] = /Version (\d+), and what changed.*Fingerprint ([0-9a-f]{12})/.exec(seen) ?? [];
    const record = readFileSync(join(playbooks, "approved/first-conversation/1/first-conversation.approval.yaml"), "utf8");
    expect(version).toBe("1");
    expect(record).toContain(`digest: "sha256:${digest}`);
    expect(seen).toMatch(/Approved by ?Maren Holt On ?\w+ \d+, \d{4} Review by ?\w+ \d+, \d{4}/);
  });

  test("keeps markup in a playbook's texts from becoming markup", () => {
    for (const path of ["", "playbooks", `playbooks/${HOSTILE}`]) {
      // Inside an attribute's quotation marks, angle brackets are only letters.
      const html = page(path).replace(/="[^"]*"/g, "");
      expect(html).toContain("&lt;script&gt;document.title");
      expect(html).not.toMatch(/<script>document\.title|<img src=x|<title><\/title>/);
    }
  });
});

test("every principle and every rule has the page that findings link to", () => {
  for (const id of Object.keys(principles)) expect(existsSync(join(dist, "principles", id, "index.html")), id).toBe(true);
  for (const [id, { summary, why, todo }] of Object.entries(rules)) {
    const seen = textOf(page(ruleUrl("", id).slice(1)));
    for (const words of [summary, why, todo]) expect(seen, id).toContain(words.replaceAll("`", ""));
  }
});

test("every law pack is told with its law, its date, its rules and the warning", () => {
  const html = page("rules/laws");
  const seen = textOf(html);
  for (const [id, { name, cite, verified }] of Object.entries(laws)) {
    for (const words of [id, name, cite]) expect(seen).toContain(words);
    expect(html).toContain(`datetime="${verified}"`);
  }
  for (const [id, { law }] of Object.entries<Rule>(rules)) if (law) expect(html).toContain(`/rules/${id}/`);
  expect(seen.split(NO_ADVICE)).toHaveLength(Object.keys(laws).length + 2);
});

test("a rule's page names the numbers it goes by, and where they are set", () => {
  const html = page("rules/rest-before-return");
  expect(textOf(html)).toMatch(/Days of rest: 90\. The fewest calendar days/);
  const [, anchor = ""] = /\/format\/#([a-z-]*days-of-rest)"/.exec(html) ?? [];
  expect(page("format")).toContain(`id="${anchor}"`);
});

test("a rule's page draws what the rule says of its own examples", () => {
  for (const id of Object.keys(rules) as RuleId[]) {
    const html = page(`rules/${id}`);
    expect(html, id).toMatch(/class="[^"]*\bsquiggle\b/);
    expect(html, id).toMatch(/<figure class="fine\b/);
    for (const offer of offersOf(id)) expect(textOf(html), id).toContain(offer);
  }
  expect(textOf(page("rules/known-keys"))).toContain("There is no key “sumary” in this file; did you mean “summary”?");
});

test("the format's reference names every key there is, and the schemas are published", () => {
  const html = page("format");
  for (const kind of ["playbook", "config", "assets"] as const) {
    const published = JSON.parse(readFileSync(join(dist, "schema", `${kind}.json`), "utf8"));
    const { $id, ...schema } = published;
    expect(schema).toEqual(JSON.parse(JSON.stringify(jsonSchema(kind))));
    expect($id).toBe(`http://localhost:4321/schema/${kind}.json`);
    const named = new Set([...html.matchAll(/<dt[^>]*>\s*<a[^>]*><code[^>]*>([^<]+)<\/code>/g)].map(([, key]) => key));
    // Rules are keys of the configuration, too, and have pages of their own.
    for (const key of allKeys(schema).filter((one) => !(one in rules))) expect(named, `${kind}: ${key}`).toContain(key);
    expect(allKeys(schema).length).toBeGreaterThan(3);
  }
});

/** The names under every `properties` of a schema. */
function allKeys(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === "properties" ? Object.keys(value as object) : []),
    ...allKeys(value),
  ]);
}

test("every page says what it may run, before anything else, and lets no script in that it does not know", () => {
  const pages = globSync("**/*.html", { cwd: dist }).map((file) => readFileSync(join(dist, file), "utf8"));
  expect(pages.length).toBeGreaterThan(50);
  for (const html of pages) {
    const [, policy = ""] = /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html) ?? [];
    expect(policy).toContain("default-src 'none'");
    const [scripts = ""] = policy.split("; ").filter((part) => part.startsWith("script-src"));
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/);
    for (const [, text = ""] of html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs))
      expect(scripts).toContain(createHash("sha256").update(text).digest("base64"));
    expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+="/);
  }
});

test("asks search engines to stay away, unless a team decides otherwise", () => {
  expect(page("")).toContain('<meta name="robots" content="noindex"');
  expect(readFileSync(join(dist, "robots.txt"), "utf8")).toContain("Disallow: /");
});

test("the first day's pages are there, and its first page leads to each of the others", () => {
  const links = [...page("start").matchAll(/href="(\/start\/[\w-]+\/)"/g)].map(([, link]) => link ?? "");
  expect(links).toHaveLength(5);
  for (const link of links) expect(page(link.replaceAll(/^\/|\/$/g, ""))).toContain('data-pagefind-meta="kind:For authors"');
  expect(page("")).toContain('href="/start/"');
});
