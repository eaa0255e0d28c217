// The same question across speakers, series, and the menus at answers: accessible, valid, and with the keyboard alone.
import AxeBuilder from "@axe-core/playwright";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import vnu from "vnu-jar";
import { Program } from "./program";
import { expect, test } from "./site";

const FIXTURE = "../server/tests/fixtures/questions";
const PAGES = [
  "/questions",
  "/questions/first-program",
  "/questions/one-more-thing",
  "/series/beginnings",
  "/interviews/aoi-reida",
  "/speakers/chie-mihon",
].flatMap((path) => [path, `/en${path}`]);

let program: Program;

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext();
  program = await Program.serve(request, 3180, Program.copy(FIXTURE), ["--at", "2016-10-02T10:00"]);
  await request.dispose();
});

test.afterAll(async () => {
  await program.stop();
});

test("no accessibility violations, and nothing scrolls sideways", async ({ page }) => {
  // axe reads every page in two widths and two colour schemes.
  test.slow();
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const path of PAGES) {
        await page.goto(`${program.address}${path}`);
        for (const menu of await page.locator(".answer-menu").all()) await menu.evaluate((one: any) => (one.open = true));
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
        expect(found, `${path} ${width} ${colorScheme}`).toEqual([]);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide, `${path} ${width}`).toBeLessThanOrEqual(0);
      }
    }
  }
});

test("the pages are valid HTML", async ({ request }) => {
  const folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
  const files: string[] = [];
  for (const [index, path] of PAGES.entries()) {
    const file = join(folder, `${index}.html`);
    writeFileSync(file, await (await request.get(`${program.address}${path}`)).text());
    files.push(file);
  }
  execFileSync("java", ["-jar", vnu, "--errors-only", ...files], { stdio: "pipe", encoding: "utf8" });
});

test("answers stand beside each other on a wide screen, and below each other on a phone", async ({ page }) => {
  const places = async (width: number) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${program.address}/questions/first-program`);
    const boxes = page.locator(".shared-answer").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
    return new Set(await boxes).size;
  };
  expect(await places(1280)).toBe(2);
  expect(await places(390)).toBe(1);
});

test("from an answer to those of others, and to the place in another interview", async ({ page }) => {
  await page.goto(`${program.address}/interviews/aoi-reida`);
  await page.getByRole("link", { name: "ほかの人の回答（3）" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("最初に書いたプログラムは何ですか？");
  await page.locator(".shared-answer footer").getByRole("link", { name: "ゲストブックの朝" }).click();
  await expect(page.locator(".exchange:target .question")).toHaveText("いちばん最初のプログラムについて教えてください。");
});

test("an answer is copied with its person and place by the keyboard alone", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${program.address}/en/interviews/aoi-reida`);
  const menu = page.locator(".answer-menu").first();
  await menu.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(menu.getByRole("link", { name: "Link to this answer" })).toBeVisible();
  for (const _ of [1, 2, 3]) await page.keyboard.press("Tab");
  await expect(menu.getByRole("button", { name: "Copy as a quotation" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(menu.locator("output")).toHaveText("Copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^> A traffic light\. .* yellow\. I did not know loops/);
  expect(copied).toContain("Aoi Reida — Machines without a screen");
  expect(copied.endsWith(`${program.address}/en/interviews/aoi-reida#first-program`)).toBe(true);
  await page.keyboard.press("Escape");
  await expect(menu.locator("summary")).toBeFocused();
  await expect(menu).not.toHaveAttribute("open");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the menu at an answer has its link and nothing that does not work", async ({ page }) => {
    await page.goto(`${program.address}/en/interviews/aoi-reida`);
    const menu = page.locator(".answer-menu").first();
    await menu.locator("summary").click();
    await expect(menu.getByRole("button")).toHaveCount(0);
    await menu.getByRole("link").click();
    await expect(page).toHaveURL(/#first-program$/);
  });
});
