// Plain JavaScript, and old JavaScript at that: it is what tells an older Node that it is one.

/** Says so and answers false when this Node cannot run TypeScript as it stands, which it can from 22.18 on. */
export async function recentEnough() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const recent = major === 22 ? minor >= 18 : major === 23 ? minor >= 6 : major > 23;
  if (!recent) {
    console.error(`cadence: this is Node ${process.versions.node}, and Cadence Playbooks needs Node 22.18 or newer.`);
    console.error(
      "         Install the newest Node from https://nodejs.org, or use the one that came with the project: npm exec -- cadence …",
    );
    process.exitCode = 2;
    return false;
  }
  // What was compiled once need not be compiled at every start, which halves the time it takes.
  process.getBuiltinModule("node:module").enableCompileCache();
  return true;
}
