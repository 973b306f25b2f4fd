import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "esbuild";
import { LEARNT, learntLaidOut } from "../server/core/bundle-source.ts";

/** What was learnt, as the bundle reads it. */
const FILE = "model.bin";

/** For programs that start often and have a disk: what the reader of prose has learnt lies beside the bundle as it lies in memory. */
export const readyMade = (beside: string): Plugin => ({
  name: "ready-made",
  setup({ onLoad }) {
    onLoad({ filter: LEARNT }, () => {
      const { module, bytes } = learntLaidOut(`readFileSync(\`\${__dirname}/${FILE}\`)`);
      mkdirSync(beside, { recursive: true });
      writeFileSync(path.join(beside, FILE), bytes);
      return { contents: `import { readFileSync } from "node:fs";\n${module}`, loader: "ts" };
    });
  },
});
