// Live pages: `/now` and the screens in front of rooms follow the clock, also without a network.
import AxeBuilder from "@axe-core/playwright";
import { type Page, test as plain } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { Program } from "./program";
import { at, rooms } from "./rooms";
import { expect, test } from "./site";

const DISPLAY = { width: 1920, height: 1080 };
const BASE = "http://127.0.0.1:3152";

let program: Program;
test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext();
  program = await Program.serve(request, 3152, rooms(), ["--base-url", BASE]);
});
test.afterAll(() => program.stop());

/** Opens a page at a time of the first day. */
async function open(page: Page, path: string, time: string) {
  await page.clock.install({ time: at(time) });
  await page.goto(path);
}

/** The sessions that a place shows. */
const sessions = (page: Page, place = "body") => page.locator(`${place} .live-session:visible .session-title`).allInnerTexts();

/** The parts that overflow the window or their own box. The title of the next session may be cut. */
const overflowing = (page: Page) =>
  page.locator(".screen :is(h1, h2, p, li, .code, .screen-changes)").evaluateAll((parts) =>
    parts
      .filter((part) => part.checkVisibility() && !part.matches(".running:not([hidden]) ~ .next h2"))
      .filter((part) => {
        const { right, bottom } = part.getBoundingClientRect();
        const isClipped = part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 3;
        return right > innerWidth + 1 || bottom > innerHeight + 1 || (isClipped && getComputedStyle(part).display !== "inline");
      })
      .map((part) => part.outerHTML),
  );

test("goes from one session to the next without a new page", async ({ page }) => {
  await open(page, `${BASE}/en/now`, "10:40");
  const hall = page.locator(".board", { has: page.getByRole("heading", { name: "Hall" }) });
  await expect(hall.locator(".running")).toContainText("Operability in Serverless Environments");
  await expect(hall.locator(".running")).toContainText("20 min left");
  await expect(hall.locator(".next")).toContainText("begins in 20 min");
  await expect(page.locator(".clock")).toHaveText("10:40");
  await page.evaluate(() => ((window as any).same = true));

  await page.clock.runFor("05:00");
  await expect(hall.locator(".running")).toContainText("15 min left");
  await hall.locator(".next a:visible").focus();
  await page.clock.runFor("15:00");
  await expect(hall.locator(".running")).toContainText("サーバーレスの運用を考える");
  await expect(hall.locator(".running")).toContainText("1 h left");
  await expect(hall.locator(".running a:visible")).toBeFocused();

  await page.clock.runFor("01:00:00");
  await expect(page.locator(".board:visible").last()).toContainText("Lunch");
  await page.clock.runFor("10:00:00");
  await expect(page.locator(".now-status:visible")).toHaveText("The next session begins on Mon 2 October at 10:00.");
  await page.clock.runFor("14:00:00");
  await expect(page.locator(".now-status:visible")).toContainText("This event is over.");
  await expect(page.locator(".board:visible")).toHaveCount(0);
  expect(await page.evaluate(() => (window as any).same)).toBe(true);
});

test("a screen goes through the day", async ({ page }) => {
  await page.setViewportSize(DISPLAY);
  await open(page, `${BASE}/screens/hall`, "09:30");
  await expect(page.locator(".running")).toBeHidden();
  expect(await sessions(page)).toEqual(["開会"]);
  await expect(page.locator(".next")).toContainText("20分後に始まります");
  await page.clock.runFor("45:00");
  expect(await sessions(page)).toEqual(["Operability in Serverless Environments", "サーバーレスの運用を考える"]);
  await expect(page.locator(".running")).toContainText("あと45分");
  await expect(page.locator(".change:visible")).toContainText("10:00–12:30、スタジオ");
  await page.clock.runFor("02:00:00");
  expect((await sessions(page))[0]).toBe("ランチ");
  await page.clock.runFor("02:00:00");
  await expect(page.locator(".running")).toContainText("中止");
  await page.clock.runFor("01:00:00");
  await expect(page.locator(".closing:visible")).toHaveText("本日の予定は終了しました。");
  expect(await sessions(page)).toEqual(["基調講演"]);
  await page.clock.runFor("20:00:00");
  await expect(page.locator(".closing:visible")).toHaveText("ご参加ありがとうございました");
});

test("shows a change of the programme within a minute, and keeps the focus", async ({ page }) => {
  await open(page, `${BASE}/en/now`, "10:40");
  await page.route("**/en/now", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/data-revision="\w+"/, 'data-revision="new"');
    await route.fulfill({ response, body: body.replaceAll("Ask the experts", "Ask anyone") });
  });
  await page.getByRole("link", { name: "Book sale" }).focus();
  await page.clock.runFor("01:01");
  await expect(page.getByRole("link", { name: "Ask anyone" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Ask the experts" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Book sale" })).toBeFocused();
});

plain("a screen survives the end of the server", async ({ page, playwright }) => {
  const own = await Program.serve(await playwright.request.newContext(), 3153, rooms(), []);
  await open(page, `${own.address}/en/screens/hall`, "10:40");
  await own.stop();
  await page.clock.runFor("25:00");
  expect((await sessions(page))[0]).toBe("サーバーレスの運用を考える");
  await expect(page.locator(".clock")).toHaveText("11:05");
  await expect(page.locator(".code")).toHaveCount(0);
});

plain("an export follows the clock", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
  const content = rooms();
  const binary = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
  execFileSync(binary, ["export", join(folder, "2090"), "--content", content, "--site-root", "../target/site", "--base-path", "/2090/"]);
  const types: Record<string, string> = { js: "text/javascript", css: "text/css" };
  const server = createServer((request, response) => {
    const path = new URL(request.url!, "http://127.0.0.1").pathname;
    const extension = path.split(".")[1];
    response.setHeader("content-type", types[extension ?? ""] ?? "text/html; charset=utf-8");
    response.end(readFileSync(join(folder, extension ? path : `${path}.html`)));
  });
  await new Promise<void>((resolve) => server.listen(3154, "127.0.0.1", resolve));
  try {
    await open(page, "http://127.0.0.1:3154/2090/en/now", "10:40");
    await expect(page.locator(".board:visible").first()).toContainText("20 min left");
    await page.clock.runFor("20:00");
    await expect(page.locator(".board:visible").first()).toContainText("1 h left");
  } finally {
    await new Promise((resolve) => server.close(resolve));
    for (const one of [folder, content]) rmSync(one, { recursive: true });
  }
});

test("a page reloads every minute if scripts are off, and only then", async ({ browser, page }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const still = await context.newPage();
  for (const path of ["/now", "/en/screens/hall"]) {
    await still.goto(`${BASE}${path}`);
    expect(await still.locator("head meta[http-equiv=refresh]").getAttribute("content")).toBe("60");
    await page.goto(`${BASE}${path}`);
    await expect(page.locator("head meta[http-equiv=refresh]")).toHaveCount(0);
  }
  await context.close();
});

test("a moment that was asked for stands still", async ({ page, request }) => {
  const still = await Program.serve(request, 3155, rooms(), ["--at", "2090-10-01T10:40"]);
  try {
    await open(page, `${still.address}/now`, "11:30");
    await page.clock.runFor("02:00");
    await expect(page.locator(".clock")).toHaveText("10月1日（日）10:40現在");
    await expect(page.locator(".running:visible").first()).toContainText("あと20分");
    await expect(page.locator('script[src="/now.js"]')).toHaveCount(0);
  } finally {
    await still.stop();
  }
});

test("the QR code of a screen leads to the page of its session", async ({ page }) => {
  await page.setViewportSize(DISPLAY);
  for (const [path, time, target] of [
    ["/en/screens/hall", "10:40", "/en/sessions/first"],
    ["/screens/hall", "12:10", "/sessions/long"],
    ["/screens/foyer", "10:40", "/now"],
  ] as const) {
    await open(page, `${BASE}${path}`, time);
    await expect(page.locator(".code:visible")).toHaveCount(1);
    const { data, width, height } = PNG.sync.read(await page.locator(".code-image:visible").screenshot());
    expect(width).toBeGreaterThan(300);
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(`${BASE}${target}`);
  }
});

test("text on a screen of 1080 lines can be read from ten metres, and fits", async ({ page }) => {
  await page.setViewportSize(DISPLAY);
  // The size of the title in hundredths of the height: a long title and several sessions are smaller.
  for (const [path, time, least] of [
    ["/screens/hall", "09:30", 8],
    ["/screens/hall", "10:40", 8],
    ["/en/screens/hall", "11:30", 8],
    ["/screens/hall", "12:10", 8],
    ["/screens/hall", "13:10", 5.5],
    ["/screens/hall", "14:10", 8],
    ["/screens/hall", "20:00", 8],
    ["/screens/studio", "10:40", 5],
    ["/screens/foyer", "10:40", 6],
  ] as const) {
    await open(page, `${BASE}${path}`, time);
    const sizes = (selector: string) =>
      page.locator(selector).evaluateAll((parts) =>
        parts.filter((part) => part.checkVisibility()).map((part) => parseFloat(getComputedStyle(part).fontSize)),
      );
    const small = await sizes(".screen :is(h1, h2, .clock, .name, .times, .time-left, .group-name, .closing, .change)");
    expect(Math.min(...small), `${path} ${time}`).toBeGreaterThanOrEqual(0.04 * DISPLAY.height);
    const first = (await sizes(".stage h2"))[0]!;
    expect(first, `${path} ${time}`).toBeGreaterThanOrEqual((least / 100) * DISPLAY.height);
    expect(await overflowing(page), `${path} ${time}`).toEqual([]);
    expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])).toEqual([1920, 1080]);
  }
});

for (const [width, height] of [[1080, 1920], [390, 844], [844, 390], [1366, 768]] as const) {
  test(`screens fit the width of ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const path of ["/screens/hall", "/en/screens/studio", "/screens/foyer", "/now"]) {
      await open(page, `${BASE}${path}`, "10:40");
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
    }
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`pages of this moment have no fault for axe (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of ["/now", "/en/now", "/screens", "/screens/hall", "/en/screens/foyer"]) {
      await open(page, `${BASE}${path}`, "10:40");
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`), path).toEqual([]);
    }
  });
}
