// Every kind of page, in both languages and both schemes: accessible, valid, and as wide as a phone.
import AxeBuilder from "@axe-core/playwright";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import vnu from "vnu-jar";
import { BILINGUAL, expect, PAGES, ROOMS, shown, test } from "./site";

const both = [...PAGES.flatMap((path) => [path, `/en${path}`]), ...BILINGUAL];

for (const path of [...both, `${ROOMS}/schedule`]) {
  test(`no accessibility violations: ${path}`, async ({ page }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
      expect(found, colorScheme).toEqual([]);
    }
  });
}

test("every page is valid HTML", async ({ request }) => {
  const folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
  const files: string[] = [];
  for (const [index, path] of [...both, `${ROOMS}/schedule`].entries()) {
    const file = join(folder, `${index}.html`);
    writeFileSync(file, await (await request.get(path)).text());
    files.push(file);
  }
  // The checker exits with 1 and names the places where it finds errors.
  execFileSync("java", ["-jar", vnu, "--errors-only", ...files], { stdio: "pipe", encoding: "utf8" });
});

for (const width of [320, 390, 1280, 1920]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of [...both, `${ROOMS}/schedule`]) {
      await page.goto(path);
      const [scroll, client] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(scroll, path).toBeLessThanOrEqual(client);
    }
  });
}

test("the layout does not shift while a page loads", async ({ page }) => {
  for (const path of ["/", "/schedule", "/interviews/allan-espinosa"]) {
    await page.goto(path, { waitUntil: "networkidle" });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as any[]) if (!entry.hadRecentInput) sum += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        }),
    );
    expect(shift, path).toBeLessThan(0.01);
  }
});

test("a link to a question highlights it", async ({ page }) => {
  await page.goto("/en/interviews/allan-espinosa");
  await page.locator(".contents a").nth(2).click();
  const target = page.locator(".exchange:target");
  await expect(target).toBeInViewport();
  const plain = page.locator(".exchange:not(:target)").first();
  const color = (locator: typeof plain) => locator.evaluate((node) => getComputedStyle(node).backgroundColor);
  expect(await color(target)).not.toBe(await color(plain));
});

test("a permalink shows on focus", async ({ page }) => {
  await page.goto("/en/interviews/allan-espinosa");
  const link = page.locator(".permalink").first();
  await expect(link).toHaveCSS("opacity", "0");
  await link.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(link).toHaveCSS("opacity", "1");
});

test("the skip link is the first stop of the keyboard", async ({ page }) => {
  await page.goto("/en/schedule");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main_content")).toBeFocused();
});

test("several rooms are a grid on wide screens and a list on phones", async ({ page }) => {
  await page.goto(`${ROOMS}/schedule`);
  await page.setViewportSize({ width: 1280, height: 800 });
  const box = async (id: string) => (await page.locator(`#session-${id}`).boundingBox())!;
  const [main, first, second] = [
    await box("api-first"),
    await box("refactoring-serverless"),
    await box("devsecops"),
  ];
  expect(main.y).toBeCloseTo(first.y, 0);
  expect(first.y).toBeCloseTo(second.y, 0);
  expect(main.x).toBeLessThan(first.x);
  expect(first.x).toBeLessThan(second.x);
  // 50 minutes end with the second of the sessions of 25.
  expect(main.height).toBeGreaterThan(first.height * 1.5);

  await page.setViewportSize({ width: 390, height: 800 });
  expect((await box("api-first")).x).toBeCloseTo((await box("devsecops")).x, 0);
  expect((await shown(page)).length).toBe(46);
});

test("a filtered day is a grid if several rooms remain, and a list otherwise", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${ROOMS}/schedule?q=llm`);
  await expect(page.locator(".grid")).toHaveCount(1);
  expect(await shown(page)).toHaveLength(4);
  await page.goto(`${ROOMS}/schedule?room=main`);
  await expect(page.locator(".grid")).toHaveCount(0);
});

test("the header fits a phone with letters of twice the size", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/en/schedule");
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  const name = page.locator(".site-name");
  // No word of it is broken: its longest word is as wide as it needs.
  expect(await name.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
