import { type Config, nameOf, near, type Refusal, samePerson } from "../core/index.ts";

/**
 * The approver somebody means by a name, an email address or both. Where the configuration lists approvers, a name or address
 * that belongs to one of them is enough. Otherwise it is taken as written, for `approve` to judge.
 */
export function approverNamed(by: string, config: Config | undefined): string | Refusal {
  const asWritten = by.trim().replace(/\s+/g, " ");
  const listed = [...new Set(config?.approvers?.map(({ person }) => person) ?? [])];
  if (listed.length === 0 || /<[^<>]+@[^<>]+>/.test(asWritten)) return asWritten;
  const meant = listed.filter((person) => samePerson(person, asWritten));
  if (meant.length === 1) return meant[0] ?? asWritten;
  if (meant.length > 1)
    return { what: `“${asWritten}” may be any of ${meant.join(", ")}.`, todo: "Name one of them by the email address." };
  const nearest = alike(asWritten, listed.map(nameOf)) ?? alike(asWritten, listed.map(addressOf));
  return {
    what: `“${asWritten}” is not among the approvers in cadence.config.yaml${nearest ? `; did you mean ${nearest}?` : "."}`,
    todo: `Name one of them: ${listed.map(nameOf).join(", ")}.`,
  };
}

const addressOf = (person: string): string => /<([^<>]+)>/.exec(person)?.[1] ?? person;

/** The name or address somebody may have misspelt. Capitals are no misspelling. */
function alike(written: string, known: readonly string[]): string | undefined {
  const plain = (name: string) => name.toLowerCase().replaceAll(" ", "-");
  const nearest = near(plain(written), known.map(plain));
  return known.find((name) => plain(name) === nearest);
}
