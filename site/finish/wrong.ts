import { behind, doubts, told } from "../reading/index.ts";

/** Throws everything that stands between a ledger and its handbook, if anything does: doubts about approvals, and dead links. */
export async function stopIfWrong(playbooks: URL, broken: readonly string[]): Promise<void> {
  const doubted = [...(await doubts(playbooks)), ...(await behind(playbooks))];
  if (doubted.length === 0 && broken.length === 0) return;
  const parts = [...(doubted.length > 0 ? [told(doubted, "not built")] : []), ...(broken.length > 0 ? [deadEnds(broken)] : [])];
  const error = new Error(parts.join("\n\n"));
  // Astro prints a stack only where there is one, and this is a message to a person.
  error.stack = "";
  throw error;
}

function deadEnds(broken: readonly string[]): string {
  const said = broken.length === 1 ? "One link of the handbook leads nowhere" : `${broken.length} links of the handbook lead nowhere`;
  return [`${said}, so it was not built. The page, and where its link points:`, ...broken.map((one) => `  ${one}`)].join("\n");
}
