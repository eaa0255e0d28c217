// Photographs: which rendition a phone and a desktop load, and that nothing moves when it arrives.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { photograph } from "./photograph";
import { Program } from "./program";
import { expect, test } from "./site";

const PORT = 3104;
let program: Program;

test.beforeEach(async ({ page, request }) => {
  const bytes = await photograph(page);
  program = await Program.start(request, PORT, async (folder) => {
    writeFileSync(join(folder, "program/speakers/hana.jpg"), bytes);
    writeFileSync(join(folder, "interviews/hall.jpg"), bytes);
    const speaker = "---\nname: Hana Example\nphoto: { file: hana.jpg, credit: Jane Doe }\n---\n\nHana is an example.\n";
    writeFileSync(join(folder, "program/speakers/hana-example.md"), speaker);
    const words = "Words before it, so that the picture stands below.\n\n".repeat(60);
    const interview = `---\ntitle: A picture\nspeaker: hana-example\npublished: 2016-10-02\n---\n\n${words}![The hall](hall.jpg "As it was")\n\n---- Why?\n\nBecause.\n`;
    writeFileSync(join(folder, "interviews/hana-example.md"), interview);
  });
});

test.afterEach(async ({ page }) => {
  await page.goto("about:blank");
  await program.stop();
});

for (const { name, width, density, pixels } of [
  { name: "phone", width: 390, density: 2, pixels: 960 },
  { name: "plain desktop", width: 1280, density: 1, pixels: 640 },
  { name: "sharp desktop", width: 1280, density: 2, pixels: 1280 },
]) {
  test(`a ${name} loads the figure for its screen, when it comes near`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width, height: 700 }, deviceScaleFactor: density });
    const page = await context.newPage();
    const loaded: string[] = [];
    page.on("response", (response) => {
      if (response.url().includes("/pictures/")) loaded.push(response.url());
    });
    await page.goto(`${program.address}/en/interviews/hana-example`);
    const figure = page.locator("figure img");
    expect(await figure.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(false);
    const before = await figure.boundingBox();
    expect(before!.width / before!.height).toBeCloseTo(1.5, 1);
    await expect(figure).toHaveCSS("background-color", /^rgb\(/);
    await figure.scrollIntoViewIfNeeded();
    const isThere = () => figure.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);
    // It is encoded when it is asked for, which takes a while on a busy machine.
    await expect.poll(isThere, { timeout: 60_000 }).toBe(true);
    const chosen = await figure.evaluate((image: HTMLImageElement) => image.currentSrc);
    expect(chosen).toMatch(/\/pictures\/[0-9a-f]+\.avif$/);
    // By the candidate, as natural sizes are divided by the density.
    const candidates = await page.locator("figure source").getAttribute("srcset");
    expect(candidates).toContain(`${new URL(chosen).pathname} ${pixels}w`);
    expect(loaded.filter((url) => url === chosen)).toHaveLength(1);
    const after = await figure.boundingBox();
    expect(after!.width).toBe(before!.width);
    // The renditions have whole pixels, so that their shapes differ by a fraction of one.
    expect(Math.abs(after!.height - before!.height)).toBeLessThan(1);
    await context.close();
  });
}

test("a portrait is as sharp as the screen, and its credit stands below", async ({ page }) => {
  await page.goto(`${program.address}/en/speakers/hana-example`);
  const portrait = page.locator(".profile img");
  await expect.poll(() => portrait.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(128);
  await expect(page.getByText("Photo: Jane Doe")).toBeVisible();
});
