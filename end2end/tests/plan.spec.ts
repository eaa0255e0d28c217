// Stars and plans: kept in one browser, shared as an address, and the same without a script, a server or a network.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import ICAL from "ical.js";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { crowd } from "./crowd.mjs";
import { Program } from "./program";
import { type Page, ROOMS, expect, hydrated, shown, test } from "./site";

const STORE = "stars:/";
const PANEL = "パネルディスカッション";

/** Stars the first sessions of a page, and returns their titles. */
async function star(page: Page, count: number) {
  const stars = page.locator(".session .star");
  const titles: string[] = [];
  for (let place = 0; place < count; place += 1) {
    await stars.nth(place).click();
    await expect(stars.nth(place)).toHaveAttribute("aria-pressed", "true");
    titles.push(await page.locator(".session:has(> .star) .session-title").nth(place).innerText());
  }
  return titles;
}

const planned = (page: Page) => page.locator(".plan-item .session-title").allInnerTexts();
const filled = (page: Page) => expect(page.locator(".plan-view[data-ready]")).toBeAttached();

/** The text of the QR code on the screen, as another phone reads it. */
async function readQrCode(page: Page) {
  const image = page.locator(".plan-qr img");
  await image.scrollIntoViewIfNeeded();
  await expect(image).toHaveJSProperty("complete", true);
  const { data, width, height } = PNG.sync.read(await image.screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

test.describe("on a site that knows its address", () => {
  let program: Program;

  test.beforeAll(async ({ playwright }) => {
    const request = await playwright.request.newContext();
    const options = ["--at", "2016-09-01T10:00", "--base-url", "http://127.0.0.1:3112"];
    program = await Program.serve(request, 3112, crowd(10, 250), options);
    await request.dispose();
  });

  test.afterAll(() => program.stop());

  test("three stars are read from the QR code by another phone without JavaScript", async ({ page, browser }) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(`${program.address}/schedule`);
    const titles = await star(page, 3);
    await page.getByRole("link", { name: "マイプラン 3" }).click();
    await filled(page);
    expect(await planned(page)).toEqual(titles);
    // No request carries the stars until the QR code is shown.
    expect(requests.filter((url) => url.includes("s=") || url.includes(".svg?"))).toEqual([]);
    await page.getByText("プランを共有").click();
    await page.locator(".plan-qr-panel summary").click();
    const address = await readQrCode(page);
    expect(address).toBe(await page.getByLabel("プランのアドレス").inputValue());
    const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await other.goto(address!);
    expect(await planned(other)).toEqual(titles);
    await other.context().close();
  });

  test("a plan of 200 sessions is shown, shared and read", async ({ page }) => {
    await page.goto(`${program.address}/plan/sessions`);
    const codes = await page.locator(".plan-item").evaluateAll((items) => items.map((item) => item.dataset.code!));
    expect(codes.length).toBeGreaterThanOrEqual(200);
    await page.evaluate(([store, codes]) => localStorage.setItem(store, JSON.stringify({ version: 1, codes })), [
      STORE,
      codes.slice(0, 200),
    ] as const);
    await page.goto(`${program.address}/plan`);
    await filled(page);
    expect((await planned(page)).length).toBe(200);
    await page.getByText("プランを共有").click();
    await page.locator(".plan-qr-panel summary").click();
    expect(await readQrCode(page)).toBe(await page.getByLabel("プランのアドレス").inputValue());
  });

  test("the calendar panel leads to the plan on this server, and its file is made here", async ({ page }) => {
    await page.goto(`${program.address}/schedule`);
    const titles = await star(page, 2);
    await page.goto(`${program.address}/plan`);
    await filled(page);
    await page.locator(".calendar-panel summary").click();
    const address = await page.getByLabel("購読用のアドレス").inputValue();
    expect(address).toMatch(/\/plan\.ics\?s=[0-9a-z]{5}\.[0-9a-z]{5}$/);
    const names = (text: string) =>
      new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event).summary);
    expect(names(await (await page.request.get(address)).text()).sort()).toEqual([...titles].sort());
    const waiting = page.waitForEvent("download");
    await page.getByRole("link", { name: "ファイルをダウンロードする" }).click();
    const file = await (await waiting).path();
    expect(names(readFileSync(file, "utf8")).sort()).toEqual([...titles].sort());
    rmSync(file);
  });
});

test("a star is the same on every page and in every tab, by keyboard too", async ({ page, context }) => {
  await page.goto("/en/sessions/panel");
  const button = page.getByRole("button", { name: "Keep in my plan" });
  await expect(button).toHaveAttribute("aria-pressed", "false");
  const other = await context.newPage();
  await other.goto("/schedule");
  await hydrated(other);
  const card = other.locator(".session", { hasText: PANEL }).locator(".star");
  await button.focus();
  await page.keyboard.press("Space");
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await expect(card).toHaveAttribute("aria-pressed", "true");
  await other.locator(".session", { hasText: PANEL }).locator(".star").focus();
  await other.keyboard.press("Enter");
  await expect(button).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByRole("link", { name: /My plan/ })).toBeHidden();
  expect(new URL(other.url()).pathname).toBe("/schedule");
  await other.close();
});

test("the filter shows the starred sessions alone, and makes no request", async ({ page }) => {
  await page.goto("/schedule");
  await hydrated(page);
  const titles = await star(page, 2);
  const requests: string[] = [];
  page.on("request", (request) => request.url().endsWith("/icon.svg") || requests.push(request.url()));
  await page.getByRole("checkbox", { name: "プランのみ" }).click();
  expect(await shown(page)).toEqual(titles);
  await expect(page).toHaveURL(/\/schedule\?starred=yes$/);
  await expect(page.locator(".calendar-panel a[href^='/']")).toHaveAttribute("href", "/schedule.ics");
  await page.locator(".session:visible .star").first().click();
  expect(await shown(page)).toEqual(titles.slice(1));
  expect(requests).toEqual([]);
  await page.reload();
  await hydrated(page);
  expect(await shown(page)).toEqual(titles.slice(1));
  await page.getByRole("link", { name: "「プランのみ」を解除" }).click();
  expect((await shown(page)).length).toBeGreaterThan(10);
});

test("somebody's plan is shown beside one's own, and taken over", async ({ page }) => {
  await page.goto("/en/schedule");
  const [first, second] = await star(page, 2);
  const code = async (title: string) =>
    (await page.locator(".session", { hasText: title }).locator(".star").getAttribute("href"))!.split("s=")[1]!;
  const [common, panel] = [await code(second!), await code("Serverless Geeks Panel")];
  await page.goto(`/en/plan?s=${[common, panel].sort().join(".")}`);
  await filled(page);
  const theirs = [second, "Serverless Geeks Panel"];
  expect(await planned(page)).toEqual(theirs);
  await page.getByRole("radio", { name: "Both" }).check();
  await expect(page.locator(".plan-item")).toHaveCount(3);
  expect(await page.locator(".plan-owner").allInnerTexts()).toEqual(["In my plan", "In both plans", "In their plan"]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole("radio", { name: "Only mine" }).check();
  await expect(page.locator(".plan-item")).toHaveCount(2);
  await page.getByRole("button", { name: "Add to my plan" }).click();
  await page.goto("/en/plan");
  await filled(page);
  expect(await planned(page)).toEqual([first, ...theirs]);
  // A star that is taken away is a slip until the page is loaded again.
  await page.locator(".plan-item .star").first().click();
  await expect(page.locator(".plan-item")).toHaveCount(3);
  await expect(page.locator(".plan-status")).toHaveText("Sessions: 2");
  await page.reload();
  await expect(page.locator(".plan-item")).toHaveCount(2);
});

test.describe("with changes of rooms", () => {
  let program: Program;

  test.beforeAll(async ({ playwright }) => {
    const folder = crowd(3, 12);
    const event = join(folder, "program/event.md");
    const changes = "changeover: 5m\nchangeovers: [{ rooms: [room-0, room-1], time: 12m }, { rooms: [room-1, room-2], time: 0m }]";
    const text = readFileSync(event, "utf8").replace("days: [2016-10-01]", "days: [2016-10-01, 2016-10-02]");
    writeFileSync(event, text.replace("rooms:", `${changes}\nrooms:`));
    const session = (name: string, ...lines: string[]) =>
      writeFileSync(join(folder, `program/sessions/${name}.md`), ["---", "format: talk", ...lines, "---", ""].join("\n"));
    session("late", "title: 夜", "start: 2016-10-01 23:30", "end: 2016-10-02 00:30", "room: room-1");
    session("night", "title: 深夜", "start: 2016-10-02 00:30", "duration: 30m", "room: room-2");
    session("open", "title: 終わりは未定", "start: 2016-10-02 02:00", "room: room-0");
    session("off", "title: 中止", "start: 2016-10-02 02:00", "duration: 3h", "room: room-1", "canceled: true");
    session("out", "title: 別の場所", "start: 2016-10-02 06:00", "duration: 1h", "venue: 公園");
    session("last", "title: 最後", "start: 2016-10-02 07:06", "duration: 1h", "room: room-1");
    const request = await playwright.request.newContext();
    program = await Program.serve(request, 3113, folder, ["--at", "2016-09-01T10:00"]);
    await request.dispose();
  });

  test.afterAll(() => program.stop());

  for (const prefix of ["", "/en"]) {
    test(`server and browser write the same notes ${prefix}`, async ({ page, browser }) => {
      for (const site of [program.address, ROOMS]) {
        if (site === ROOMS && prefix) continue;
        await page.goto(`${site}${prefix}/plan/sessions`);
        const codes = await page.locator(".plan-item").evaluateAll((items) => items.map((item) => item.dataset.code!));
        await page.evaluate(([store, codes]) => localStorage.setItem(store, JSON.stringify({ version: 1, codes })), [
          STORE,
          codes,
        ] as const);
        await page.goto(`${site}${prefix}/plan`);
        await filled(page);
        const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
        await plain.goto(`${site}${prefix}/plan?s=${codes.sort().join(".")}`);
        const notes = await plain.locator(".plan-note").allInnerTexts();
        expect(notes.length).toBeGreaterThan(10);
        expect(await page.locator(".plan-note").allInnerTexts()).toEqual(notes);
        await plain.context().close();
      }
    });
  }
});

test("without JavaScript sessions are chosen in a form, and left out by a link", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto("http://127.0.0.1:3100/en/plan");
  await page.getByRole("link", { name: "Choose sessions" }).click();
  await page.getByRole("checkbox", { name: "Serverless Geeks Panel" }).check();
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Show the plan" }).click();
  await expect(page.locator(".plan-item")).toHaveCount(2);
  await page.locator(".plan-item", { hasText: "Serverless Geeks Panel" }).getByRole("link", { name: "Remove" }).click();
  await expect(page.locator(".plan-item")).toHaveCount(1);
  await page.getByRole("link", { name: "Choose again" }).click();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await page.goto("http://127.0.0.1:3100/en/sessions/panel");
  await page.getByRole("link", { name: "Keep in my plan" }).click();
  expect(await planned(page)).toEqual(["Serverless Geeks Panel"]);
  await page.context().close();
});

test("a full store keeps its stars, and the page says why no star is added", async ({ page }) => {
  await page.goto("/en/schedule");
  await star(page, 1);
  await page.evaluate(() => {
    let text = "x".repeat(1 << 20);
    for (let place = 0; text; ) {
      try {
        localStorage.setItem(`full-${place++}`, text);
      } catch {
        text = text.slice(0, text.length >> 1);
      }
    }
  });
  const second = page.locator(".session .star").nth(1);
  await second.click();
  await expect(second).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByRole("alert")).toContainText("could not store it");
  await expect(page.locator(".session .star").first()).toHaveAttribute("aria-pressed", "true");
});

test("a store of a future version is read and not written", async ({ page }) => {
  await page.goto("/en/schedule");
  const first = page.locator(".session .star").first();
  const future = JSON.stringify({ version: 2, codes: [(await first.getAttribute("href"))!.split("s=")[1]], colour: "mint" });
  await page.evaluate(([store, text]) => localStorage.setItem(store, text), [STORE, future] as const);
  await page.reload();
  await expect(first).toHaveAttribute("aria-pressed", "true");
  await first.click();
  await expect(first).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("alert")).toContainText("Reload the page");
  expect(await page.evaluate((store) => localStorage.getItem(store), STORE)).toBe(future);
  // Also if its codes have another form.
  const other = JSON.stringify({ version: 3, codes: { a: 1 } });
  await page.evaluate(([store, text]) => localStorage.setItem(store, text), [STORE, other] as const);
  await first.click();
  expect(await page.evaluate((store) => localStorage.getItem(store), STORE)).toBe(other);
});

test("text of another script is replaced by the next star", async ({ page }) => {
  await page.goto("/en/schedule");
  await page.evaluate((store) => localStorage.setItem(store, "{"), STORE);
  await page.reload();
  await star(page, 1);
  await page.reload();
  await expect(page.locator(".session .star[aria-pressed=true]")).toHaveCount(1);
});

test("unknown codes are named: in an address by the server, in the own plan by the script, which removes them", async ({ page }) => {
  await page.goto("/en/plan?s=zzzzz");
  await filled(page);
  await expect(page.getByText("No session has one of these codes: zzzzz")).toBeVisible();
  // There is no session to add.
  await expect(page.getByRole("button", { name: "Add to my plan" })).toBeHidden();
  await page.goto("/en/schedule");
  await star(page, 1);
  await page.evaluate((store) => {
    const { codes } = JSON.parse(localStorage.getItem(store)!);
    localStorage.setItem(store, JSON.stringify({ version: 1, codes: [...codes, "zzzzz"] }));
  }, STORE);
  await page.goto("/en/plan");
  await filled(page);
  await expect(page.locator(".plan-status")).toHaveText("Sessions: 1");
  await expect(page.getByText("No session has one of these codes: zzzzz")).toBeVisible();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.locator(".plan-unknown")).toHaveCount(0);
  await page.reload();
  await filled(page);
  await expect(page.locator(".plan-unknown")).toHaveCount(0);
  await expect(page.locator(".plan-item")).toHaveCount(1);
});

test("stars of another tab join the open plan", async ({ page, context }) => {
  await page.goto("/en/plan");
  await filled(page);
  await expect(page.getByText("There are no sessions yet")).toBeVisible();
  const other = await context.newPage();
  await other.goto("/en/schedule");
  const titles = await star(other, 2);
  await expect(page.locator(".plan-item")).toHaveCount(2);
  expect(await planned(page)).toEqual(titles);
  await expect(page.getByText("There are no sessions yet")).toBeHidden();
  await other.close();
});

test("sessions that cannot be loaded are no lost stars", async ({ page, faults }) => {
  await page.goto("/en/schedule");
  await star(page, 1);
  await page.route("**/plan/sessions", (route) => route.fulfill({ status: 503 }));
  await page.goto("/en/plan");
  await filled(page);
  await expect(page.locator(".plan-status")).toContainText("Your stars are stored");
  await expect(page.getByText("There are no sessions yet")).toBeHidden();
  // If the file cannot be made here, it is not asked for with the codes.
  await page.route("**/schedule.ics", (route) => route.fulfill({ status: 503 }));
  await page.locator(".calendar-panel summary").click();
  await page.getByRole("link", { name: "Download the file" }).click();
  await expect(page.locator(".plan-status")).toContainText("could not be made");
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/en/plan");
  // The answers that this test made up are the only faults.
  expect(faults.every((fault) => fault.includes("503"))).toBe(true);
  faults.length = 0;
});
