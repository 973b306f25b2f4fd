import { build } from "astro";

/** Builds one Astro project in this process, and says what it took: seconds of clock and of processor, and the most memory in MB. */
const [root = "", outDir = "", configFile] = process.argv.slice(2);
const from = performance.now();
await build({ root, outDir, logLevel: "error", ...(configFile ? { configFile } : {}) });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    seconds: (performance.now() - from) / 1000,
    processor: (userCPUTime + systemCPUTime) / 1e6,
    memory: Math.round(maxRSS / 1024),
  }),
);
process.exit();
