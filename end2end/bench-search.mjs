// Measures searches in Chromium: the bytes that a first search loads, and the time from the last letter to the results.
// Usage: node bench-search.mjs <address of a running site> <query> …
import { chromium } from "@playwright/test";

const [address, ...queries] = process.argv.slice(2);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });

/** One search in a browser that has seen nothing of the site but the page of the search. */
async function search(query) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(`${address}/search`, { waitUntil: "networkidle" });
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  let [bytes, files] = [0, 0];
  network.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    files += 1;
  });
  const found = await page.evaluate(async (query) => {
    const box = document.querySelector(".search-form [name=q]");
    const status = document.querySelector(".search-status");
    const began = performance.now();
    const shown = new Promise((resolve) => {
      new MutationObserver(() => !/…$/.test(status.textContent) && resolve()).observe(status, { childList: true });
    });
    box.value = query;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await shown;
    return { took: performance.now() - began, status: status.textContent, hits: document.querySelectorAll(".hit").length };
  }, query);
  await page.waitForLoadState("networkidle");
  await context.close();
  return { ...found, bytes, files };
}

try {
  for (const query of queries) {
    // The first one warms the cache of the server.
    await search(query);
    const runs = [];
    for (let run = 0; run < 5; run += 1) runs.push(await search(query));
    const [{ status, hits, bytes, files }] = runs;
    const took = runs.map((run) => run.took);
    console.log(
      `${query}: ${status}, ${hits} shown · ${(bytes / 1000).toFixed(1)} kB in ${files} files · ` +
        `median ${median(took).toFixed(0)} ms, max ${Math.max(...took).toFixed(0)} ms of ${took.length}`,
    );
  }
} finally {
  await browser.close();
}
