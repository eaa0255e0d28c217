// Words that an input method composes: they are searched when they are chosen.
import type { Page } from "@playwright/test";
import { expect, test } from "./site";

/** The keys of an input method, such as one for Japanese: it composes a text and then chooses another one by Enter. */
async function inputMethod(page: Page) {
  const keys = await page.context().newCDPSession(page);
  const enter = { key: "Process", code: "Enter", windowsVirtualKeyCode: 229 };
  return {
    compose: (text: string) =>
      keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length }),
    async choose(text: string) {
      await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
      await keys.send("Input.insertText", { text });
      await keys.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter, key: "Enter" });
    },
  };
}

for (const [path, name, box, status] of [
  ["/search", "search", ".search-form [name=q]", ".search-status"],
  ["/schedule", "schedule", "#filter-text", ".filter-status"],
] as const) {
  test(`unfinished words of an input method are not searched on the page of the ${name}`, async ({ page }) => {
    await page.goto(path);
    if (name === "schedule") await expect(page.locator(".schedule-filter[data-ready]")).toBeAttached();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    const before = await page.locator(status).textContent();
    await expect(page.locator(".hit:visible, .chip:visible")).toHaveCount(0);
    const keys = await inputMethod(page);
    await page.locator(box).focus();
    for (const text of ["s", "さ", "さーばー"]) {
      await keys.compose(text);
      await expect(page.locator(box)).toHaveValue(text);
      // All of this would happen at once.
      expect(await page.locator(status).textContent()).toBe(before);
      expect(new URL(page.url()).search).toBe("");
    }
    // The index is open, but no word is looked up.
    expect(requests.filter((path) => /^\/search\/(?!index\.json)/.test(path))).toEqual([]);
    await keys.choose("サーバー");
    await expect(page).toHaveURL(/\?q=%E3%82%B5%E3%83%BC%E3%83%90%E3%83%BC$/);
    await expect(page.locator(status)).toHaveText(/\d+件/);
    await expect(page.locator(".hit:visible, .chip:visible").first()).toContainText("サーバー");
    // The key that ended the composition submitted nothing: that would have moved the focus.
    await expect(page.locator(box)).toBeFocused();
    const entries = await page.evaluate(() => history.length);
    // A composition that is given up changes nothing.
    await keys.compose("か");
    await keys.compose("");
    await expect(page.locator(box)).toHaveValue("サーバー");
    expect(await page.evaluate(() => history.length)).toBe(entries);
    await page.keyboard.press("Enter");
    await expect(page.locator(status)).toBeFocused();
  });
}

test("words in Latin script that a keyboard of Android may still correct are searched at every letter", async ({ browser }) => {
  const userAgent = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";
  const context = await browser.newContext({ userAgent });
  const page = await context.newPage();
  await page.goto("http://127.0.0.1:3100/en/search");
  const keys = await inputMethod(page);
  await page.locator(".search-form [name=q]").focus();
  await keys.compose("lambda");
  await expect(page.locator(".hit").first()).toBeVisible();
  await keys.compose("らむ");
  await expect(page.locator(".search-form [name=q]")).toHaveValue("らむ");
  await expect(page).toHaveURL(/q=lambda$/);
  // Wide letters are on the way to kana.
  await keys.compose("ｌａ");
  await expect(page.locator(".search-form [name=q]")).toHaveValue("ｌａ");
  await expect(page).toHaveURL(/q=lambda$/);
  await context.close();
});

test("a box that leaves the page while words are composed leaves the other boxes as they are", async ({ page }) => {
  await page.goto("/en/search");
  const box = page.locator(".search-form [name=q]");
  const keys = await inputMethod(page);
  await box.focus();
  await keys.compose("らむ");
  // As in a preview, which renews the page: the end of the composition never comes to the new box.
  await box.evaluate((old) => {
    const other = old.cloneNode() as HTMLInputElement;
    other.value = "";
    old.replaceWith(other);
  });
  await box.focus();
  await page.keyboard.type("lambda");
  await expect(page.locator(".hit").first()).toBeVisible();
  await expect(page).toHaveURL(/q=lambda$/);
});
