// Measures the release build: start, memory, a first visit, and a change of the filter over 1,000 sessions in Chromium.
// Usage: node bench.mjs <folder of the large conference>
import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crowd } from "./tests/crowd.mjs";
import { firstVisit } from "./tests/first-visit.mjs";

const large = process.argv[2];
const binary = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
const address = "127.0.0.1:3110";
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const milliseconds = (numbers) =>
  `median ${median(numbers).toFixed(1)} ms, max ${Math.max(...numbers).toFixed(1)} ms of ${numbers.length}`;

/** Starts the server; resolves with its process and the time until the first page was answered. */
async function start(content, ...further) {
  const began = performance.now();
  const options = ["serve", "--content", content, "--addr", address, "--site-root", "../target/site", ...further];
  const server = spawn(binary, options, { stdio: "ignore" });
  const deadline = began + 60_000;
  while (performance.now() < deadline) {
    try {
      await (await fetch(`http://${address}/`)).text();
      return { server, took: performance.now() - began };
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  throw new Error("the server does not answer");
}

const stop = (server) =>
  new Promise((resolve) => {
    server.on("exit", resolve);
    server.kill();
  });

const times = [];
for (let round = 0; round < 10; round += 1) {
  const { server, took } = await start("..");
  times.push(took);
  if (round === 9) {
    for (let request = 0; request < 200; request += 1) await (await fetch(`http://${address}/schedule`)).text();
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))[1];
    console.log(`resident memory, built-in content, after 200 requests: ${(resident / 1024).toFixed(1)} MiB`);
  }
  await stop(server);
}
console.log(`from start to the first answer, built-in content: ${milliseconds(times)}`);

const { server } = await start(large);
const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
// Attendees at the venue, and no copy for times without a network that is made during the measurements.
const visitor = { timezoneId: "Asia/Tokyo", serviceWorkers: "block" };
const page = await browser.newPage(visitor);
await page.goto(`http://${address}/schedule`);
await page.waitForSelector(".schedule-filter[data-ready]");
const stars = await page.evaluate(async () => {
  const times = [];
  const all = [...document.querySelectorAll(".star")];
  for (let round = 0; round < 20; round += 1) {
    const began = performance.now();
    all[round * 7].click();
    // The style and the layout that the paint needs.
    document.body.getBoundingClientRect();
    times.push(performance.now() - began);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
  return times;
});
console.log(`from a click on a star to the layout, 1,000 sessions: ${milliseconds(stars)}`);
const changes = await page.evaluate(() => {
  const input = document.querySelector("#filter-text");
  const words = ["s", "se", "ses", "サーバー", "speaker 7", "company 42", "session 99", "nothing-like-this", "運用", ""];
  const took = [];
  for (let round = 0; round < 5; round += 1) {
    for (const word of words) {
      input.value = word;
      const began = performance.now();
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      took.push(performance.now() - began);
    }
  }
  return took;
});
console.log(`a filter change over 1,000 sessions, script time: ${milliseconds(changes)}`);
await page.close();
await stop(server);

// From a tap on a filter to the next paint, on a phone with a processor of a quarter of the speed (Event Timing, W3C).
const crowded = crowd(4, 100);
const { server: small } = await start(crowded);
// Built files are compressed as small as they get within the first second after the start.
let visit = await firstVisit(browser, `http://${address}/schedule`);
for (let before; visit.bytes !== before; visit = await firstVisit(browser, `http://${address}/schedule`)) before = visit.bytes;
for (const { path, bytes } of visit.files) console.log(`${bytes.toLocaleString("en").padStart(8)} bytes  ${path}`);
console.log(
  `first visit to the schedule, 100 sessions: ${visit.bytes.toLocaleString("en")} bytes in ${visit.files.length} requests`,
);
const phone = await browser.newPage({ ...visitor, viewport: { width: 375, height: 812 }, hasTouch: true });
const session = await phone.context().newCDPSession(phone);
await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
await phone.goto(`http://${address}/schedule`);
await phone.waitForSelector(".schedule-filter[data-ready]");
await phone.evaluate(() => {
  window.taps = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === "click") window.taps.push(duration);
  }).observe({ type: "event", durationThreshold: 16 });
});
for (let tap = 0; tap < 20; tap += 1) {
  await phone.locator(".choice", { hasText: "会議室" }).nth(tap % 4).click();
  // The cards after the first ones are laid out after the paint; nobody taps faster than that.
  await phone.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300))));
}
console.log(`from a tap on a filter to the paint, 100 sessions, CPU 4 x: ${milliseconds(await phone.evaluate(() => window.taps))}`);
await phone.close();
await stop(small);
rmSync(crowded, { recursive: true });

// From saving a file to the new words on the page, as an organiser sees it.
const folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
for (const part of ["program", "interviews", "news"]) cpSync(join("..", part), join(folder, part), { recursive: true });
const preview = await start(folder, "--watch");
const editor = await browser.newPage();
await editor.goto(`http://${address}/en/interviews/allan-espinosa`);
const file = join(folder, "interviews/allan-espinosa.en.md");
const text = readFileSync(file, "utf8");
const edits = [];
for (let round = 0; round < 10; round += 1) {
  await editor.waitForLoadState("networkidle", { timeout: 1_000 }).catch(() => {});
  const began = performance.now();
  writeFileSync(file, text.replace("## Quick Chat", `## Chat ${round}`));
  await editor.getByRole("heading", { name: `Chat ${round}`, exact: true }).waitFor();
  edits.push(performance.now() - began);
}
console.log(`from a saved file to the page, built-in content: ${milliseconds(edits)}`);
await browser.close();
await stop(preview.server);
rmSync(folder, { recursive: true });
