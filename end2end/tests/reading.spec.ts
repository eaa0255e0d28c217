// Reading an interview: both languages side by side, the questions in reach, and footnotes in their place.
import AxeBuilder from "@axe-core/playwright";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Program } from "./program";
import { BILINGUAL, expect, test } from "./site";

const ALONE = "/interviews/allan-espinosa";

test("two languages on a narrow phone have no accessibility violations", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const path of BILINGUAL) {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id), path).toEqual([]);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader sees one answer in both languages, and goes on in one", async ({ page }) => {
    await page.goto(ALONE);
    await page.locator("#responsibility .other-language a").click();
    await expect(page).toHaveURL(`${BILINGUAL[0]}#responsibility`);
    await expect(page.locator("#responsibility")).toBeInViewport();
    await expect(page.locator("#responsibility [lang=en].answer").first()).toContainText("Yes, it stays.");
    await page.locator("#responsibility .other-language a").click();
    await expect(page).toHaveURL(`${ALONE}#responsibility`);
    await expect(page.locator("#responsibility")).toBeInViewport();
  });
});

test("paragraphs stand beside each other on a wide screen, and above each other on a phone", async ({ page }) => {
  const places = async () => {
    const answers = page.locator("#plans-in-japan .answer");
    return [(await answers.nth(0).boundingBox())!, (await answers.nth(1).boundingBox())!];
  };
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(BILINGUAL[0]);
  const [own, other] = await places();
  expect(own.x + own.width).toBeLessThan(other.x);
  expect(Math.abs(own.y - other.y)).toBeLessThan(8);
  await page.setViewportSize({ width: 320, height: 800 });
  const [above, below] = await places();
  expect(above.y + above.height).toBeLessThanOrEqual(below.y);
});

test("the questions stay beside the text and show the one that is read", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(ALONE);
  await page.locator("#common-ground").evaluate((question) => question.scrollIntoView());
  const link = page.locator('.contents a[href="#common-ground"]');
  await expect(link).toBeInViewport();
  await expect(link).toHaveCSS("font-weight", "700");
  await expect(page.locator('.contents a[href="#plans-in-japan"]')).toHaveCSS("font-weight", "400");
});

test("a line has 35 to 42 full-width letters on a wide screen", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(ALONE);
  const letters = await page.locator(".answer p").first().evaluate((paragraph) => {
    return paragraph.clientWidth / parseFloat(getComputedStyle(paragraph).fontSize);
  });
  expect(letters).toBeGreaterThanOrEqual(35);
  expect(letters).toBeLessThanOrEqual(42);
});

test("Latin words in Japanese are spaced once", async ({ page }) => {
  await page.goto(ALONE);
  const widths = await page.evaluate(() => {
    const width = (text: string, autospace: string) => {
      const span = document.createElement("span");
      span.textContent = text;
      span.style.setProperty("text-autospace", autospace);
      document.querySelector(".answer p")!.append(span);
      return span.getBoundingClientRect().width;
    };
    const both = (text: string) => [width(text, "inherit"), width(text, "no-autospace")];
    return { joined: both("語Aの"), typed: both("語 A の") };
  });
  expect(widths.joined[0]).toBeGreaterThan(widths.joined[1]);
  expect(widths.typed[0]).toBe(widths.typed[1]);
});

test.describe("with footnotes", () => {
  test.use({ javaScriptEnabled: false });
  let program: Program;

  test.beforeAll(async ({ request }) => {
    const folder = Program.copy();
    const answer = "It is so[^1].\n\n" + "More words.\n\n".repeat(60);
    const fields = "---\ntitle: 脚注\nspeaker: allan-espinosa\npublished: 2016-09-26\n---\n\n";
    writeFileSync(join(folder, "interviews/notes.md"), `${fields}---- Why? {#why}\n\n${answer}[^1]: A note.\n`);
    program = await Program.serve(request, 3119, folder, []);
  });
  test.afterAll(async () => program.stop());

  test("a footnote is read beside its reference, and the text stays in its place", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`${program.address}/interviews/notes`);
    const reference = page.locator(".footnote a");
    await reference.scrollIntoViewIfNeeded();
    const before = (await reference.boundingBox())!.y;
    const note = page.locator(".footnotes li");
    await expect(note).not.toBeInViewport();
    await reference.click();
    await expect(note).toBeInViewport();
    expect((await reference.boundingBox())!.y).toBeCloseTo(before, 0);
    await note.locator(".footnote-back").click();
    await expect(note).not.toBeInViewport();
    await expect(reference).toBeInViewport();
  });
});
