// Removes the service worker and its copies: the site is published without them.
const PREFIX = `serverlessconf ${self.registration.scope} `;

async function remove() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX)) await caches.delete(name);
  }
  await self.registration.unregister();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(remove()));
