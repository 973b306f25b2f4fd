/* global BUILT: what this build is made of. `finish/offline.ts` writes it above this line. */

const NAME = `handbook-${BUILT.version}`;
/** How long a page may take before the kept one is shown. Milliseconds. */
const PATIENCE = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(NAME)
      .then((cache) => cache.addAll(BUILT.first))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name.startsWith("handbook-") && name !== NAME).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  );
});

/** The page that was open before this worker was, and then, one by one so that nobody waits for it, what is kept ahead of need. */
self.addEventListener("message", ({ data }) => {
  if (data?.keep) keep([data.keep, ...(data.ahead ? BUILT.ahead : [])]);
});

async function keep(addresses) {
  const cache = await caches.open(NAME);
  for (const address of addresses)
    if (!(await cache.match(address, { ignoreSearch: true }))) await cache.add(address).catch(() => undefined);
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin || !url.pathname.startsWith(BUILT.base)) return;
  // A name with a hash in it always stands for the same bytes.
  if (url.pathname.startsWith(`${BUILT.base}_astro/`)) event.respondWith(fromCache(event.request));
  else event.respondWith(fromNetwork(event.request, event.request.mode === "navigate"));
});

async function fromCache(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) (await caches.open(NAME)).put(request, response.clone());
  return response;
}

/** The newest page wherever there is a connection, because an approval may have been withdrawn; otherwise the one that was kept. */
async function fromNetwork(request, isPage) {
  const cache = await caches.open(NAME);
  const address = request.url.replace(/[?#].*/, "");
  try {
    const response = await Promise.race([fetch(request), ...(isPage && (await cache.match(address)) ? [late()] : [])]);
    if (response.ok) await cache.put(address, response.clone());
    else if (response.status === 404) await cache.delete(address);
    return response;
  } catch {
    const kept = await cache.match(address);
    if (kept) return kept;
    return isPage ? ((await cache.match(`${BUILT.base}offline/`)) ?? Response.error()) : Response.error();
  }
}

const late = () => new Promise((_, reject) => setTimeout(reject, PATIENCE));
