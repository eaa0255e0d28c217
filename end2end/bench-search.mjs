// Measures searches in Chromium: the bytes that a first search loads, and the time from the last letter to the results.
// Usage: node bench-search.mjs <folder to work in> [<query> …]; INTERVIEWS=10000 RUNS=5.
// ADDRESS=http://… measures a site that runs already.
import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { write } from "./bench-search/content.mjs";

const [folder, ...given] = process.argv.slice(2);
const queries = given.length ? given : ["サーバーレス", "運用 サーバーレス", "新幹線", "の", "という", "しました", "という しました"];
const interviews = Number(process.env.INTERVIEWS ?? 10_000);
const runs = Number(process.env.RUNS ?? 5);
const binary = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Starts the server; resolves with its address and a function that stops it. */
async function start() {
  const content = join(folder, `searched-${interviews}`);
  if (!existsSync(content)) write(content, interviews);
  const host = "127.0.0.1:3115";
  const options = ["serve", "--content", content, "--addr", host, "--site-root", "../target/site", "--at", "2030-05-31T12:00"];
  const server = spawn(binary, options, { stdio: "ignore" });
  const address = `http://${host}`;
  const deadline = performance.now() + 300_000;
  while (performance.now() < deadline) {
    // The index is built after the first pages can be answered.
    const answer = await fetch(`${address}/search/index.json`).catch(() => undefined);
    if (answer?.ok) return { address, stop: () => server.kill() };
    if (server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error("the server does not answer");
}

/** One search in a browser that has seen nothing of the site but the page of the search. */
async function search(browser, address, query) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const ofIndex = new Set();
  let [bytes, files] = [0, 0];
  network.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (request.url.startsWith(`${address}/search/`)) ofIndex.add(requestId);
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!ofIndex.has(requestId)) return;
    bytes += encodedDataLength;
    files += 1;
  });
  // The box has the focus, so the first file of the index is loaded before the last letter.
  await page.goto(`${address}/search`, { waitUntil: "networkidle" });
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

const { address, stop } = process.env.ADDRESS ? { address: process.env.ADDRESS, stop: () => {} } : await start();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  for (const query of queries) {
    // The first one warms the cache of the server.
    await search(browser, address, query);
    const found = [];
    for (let run = 0; run < runs; run += 1) found.push(await search(browser, address, query));
    const [{ status, hits, bytes, files }] = found;
    const took = found.map((run) => run.took);
    console.log(
      `${query}: ${status}, ${hits} shown · ${(bytes / 1000).toFixed(1)} kB in ${files} files · ` +
        `median ${median(took).toFixed(0)} ms, max ${Math.max(...took).toFixed(0)} ms of ${took.length}`,
    );
  }
} finally {
  await browser.close();
  stop();
}
