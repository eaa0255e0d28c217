// Keeps a copy of the site of one revision, and answers from it while the site cannot be reached.
// docs/decisions/offline.md has the reasons. SITE, above, has the constants of this site and its revision.

const SCOPE = self.registration.scope;
const ROOT = new URL(SCOPE).pathname;
// The scope keeps the years of a conference apart that share an origin.
const PREFIX = `serverlessconf ${SCOPE} `;
const NAME = PREFIX + SITE.revision;
// How long a page may keep a visitor waiting who has a copy of it, in milliseconds.
const PATIENCE = 3000;
// How many files are fetched at the same time.
const AT_ONCE = 4;
// How long a copy of a page is not fetched again, in milliseconds.
const FRESH = 300_000;
// The header of a copy with the time at which it was fetched.
const FETCHED = "x-fetched";
const NOT_FOUND = [404, 410];

// The pages that are open, by client: whether each came from the "network" or the "copy". Forgotten when the browser
// stops the worker.
const origins = new Map();
// The work that fills the copy, and the cache that answers.
let filling;
let chosen;

const readerOf = (path) =>
  SITE.languages.filter(({ home }) => path.startsWith(home)).sort((a, b) => b.home.length - a.home.length)[0];
const savesData = () => navigator.connection?.saveData === true;
// A name with a digest belongs to the same bytes for ever.
const isLasting = (path) =>
  /^pictures\/[^/]+$|^(pkg\/)?[\w-]+\.[\w-]{8,}\.(css|js|wasm)$/.test(path.slice(ROOT.length));
const isCode = (path) => /\.(css|js|wasm)$/.test(path);

/** Whether an address is that of a page of this site, and not of another site below its scope. */
function isPage(path) {
  const reader = readerOf(path);
  const [section] = path.slice(reader?.home.length).split("/");
  return reader !== undefined && !path.endsWith(".ics") && SITE.sections.includes(section);
}

/** The caches of former revisions, the newest first. */
const formerCaches = async () =>
  (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME).reverse();

async function forgetFormer() {
  for (const name of await formerCaches()) await caches.delete(name);
  chosen = undefined;
}

/** Finds a file in a cache by its path. A copy knows no query, as the files of an export know none. */
const find = async (cache, path) => cache?.match(path, { ignoreVary: true });

/** Whether a cache has everything for the readers of a language: the list is saved last. */
async function isComplete(cache) {
  const found = await Promise.all(SITE.languages.map(({ list }) => find(cache, list)));
  return found.some(Boolean);
}

async function choose() {
  for (const name of [NAME, ...(await formerCaches())]) {
    const cache = await caches.open(name);
    if (await isComplete(cache)) return cache;
  }
  return caches.open(NAME);
}

/**
 * The one cache that answers: that of a former revision until that of this revision is complete. None if the browser
 * lets sites store nothing.
 */
const copy = () => (chosen ??= choose().catch(() => (chosen = undefined)));

/** Whether the site still has the revision of this worker. Fails without a network. */
async function isCurrent() {
  const response = await fetch(self.location.href, { cache: "no-cache" });
  const is = response.ok && (await response.text()).includes(`"${SITE.revision}"`);
  if (!is) await self.registration.update();
  return is;
}

/** A response as it is kept: with the time and its length. */
async function kept(response) {
  const body = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.set("content-length", body.byteLength);
  headers.set(FETCHED, Date.now());
  return new Response(body, { headers });
}

const fetchedAt = (response) => Number(response.headers.get(FETCHED));
const lengthOf = (response) => Number(response.headers.get("content-length"));
// A redirect may lead to the page on which a network asks for a password.
const isUsable = (response) => response.status === 200 && response.type === "basic" && !response.redirected;

/** How many bytes a cache has. */
async function sizeOf(cache) {
  const requests = await cache.keys();
  const responses = await Promise.all(requests.map((request) => find(cache, request)));
  return responses.reduce((sum, response) => sum + (response ? lengthOf(response) : 0), 0);
}

/** Fetches a file for the copy; nothing if there is no such file. */
async function fetchFile(path) {
  const cache = isLasting(path) ? "default" : "no-cache";
  const response = await fetch(path, { cache, priority: "low" }).catch(() => {});
  return response && isUsable(response) ? kept(response) : undefined;
}

/** Fills the copy for the readers of a language, a few files at a time: pictures last, and none beyond the limit. */
async function fill({ list }) {
  const cache = await caches.open(NAME);
  if (await find(cache, list)) return forgetFormer();
  const listed = await fetchFile(list);
  const { revision, files, pages, search, pictures } = (await listed?.clone().json()) ?? {};
  if (revision !== SITE.revision) return self.registration.update();
  const paths = [...files, ...pages, ...search, ...pictures.map(([first]) => first)];
  let size = (await sizeOf(cache)) + lengthOf(listed);
  for (let place = 0; place < paths.length; place += AT_ONCE) {
    if (savesData()) return;
    const batch = paths.slice(place, place + AT_ONCE);
    const present = await Promise.all(batch.map((path) => find(cache, path)));
    const missing = batch.filter((_, index) => !present[index]);
    const fetched = await Promise.all(missing.map(fetchFile));
    // The files of a batch are of this revision if the site had it before and has it still.
    if (missing.length > 0 && !(await isCurrent())) return;
    let hasSpace = !fetched.some(Boolean);
    for (const [index, response] of fetched.entries()) {
      if (!response || size + lengthOf(response) > SITE.limit) continue;
      // The browser may have less space than the limit.
      if (!(await cache.put(missing[index], response).then(() => true, () => false))) continue;
      size += lengthOf(response);
      hasSpace = true;
    }
    if (!hasSpace) break;
  }
  await cache.put(list, listed);
  await forgetFormer();
}

/** Keeps a page that was just shown, or forgets one that is gone. */
async function remember(path, response) {
  if (NOT_FOUND.includes(response.status)) {
    for (const name of [NAME, ...(await formerCaches())]) {
      await (await caches.open(name)).delete(path, { ignoreVary: true });
    }
    return;
  }
  const cache = await caches.open(NAME);
  const before = await find(cache, path);
  if (!isUsable(response) || (before && Date.now() - fetchedAt(before) < FRESH) || !(await isCurrent())) return;
  const page = await kept(response);
  if (before || (await sizeOf(cache)) + lengthOf(page) <= SITE.limit) await cache.put(path, page);
}

/** The page of a copy, with a line that says how old it is. */
async function marked(response, sentence, { language }) {
  const fetched = new Date(fetchedAt(response));
  const words = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(fetched);
  const time = `<time datetime="${fetched.toISOString()}">${words}</time>`;
  const line = `<p class="saved-copy" role="status">${sentence.replace("{}", time)}</p>`;
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return new Response((await response.text()).replace("<main ", () => `${line}<main `), { headers });
}

/** The page in the place of one that is not saved. */
function missing({ language, home, schedule, style, words }) {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'self'",
  };
  const html = `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.missing}</title>
<link rel="stylesheet" href="${style}"></head><body><main id="main_content"><h1>${words.missing}</h1>
<p>${words.not_saved}</p><p><a href="${schedule}">${words.schedule}</a></p></main></body></html>`;
  return new Response(html, { status: 503, headers });
}

/** Answers with a page: from the network if it is there in time, otherwise from the copy. */
async function page(event) {
  const { pathname, search } = new URL(event.request.url);
  const reader = readerOf(pathname);
  const client = event.resultingClientId;
  const network = (async () => (await event.preloadResponse) ?? fetch(event.request))();
  const settled = network.then(
    (response) => (response.status < 500 ? response : undefined),
    () => undefined,
  );
  // A filtered page is no copy of the whole one.
  const remembered = settled.then((response) => response && search === "" && remember(pathname, response.clone()));
  event.waitUntil(remembered.catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, "late"));
  const first = await Promise.race([settled, late]);
  const saved = first instanceof Response ? undefined : await find(await copy(), pathname);
  if (saved) {
    origins.set(client, "copy");
    return marked(saved, first === "late" ? reader.words.slow : reader.words.unreachable, reader);
  }
  origins.set(client, "network");
  return network.catch(() => missing(reader));
}

/** Answers with a file whose name has a digest: its bytes are the same in the copy and on the network. */
async function lastingFile(event, path) {
  const cache = await copy();
  const saved = await find(cache, path);
  if (saved) return saved;
  try {
    const response = await fetch(event.request);
    // The name of a former stylesheet gives the present one, which is not immutable.
    const isImmutable = response.headers.get("cache-control")?.includes("immutable");
    if (isCode(path) && isUsable(response) && isImmutable) {
      const file = kept(response.clone());
      event.waitUntil(file.then(async (file) => (await caches.open(NAME)).put(path, file)).catch(() => {}));
    }
    return response;
  } catch (error) {
    return (await otherSize(cache, path)) ?? Promise.reject(error);
  }
}

/** Another rendition of a picture. */
async function otherSize(cache, path) {
  for (const { list } of SITE.languages) {
    const { pictures } = (await (await find(cache, list))?.json()) ?? { pictures: [] };
    const renditions = pictures.find((renditions) => renditions.includes(path));
    if (renditions) return find(cache, renditions[0]);
  }
}

/** Answers with any other file: for a page that came from the copy, from the copy alone. */
async function otherFile(event, path) {
  const saved = async () => (await find(await copy(), path)) ?? Response.error();
  return origins.get(event.clientId) === "copy" ? saved() : fetch(event.request).catch(saved);
}

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const activate = async () => {
    await self.registration.navigationPreload?.enable();
    for (const name of await formerCaches()) {
      // With Save-Data the copy of this revision is not filled, and the former one would stay for ever.
      if (savesData() || !(await isComplete(await caches.open(name)))) await caches.delete(name);
    }
    await self.clients.claim();
  };
  event.waitUntil(activate());
});

// A page is usable, and does not ask to save data.
self.addEventListener("message", (event) => {
  const reader = SITE.languages.find(({ language }) => language === event.data?.language);
  if (!reader) return;
  filling ??= fill(reader)
    // Without a network or without space, everything that is saved stays. The next page goes on.
    .catch(() => {})
    .finally(() => (filling = undefined));
  event.waitUntil(filling);
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || !request.url.startsWith(SCOPE)) return;
  if (request.mode === "navigate") {
    if (isPage(pathname)) event.respondWith(page(event));
  } else if (isLasting(pathname)) {
    event.respondWith(lastingFile(event, pathname));
  } else if (origins.get(event.clientId) !== "network" && request.cache !== "no-cache") {
    // A script that asks with "no-cache" wants the present page, from the network.
    event.respondWith(otherFile(event, pathname));
  }
});
