// Documents for other programs, each read by a reader that others wrote.
import { type ChildProcess, spawn } from "node:child_process";
import { Readable } from "node:stream";
import robotsParser from "robots-parser";
import { parseSitemap } from "sitemap";
import { expect, test } from "./site";

const BASE = "https://conference.example";
const ADDRESS = "http://127.0.0.1:3107";

let server: ChildProcess;

test.beforeAll(async ({ playwright }) => {
  const binary = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
  const options = ["serve", "--content", "..", "--addr", "127.0.0.1:3107", "--site-root", "../target/site"];
  server = spawn(binary, [...options, "--base-url", BASE], { stdio: "ignore" });
  const request = await playwright.request.newContext();
  await expect(async () => expect((await request.get(`${ADDRESS}/`)).ok()).toBe(true)).toPass();
  await request.dispose();
});

test.afterAll(() => {
  server.kill();
});

test("a sitemap reader finds every page of every language, and all of them answer", async ({ request }) => {
  const xml = await (await request.get(`${ADDRESS}/sitemap.xml`)).text();
  const items = await parseSitemap(Readable.from([xml]));
  expect(items.length).toBeGreaterThan(150);
  for (const item of items) {
    expect((await request.get(item.url.replace(BASE, ADDRESS))).status(), item.url).toBe(200);
    const languages = item.links?.map(({ lang }) => lang);
    expect(languages, item.url).toEqual(["ja", "en", "x-default"]);
    // Translations name each other, or search engines believe none of them.
    for (const link of item.links ?? []) expect(items.some(({ url }) => url === link.url), link.url).toBe(true);
  }
  const english = items.find(({ url }) => url.endsWith("/en/interviews/allan-espinosa"));
  expect(english?.lastmod).toMatch(/^2016-/);
});

test("a crawler may read everything, and finds the sitemap", async ({ request }) => {
  const response = await request.get(`${ADDRESS}/robots.txt`);
  const robots = robotsParser(`${BASE}/robots.txt`, await response.text());
  expect(response.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  expect(robots.isAllowed(`${BASE}/interviews/allan-espinosa`, "Googlebot")).toBe(true);
  expect(robots.getSitemaps()).toEqual([`${BASE}/sitemap.xml`]);
});

test("the browser decodes the icon in the ICO format", async ({ page }) => {
  await page.goto("/about");
  const width = await page.evaluate(async () => {
    const icon = new Image();
    icon.src = "/favicon.ico";
    await icon.decode();
    return icon.naturalWidth;
  });
  expect(width).toBe(48);
});
