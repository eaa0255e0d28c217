// The export, served by a file server that knows nothing of this program, as any static host would.
import { expect, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { staticHost } from "./static_host";

let server: Server;
let folder: string;
const address = "http://127.0.0.1:3105";

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
  const binary = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
  const options = ["--content", "..", "--site-root", "../target/site", "--base-path", "/2016/"];
  execFileSync(binary, ["export", join(folder, "2016"), ...options]);
  server = await staticHost(folder, 3105, "2016/404.html");
});

test.afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

/** The addresses of documents for programs. */
const DOCUMENT = /\.(atom|ics|json|rss|txt|xml)$/;

test("every page is found by following links, without an error", async ({ page }) => {
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(`${page.url()}: ${message.text()}`));
  page.on("response", (response) => response.status() >= 400 && problems.push(`${response.url()}: ${response.status()}`));
  const waiting = [`${address}/2016/`];
  const known = new Set(waiting);
  // Every page in one language; the other one is reached, too.
  for (let url = waiting.pop(); url; url = waiting.pop()) {
    if (DOCUMENT.test(url)) {
      // A browser would download it, or show it as text.
      if (!(await page.request.get(url)).ok()) problems.push(url);
      continue;
    }
    await page.goto(url);
    const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const link of links.map((link) => link.split("#")[0]!.split("?")[0]!)) {
      if (link.startsWith(`${address}/`) && !known.has(link)) {
        known.add(link);
        waiting.push(link);
      }
    }
  }
  expect(problems).toEqual([]);
  expect([...known].every((url) => url.startsWith(`${address}/2016/`))).toBe(true);
  const documents = [...known].filter((url) => DOCUMENT.test(url));
  expect(documents.filter((url) => url.endsWith(".ics")).length).toBeGreaterThan(80);
  expect(known.size - documents.length).toBeGreaterThan(150);
});

test("the filter works without a server behind it", async ({ page }) => {
  await page.goto(`${address}/2016/en/schedule?q=lamvery`);
  await page.waitForSelector(".schedule-filter[data-ready]");
  await expect(page.locator("article.session:visible")).toHaveCount(1);
  await expect(page.locator("article.session:visible")).toContainText("Unlimited Frameworks");
  // The page was made for no query: the form follows the address all the same.
  await expect(page.locator("#filter-text")).toHaveValue("lamvery");
  await page.locator("#filter-text").fill("");
  await expect(page.locator("article.session:visible")).toHaveCount(await page.locator("article.session").count());
  expect(new URL(page.url()).pathname).toBe("/2016/en/schedule");

  await page.goto(`${address}/2016/en/schedule?format=panel&speaker=naoya-ito`);
  await page.waitForSelector(".schedule-filter[data-ready]");
  await expect(page.getByRole("checkbox", { name: "Panel" })).toBeChecked();
  await expect(page.locator("#filter-speaker")).toHaveValue("naoya-ito");
  await page.getByRole("checkbox", { name: "Panel" }).click();
  await expect(page).toHaveURL(/\/schedule\?speaker=naoya-ito$/);
});

test("an address that leads nowhere has ways out", async ({ page }) => {
  const response = await page.goto(`${address}/2016/en/no-such-page`);
  expect(response?.status()).toBe(404);
  await page.locator(".ways-out a").nth(1).click();
  expect(new URL(page.url()).pathname).toMatch(/^\/2016\/(en\/)?schedule$/);
});

test("the schedule says that its calendars do not follow the filter", async ({ page }) => {
  await page.goto(`${address}/2016/en/schedule?format=keynote`);
  const panel = page.locator(".calendar-panel");
  await panel.locator("summary").click();
  await expect(panel.getByText("sessions that the filter hides")).toBeVisible();
});

test("plans work without a server behind them, as far as files go", async ({ page }) => {
  await page.goto(`${address}/2016/en/schedule`);
  const first = page.locator(".session:has(> .star)").first();
  const title = await first.locator(".session-title").innerText();
  await first.locator(".star").click();
  await page.getByRole("link", { name: "My plan 1" }).click();
  await expect(page.locator(".plan-item .session-title")).toHaveText(title);
  expect(new URL(page.url()).pathname).toBe("/2016/en/plan");

  const panel = page.locator(".calendar-panel");
  await panel.locator("summary").click();
  await expect(panel.getByText("published as files only")).toBeVisible();
  await expect(panel.getByRole("link")).toHaveCount(1);
  const waiting = page.waitForEvent("download");
  await panel.getByRole("link", { name: "Download the file" }).click();
  const file = readFileSync(await (await waiting).path(), "utf8");
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(file).toContain(title);

  // A shared address is the same file, which the script fills in.
  const codes = await page.goto(`${address}/2016/en/plan/sessions`).then(() =>
    page.locator(".plan-item").evaluateAll((items) => items.slice(2, 4).map((item) => item.dataset.code)),
  );
  await page.goto(`${address}/2016/en/plan?s=${codes.join(".")}`);
  await expect(page.locator(".plan-item")).toHaveCount(2);
});
