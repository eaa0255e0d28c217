// Feeds, read by feedparser, which others wrote; the page that lists them; and a reader's way to them.
import AxeBuilder from "@axe-core/playwright";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import vnu from "vnu-jar";
import { Program } from "./program";
import { expect, test } from "./site";

type Entry = { id: string; link: string; title: string; published: number[]; updated: number[]; html: string };
type Feed = { bozo: number; problem: string; version: string; title: string; link: string; language: string; entries: Entry[] };

const BASE = "https://conference.example";
const FIXTURE = "../server/tests/fixtures/feeds";
const options = ["--base-url", BASE, "--at", "2016-11-15T10:00"];

let programs: Program[];

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext();
  programs = [
    await Program.serve(request, 3114, Program.copy(), options),
    await Program.serve(request, 3115, Program.copy(FIXTURE), options),
  ];
  await request.dispose();
});

test.afterAll(async () => {
  for (const program of programs) await program.stop();
});

const readInPython = (texts: string[]): Feed[] => {
  const python = "../target/python/bin/python";
  const settings = { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 100_000_000 } as const;
  return JSON.parse(execFileSync(python, ["read_feeds.py"], settings));
};

/** The addresses of all feeds of a format, as the page lists them. */
async function listed(request: APIRequestContext, address: string, path: string, type: string) {
  const html = await (await request.get(`${address}${path}`)).text();
  const links = [...html.matchAll(/<a href="([^"]*)" type="([^"]*)"/g)];
  return links.filter((link) => link[2] === type).map((link) => `${address}${link[1].replaceAll("&amp;", "&")}`);
}

const instant = (parts: number[]) => new Date(Date.UTC(parts[0], parts[1] - 1, ...parts.slice(2))).toISOString();
const text = async (request: APIRequestContext, url: string) => {
  const response = await request.get(url);
  expect(response.status(), url).toBe(200);
  return response.text();
};

for (const index of [0, 1]) {
  for (const [path, language] of [["/feeds", "ja"], ["/en/feeds", "en"]]) {
    test(`feedparser reads every feed of site ${index} on ${path}`, async ({ request }) => {
      const { address } = programs[index];
      const [atom, rss, json] = await Promise.all(
        ["application/atom+xml", "application/rss+xml", "application/feed+json"].map(async (type) => {
          const urls = await listed(request, address, path, type);
          return Promise.all(urls.map((url) => text(request, url)));
        }),
      );
      expect(atom.length).toBeGreaterThan(5);
      expect(rss.length).toBe(atom.length);
      const feeds = readInPython([...atom, ...rss]);
      let entries = 0;
      for (const [place, feed] of feeds.entries()) {
        expect(feed.problem).toBe("");
        expect(feed.bozo).toBe(0);
        expect(feed.version).toBe(place < atom.length ? "atom10" : "rss20");
        expect(feed.language).toBe(language);
        const same = JSON.parse(json[place % atom.length]);
        expect(feed.link).toBe(same.home_page_url);
        const facts = feed.entries.map((entry) => [entry.id, entry.link, instant(entry.published), instant(entry.updated)]);
        const iso = (date: string) => new Date(date).toISOString();
        const of = (item: any) => [item.id, item.url, iso(item.date_published), iso(item.date_modified)];
        expect(facts).toEqual(same.items.map(of));
        expect(feed.entries.map(({ html }) => html.trim())).toEqual(same.items.map((item: any) => item.content_html.trim()));
        // feedparser takes a title of RSS for HTML.
        const titles = feed.entries.map(({ title }) => title);
        if (feed.version === "atom10") expect(titles).toEqual(same.items.map((item: any) => item.title));
        entries += feed.entries.length;
      }
      expect(entries).toBeGreaterThan(10);
    });
  }
}

test("the page of feeds is accessible and valid, and its addresses are those of the feeds", async ({ page, request }) => {
  const folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
  const files: string[] = [];
  for (const { address } of programs) {
    for (const path of ["/feeds", "/en/feeds"]) {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(`${address}${path}`);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
      }
      for (const field of await page.locator(".feed-list input").all()) {
        const feed = await text(request, (await field.inputValue()).replace(BASE, address));
        expect(feed).toContain(`rel="self" type="application/atom+xml" href="${await field.inputValue()}"`);
      }
      const file = join(folder, `${files.length}.html`);
      writeFileSync(file, await text(request, `${address}${path}`));
      files.push(file);
    }
  }
  execFileSync("java", ["-jar", vnu, "--errors-only", ...files], { stdio: "pipe", encoding: "utf8" });
});

test("a visitor comes from the news to the feeds, and from a page to its feed", async ({ page }) => {
  const { address } = programs[0];
  await page.goto(`${address}/en/news`);
  await expect(page.locator("link[type='application/atom+xml']").first()).toHaveAttribute("href", "/en/news/feed.atom");
  await page.getByRole("link", { name: "Follow by feed" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Feeds" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "News" })).toHaveValue(`${BASE}/en/news/feed.atom`);
});

test("a reader shows the picture of an entry on its own page", async ({ page, request }) => {
  const { address } = programs[1];
  const html = JSON.parse(await text(request, `${address}/interviews/feed.json`)).items[1].content_html;
  await page.setContent(html.replaceAll(BASE, address).replace(' loading="lazy"', ""));
  const picture = page.getByRole("img", { name: "図の説明" });
  await expect(picture).toHaveJSProperty("complete", true);
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
});
