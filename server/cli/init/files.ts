import { stringify } from "yaml";
import { startPlaybook } from "../../core/index.ts";

export type Ci = "github" | "gitlab" | "none";

/** What a new repository is to hold, as far as it is decided. */
export type Wishes = {
  /** Where the playbooks go, from the repository's root, with forward slashes. */
  readonly playbooks: string;
  readonly team?: string | undefined;
  /** Name and email address of whoever keeps the first playbook true. */
  readonly owner?: string | undefined;
  readonly handbook?: string | undefined;
  readonly ci: Ci;
  /** Who must agree to an approval, as the code host names people: @team or an address. */
  readonly approvers?: string | undefined;
  readonly version: string;
  /** Whether packages are installed here, which belong into no commit. */
  readonly installed?: boolean;
  /** The branch that others start from. */
  readonly branch: string;
};

/** A file to be. */
export type ToWrite = {
  readonly path: string;
  readonly text: string;
  /** Other places where a file of the same purpose may stand; one there would be put out of force by ours, or put ours out of force. */
  readonly instead?: readonly string[];
  /** What to tell somebody who has one already, unless it holds `has`. */
  readonly otherwise?: string;
  readonly has?: string;
  /** What they are to add, line by line as it is written. */
  readonly lines?: readonly string[];
};

/** Who owns the first playbook until somebody says so. */
export const NOBODY = "Your Name <you@company.example>";

const REPOSITORY = "cadence-playbooks/cadence-playbooks";

/** A first playbook, complete and with nothing to find: the same that the editor's “New Playbook…” begins with. */
const firstPlaybook = (
  owner: string,
) => `# Copy it, rename the copy, and write your own words into it: the name of the file is its address in the handbook.
${startPlaybook({
  title: "First conversation",
  persona: "Head of operations",
  stage: "cold",
  benefit: "A benchmark of their own operations against twelve companies of their size, theirs to keep.",
  owner,
})}`;

/** Every file of a new repository, in the order one would look at them. */
export function filesFor(wishes: Wishes): readonly ToWrite[] {
  const { playbooks, owner = NOBODY, ci, installed } = wishes;
  return [
    { path: `${playbooks}/first-conversation.playbook.yaml`, text: firstPlaybook(owner) },
    { path: `${playbooks}/cadence.config.yaml`, text: config(wishes), instead: configsFor(playbooks) },
    {
      path: ".vscode/extensions.json",
      text: `${JSON.stringify({ recommendations: ["cadence-playbooks.cadence-playbooks"] }, null, 2)}\n`,
      otherwise: "Add “cadence-playbooks.cadence-playbooks” to its recommendations.",
      has: "cadence-playbooks.cadence-playbooks",
    },
    ...(installed ? [{ path: ".gitignore", text: "node_modules/\n", otherwise: "Add to it: node_modules/", has: "node_modules" }] : []),
    ...(ci === "github" ? [{ path: ".github/workflows/cadence.yml", text: githubWorkflow(wishes) }] : []),
    ...(ci === "gitlab"
      ? [
          {
            path: ".gitlab-ci.yml",
            text: gitlabPipeline(wishes),
            otherwise: "Add these lines to it; where it has stages of its own, “test” and “deploy” must be among them.",
            lines: gitlabLines(wishes),
            has: "templates/gitlab-ci.yml",
          },
        ]
      : []),
    {
      path: ci === "gitlab" ? ".gitlab/CODEOWNERS" : ".github/CODEOWNERS",
      text: codeowners(wishes),
      // A code host reads one of these and passes the others over, so a second would take the team's own out of force.
      instead: [".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"],
      otherwise: `Add to it: ${ownersLine(wishes)}`,
      has: `/${playbooks}/approved/`,
    },
  ];
}

/** Where a configuration for the playbooks may stand already: beside them or around them, as far as the repository's root. */
function configsFor(playbooks: string): readonly string[] {
  const parts = playbooks.split("/");
  const folders = parts.map((_, i) => `${parts.slice(0, parts.length - i).join("/")}/`);
  return [...folders, ""].flatMap((folder) => [`${folder}cadence.config.yaml`, `${folder}cadence.config.yml`]);
}

function config({ team, handbook }: Wishes): string {
  const said = { ...(team ? { team } : {}), ...(handbook ? { handbook } : {}), "review-every": "90 days" };
  return `# What the team decides once, for all of its playbooks. Everything has a careful default.
${stringify(said).trimEnd()}
# Who may approve; until somebody is listed, anyone but the playbook's owner:
# approvers:
#   - person: Sam Lindqvist <sam@northwind.example>
# How much is too much for you, where that differs from the careful defaults:
# caps:
#   default: { most-touches: 8 }
# Laws that hold for you, such as us-can-spam or eu-gdpr:
# laws: []
`;
}

function githubWorkflow({ playbooks, version, branch }: Wishes): string {
  return `# Checks every change of a playbook, and builds the handbook from what is approved.
name: Cadence
on:
  pull_request:
  push:
    branches: [${JSON.stringify(branch)}]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ${REPOSITORY}@v${version}
        with:
          paths: ${JSON.stringify(playbooks)}
  handbook:
    needs: check
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: { path: team }
      - uses: actions/checkout@v4
        with: { repository: ${REPOSITORY}, ref: v${version}, path: cadence }
      - uses: actions/setup-node@v4
        with: { node-version: 24 }
      - run: node scripts/install.mjs && npm run build -w site
        working-directory: cadence
        env:
          CADENCE_PLAYBOOKS: \${{ github.workspace }}/team/${playbooks}
      # The finished pages. Publish them where only your reps can read them.
      - uses: actions/upload-artifact@v4
        with: { name: handbook, path: cadence/site/dist }
`;
}

const gitlabPipeline = (wishes: Wishes): string =>
  `# Checks every change of a playbook, and builds the handbook from what is approved.\n${gitlabLines(wishes).join("\n")}\n`;

const gitlabLines = ({ playbooks, version }: Wishes): readonly string[] => [
  `include: https://raw.githubusercontent.com/${REPOSITORY}/v${version}/templates/gitlab-ci.yml`,
  "",
  "variables:",
  `  CADENCE_VERSION: "${version}"`,
  `  CADENCE_PATHS: ${JSON.stringify(playbooks)}`,
];

const ownersLine = ({ playbooks, approvers }: Wishes) => `/${playbooks}/approved/ ${approvers ?? "@your-approvers"}`;

function codeowners(wishes: Wishes): string {
  return `# An approval is a file under “approved”; whoever is named here must agree before one is merged.
${wishes.approvers ? "" : "# Name your approvers, and take the sign at the beginning of the line away:\n# "}${ownersLine(wishes)}
`;
}
