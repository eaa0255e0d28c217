// The search of the whole site: the same results by the server, in the browser, on a static host and without a network.
import AxeBuilder from "@axe-core/playwright";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Program } from "./program";
import { expect, test } from "./site";
import { staticHost } from "./static_host";

const CONTENT = "../server/tests/fixtures/search";
const QUERIES: { query: string; finds: string[]; in?: string }[] = JSON.parse(
  readFileSync("../server/tests/it/search/queries.json", "utf8"),
);

/** Everything that a search shows on the page, or in the HTML of the server if it is given. */
const shown = (page: Page, html?: string) =>
  page.evaluate((html) => {
    const root = html === undefined ? document : new DOMParser().parseFromString(html, "text/html");
    const all = (selector: string) => [...root.querySelectorAll(`.search-results ${selector}`)];
    const part = (hit: Element, selector: string) => hit.querySelector(selector)?.innerHTML ?? "";
    return {
      title: root.title,
      status: root.querySelector(".search-status")!.textContent,
      hits: all(".hit").map((hit) => [
        hit.querySelector("a")!.getAttribute("href"),
        hit.getAttribute("lang"),
        ...["a", ".hit-details", ".hit-excerpt"].map((selector) => part(hit, selector)),
      ]),
      groups: all("h2").map((heading) => heading.textContent),
      more: all(".more a").map((link) => link.textContent),
      hidden: [".search-advice", ".for-symbols", ".for-choices", ".search-help"].map((selector) =>
        root.querySelector(selector)!.hasAttribute("hidden"),
      ),
    };
  }, html);

const links = async (page: Page) =>
  (await page.locator(".search-results .hit a").evaluateAll((all) => all.map((link) => link.getAttribute("href")!))).sort();

/** Types a query into the form of the page, and waits until its results are there. */
async function type(page: Page, query: string) {
  // Another title tells that the page follows.
  await page.evaluate(() => (document.querySelector(".search-status")!.textContent = "waiting"));
  await page.locator(".search-form [name=q]").evaluate((box: HTMLInputElement, query) => {
    box.value = query;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, query);
  await expect(page.locator(".search-status")).not.toHaveText(/waiting|…/);
}

test("the index is open before the first letter", async ({ page }) => {
  const opened = page.waitForResponse((response) => response.url().endsWith("/search/index.json"));
  // The box of an empty search has the focus.
  await page.goto("/search");
  expect((await opened).ok()).toBe(true);
  const onFocus = page.waitForRequest((request) => request.url().endsWith("/search/index.json"));
  await page.goto("/search?q=lambda");
  await page.locator(".search-form [name=q]").focus();
  await onFocus;
});

test("server and browser find and show the same", async ({ page, request }) => {
  const program = await Program.serve(request, 3180, Program.copy(CONTENT), ["--at", "2016-10-02T10:00"]);
  try {
    for (const language of ["", "/en"]) {
      await page.goto(`${program.address}${language}/search`);
      for (const { query, finds, in: only } of QUERIES) {
        await type(page, query);
        if (language === "") expect(await links(page), query).toEqual(finds);
        if (only) continue;
        const answer = await request.get(`${program.address}${language}/search?${new URLSearchParams({ q: query })}`);
        expect(await shown(page), query).toEqual(await shown(page, await answer.text()));
      }
    }
  } finally {
    await program.stop();
  }
});

test("an export finds the same, and says without JavaScript what to do", async ({ page, browser }) => {
  const folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
  const binary = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
  execFileSync(binary, ["export", join(folder, "2016"), "--content", CONTENT, "--site-root", "../target/site", "--base-path", "/2016/"]);
  const host = await staticHost(folder, 3181, "2016/404.html");
  try {
    const address = "http://127.0.0.1:3181/2016";
    // From an address, from a box on another page, and as one types.
    await page.goto(`${address}/search?q=${encodeURIComponent("新幹線")}`);
    await expect(page.locator(".hit")).toHaveCount(1);
    await expect(page.locator(".search-form [name=q]")).toHaveValue("新幹線");
    await page.goto(`${address}/speakers`);
    await page.locator(".site-search input").fill("ビール");
    await page.locator(".site-search input").press("Enter");
    await expect(page.locator(".hit a")).toHaveText("新しい幹線道路の信号機");
    for (const { query, finds } of QUERIES) {
      await type(page, query);
      expect(await links(page), query).toEqual(finds.map((path) => `/2016${path}`));
    }
    // Choices that there are not are ignored, as by the server, and no address keeps the page busy.
    for (const choice of ["kind=session&from=-3", "kind=session&from=1.5", "kind=nothing", "kind=constructor", "language=EN", "from=3"]) {
      await page.goto(`${address}/search?q=${encodeURIComponent("新幹線")}&${choice}`);
      await expect(page.locator(".hit"), choice).toHaveCount(1);
    }
    await expect(page.locator(".language-switch a").last()).toHaveAttribute("href", /\/en\/search\?q=%E6%96%B0/);
    await page.goto(`${address}/search?q=less&kind=news&language=en`);
    await expect(page.locator(".search-form [name=kind]")).toHaveValue("news");
    await page.locator(".hit a").click();
    await expect(page.locator("h1")).toHaveText("Tickets are on sale");
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(`${address}/search?q=less`);
    await expect(plain.locator("noscript p")).toContainText("検索にはJavaScriptが必要です");
    await plain.context().close();
  } finally {
    await new Promise((resolve) => host.close(resolve));
    rmSync(folder, { recursive: true });
  }
});

test("random words are found by the browser as by the server", async ({ page, request }) => {
  const program = await Program.serve(request, 3182, Program.copy(), ["--at", "2016-10-02T10:00"]);
  const texts = ["サーバーレス", "AWS Lambdaの運用", "コールドスタート", "髙橋ゆうき", "ﾃﾞﾌﾟﾛｲ", "IoT/GPS", "Go Serverless!", "認証・認可"];
  // The same words in every run.
  let seed = 2016;
  const random = (most: number) => (seed = (seed * 48271) % 2147483647) % most;
  const queries = Array.from({ length: 120 }, () => {
    const text = [...texts[random(texts.length)]!];
    const start = random(text.length);
    return text.slice(start, start + 1 + random(5)).join("") + (random(3) ? "" : ` ${texts[random(texts.length)]!.slice(0, 2)}`);
  });
  try {
    await page.goto(`${program.address}/en/search`);
    for (const query of queries) {
      await type(page, query);
      const answer = await request.get(`${program.address}/en/search?${new URLSearchParams({ q: query })}`);
      expect(await shown(page), query).toEqual(await shown(page, await answer.text()));
    }
  } finally {
    await program.stop();
  }
});

test("searches by keyboard alone, without a request but for the index", async ({ page }) => {
  await page.goto("/en/about");
  await page.keyboard.press("/");
  await expect(page.locator(".site-search input")).toBeFocused();
  await page.keyboard.type("lambda");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/search\?q=lambda$/);
  await expect(page.locator(".hit").first()).toBeVisible();
  const requests: string[] = [];
  // The icon is the browser's own wish, at every change of the address.
  page.on("request", (request) => request.url().endsWith("/icon.svg") || requests.push(new URL(request.url()).pathname));
  await page.keyboard.press("/");
  await expect(page.locator(".search-form [name=q]")).toBeFocused();
  await page.keyboard.type("operability");
  await expect(page.locator(".hit a").first()).toHaveText(/Operability/);
  await expect(page).toHaveURL(/\/en\/search\?q=operability$/);
  await page.keyboard.press("Enter");
  await expect(page.locator(".search-status")).toBeFocused();
  expect(requests.filter((path) => !path.startsWith("/search/"))).toEqual([]);
  // The typed letters are one step back.
  await page.goBack();
  await expect(page.locator(".search-form [name=q]")).toHaveValue("lambda");
  await expect(page.locator(".hit a").first()).not.toHaveText(/Operability/);
});

test("every result leads to a place that there is, also of a translation that lacks a question", async ({ page, request }) => {
  const program = await Program.serve(request, 3183, Program.copy(CONTENT), ["--at", "2016-10-02T10:00"]);
  try {
    for (const [path, query] of [["/search", "penguins"], ["/en/search", "ペンギン"], ["/en/search", "東海道"]] as const) {
      await page.goto(`${program.address}${path}`);
      await type(page, query);
      for (const link of await links(page)) {
        await page.goto(`${program.address}${link}`);
        const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
        if (id) await expect(page.locator(`[id="${id}"]`), link).toBeVisible();
      }
    }
  } finally {
    await program.stop();
  }
});

test("the key can be turned off, and is a letter where one types", async ({ page }) => {
  await page.goto("/en/search");
  await page.locator(".search-form [name=q]").focus();
  await page.keyboard.type("a/b");
  await expect(page.locator(".search-form [name=q]")).toHaveValue("a/b");
  await page.locator(".search-form [name=q]").fill("");
  await page.getByRole("checkbox", { name: "The key / moves to the search box" }).uncheck();
  await page.goto("/en/about");
  await page.keyboard.press("/");
  await expect(page.locator(".site-search input")).not.toBeFocused();
  await expect(page.locator("[aria-keyshortcuts]")).toHaveCount(0);
});

test("kinds, further results and the way back to everything are shown in place", async ({ page }) => {
  await page.goto("/en/search?q=a");
  const group = page.locator(".search-group").filter({ has: page.locator(".more") }).first();
  const kind = await group.getAttribute("data-kind");
  await group.locator(".more a").click();
  await expect(page).toHaveURL(new RegExp(`kind=${kind}`));
  await expect(page.locator(".search-form [name=kind]")).toHaveValue(kind!);
  await expect(page.locator(".search-group")).toHaveCount(1);
  expect(await page.locator(".hit").count()).toBeGreaterThan(5);
  await page.locator(".search-form [name=q]").fill("nothing-has-this-name");
  await expect(page.locator(".search-advice")).toBeVisible();
  await page.locator(".for-choices a").click();
  await expect(page).toHaveURL(/\/en\/search\?q=nothing-has-this-name$/);
});

test("a lost network is told, and the next search tries again", async ({ page, faults }) => {
  await page.route("**/search/*.json", (route) => route.abort());
  await page.goto("/en/search");
  await page.locator(".search-form [name=q]").fill("lambda");
  await expect(page.locator(".search-status")).toContainText("could not be loaded");
  await page.unroute("**/search/*.json");
  await page.locator(".search-form [name=q]").press("Enter");
  await expect(page.locator(".hit").first()).toBeVisible();
  faults.length = 0;
});

test("results that a script fills in are accessible on a phone and on a wide screen", async ({ page }) => {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/search");
    await type(page, "サーバーレス");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
    const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    expect(scroll).toBeLessThanOrEqual(client!);
  }
});
