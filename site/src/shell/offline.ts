/** Keeps the handbook readable where there is no connection. While it is served from its sources nothing is kept: pages change by the minute. */
async function keepForOffline(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register(`${import.meta.env.BASE_URL.replace(/\/?$/, "/")}sw.js`);
  const { active } = await navigator.serviceWorker.ready;
  // Whoever saves data keeps only what they open.
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  active?.postMessage({ keep: location.href.replace(/[?#].*/, ""), ahead: !connection?.saveData });
}

// Where a browser forbids it, in a private window say, the handbook is simply not kept.
addEventListener("load", () => void keepForOffline().catch(() => undefined));
