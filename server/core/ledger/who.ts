import { Person } from "../format/terms.ts";
import type { Config } from "../model.ts";
import { hiddenIn, mayBeOne, nameOf, samePerson } from "./person.ts";
import type { Refusal } from "./refusal.ts";

/** Who wants to say yes to what, and when. */
type Word = { readonly by: string; readonly owner: string | undefined; readonly segment: string | undefined; readonly on: string };

/** Every reason why a person may not approve a playbook. The same reasons stand against an approval that claims to be theirs. */
export function* reasonsAgainst({ by, owner, segment, on }: Word, config: Config | undefined): Iterable<Refusal> {
  yield* unclear(by);
  if (owner === undefined)
    yield {
      what: "The playbook has no owner, so nobody can tell whether the approver is somebody else.",
      todo: "Write `owner:` with a name and an email address.",
    };
  else if (samePerson(owner, by))
    yield { what: `${nameOf(by)} owns this playbook, and nobody approves their own.`, todo: "Ask somebody else to read and approve it." };
  else if (mayBeOne(owner, by))
    yield {
      what: `${by} looks like the owner, ${owner}, under another name, and nobody approves their own.`,
      todo: "Ask somebody else to read and approve it. If the two really are two people, give one a name that tells them apart.",
    };
  if (!config?.approvers) return;
  const listed = config.approvers.filter(({ person }) => samePerson(person, by));
  const still = listed.filter(({ until }) => until === undefined || on <= until);
  if (listed.length === 0)
    yield {
      what: `${nameOf(by)} is not among the approvers in cadence.config.yaml.`,
      todo: `Ask one of them: ${config.approvers.map(({ person }) => nameOf(person)).join(", ")}.`,
    };
  else if (still.length === 0)
    yield {
      what: `${nameOf(by)} approves nothing after ${listed[0]?.until}.`,
      todo: "Ask another approver, or change the list in cadence.config.yaml.",
    };
  else if (segment !== undefined && !still.some(({ segments }) => !segments || segments.includes(segment)))
    yield {
      what: `${nameOf(by)} does not approve playbooks for the segment “${segment}”.`,
      todo: "Ask an approver of that segment, or change the list in cadence.config.yaml.",
    };
}

/** Every reason why a person may not take an approval back: the owner may, and whoever may approve anything. */
export function* reasonsAgainstRevoking(by: string, owner: string, on: string, config: Config | undefined): Iterable<Refusal> {
  yield* unclear(by);
  if (!config?.approvers || samePerson(owner, by)) return;
  if (!config.approvers.some(({ person, until }) => samePerson(person, by) && (until === undefined || on <= until)))
    yield {
      what: `${nameOf(by)} neither owns this playbook nor is among the approvers in cadence.config.yaml.`,
      todo: `Ask ${nameOf(owner)} or one of them: ${config.approvers.map(({ person }) => nameOf(person)).join(", ")}.`,
    };
}

function* unclear(by: string): Iterable<Refusal> {
  if (!Person.safeParse(by).success)
    yield {
      what: by === "" ? "Nobody is named who gives their word." : `“${by}” does not name a person well enough.`,
      todo: "Write a name and an email address, as in Sam Lindqvist <sam@northwind.example>.",
    };
  const hidden = hiddenIn(by);
  if (hidden !== undefined)
    yield { what: `“${by}” holds ${hidden}, so it may look like somebody it is not.`, todo: "Write the name anew, letter by letter." };
}
