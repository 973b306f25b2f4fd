import { serveHandbook } from "../serve.ts";

// Serves until its input ends.
const { stop } = await serveHandbook({ port: 4399, onReady: (url) => console.log(`ready ${url}`) });
process.stdin.resume().once("end", async () => {
  await stop();
  process.exit(0);
});
