// The schedule in a frame on another site, by the HTML that the site writes for it.
import { expect, type Page, test } from "@playwright/test";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Program } from "./program";

const SITE = "http://127.0.0.1:3170";

let program: Program;
let host: Server;
let address: string;
let body = "";

test.beforeAll(async ({ playwright }) => {
  program = await Program.serve(await playwright.request.newContext(), 3170, Program.copy(), ["--base-url", SITE]);
  host = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!DOCTYPE html><html lang="en"><title>Another site</title><body style="width: 600px">${body}</body></html>`);
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  // Another host name is another site for the browser.
  address = `http://localhost:${(host.address() as AddressInfo).port}/`;
});

test.afterAll(async () => {
  host.close();
  await program.stop();
});

/** Takes the HTML for a filter from the site, as an organiser does, and puts it on another site. */
async function embed(page: Page, filter: string, label: RegExp) {
  await page.goto(`${SITE}/en/embed${filter}`);
  body = await page.getByLabel(label).inputValue();
  await page.goto(address);
}

for (const javaScriptEnabled of [true, false]) {
  test(`another site shows the sessions of a filter, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${SITE}/en/embed`);
    await page.getByLabel("Keynote").check();
    await page.getByRole("button", { name: "Filter" }).click();
    await expect(page.getByRole("status")).toHaveText("1 of 21 sessions shown");
    body = await page.getByLabel("HTML for the page").inputValue();
    await page.goto(address);
    const link = page.frameLocator("iframe").getByRole("listitem").getByRole("link");
    await expect(link).toHaveCount(1);
    const opened = context.waitForEvent("page");
    await link.click();
    expect((await opened).url()).toContain("/en/sessions/");
    expect(page.url()).toBe(address);
    await context.close();
  });
}

test("no other page of the site can be shown in a frame", async ({ page }) => {
  body = `<iframe src="${SITE}/en/schedule"></iframe>`;
  await page.goto(address);
  await expect(page.frameLocator("iframe").getByRole("heading", { name: "Schedule" })).toHaveCount(0);
});

test("the script fits the height of the frame, and follows it", async ({ page }) => {
  await embed(page, "", /script/);
  const contents = () => page.frames()[1].evaluate(() => document.documentElement.offsetHeight);
  const height = () => page.locator("iframe").evaluate((frame: HTMLIFrameElement) => frame.clientHeight);
  await expect.poll(async () => (await height()) - (await contents())).toBe(0);
  const before = await height();
  await page.locator("iframe").evaluate((frame) => frame.setAttribute("width", "300"));
  await expect.poll(height).toBeGreaterThan(before);
  await expect.poll(async () => (await height()) - (await contents())).toBe(0);
});

test("the height in the HTML fits the sessions of a filter", async ({ page }) => {
  for (const filter of ["?format=keynote", "?format=talk&q=aws", "?language=ja"]) {
    await embed(page, filter, /for the page/);
    const [frame] = await page.locator("iframe").all();
    const [given, needed] = [await frame.getAttribute("height"), await page.frames()[1].evaluate(() => document.documentElement.scrollHeight)];
    expect(Number(given), filter).toBeGreaterThanOrEqual(needed);
    expect(Number(given), filter).toBeLessThan(needed * 1.5 + 100);
  }
});

test("the script for other sites has less than 1,000 bytes", async ({ request }) => {
  expect((await (await request.get(`${SITE}/embed.js`)).body()).length).toBeLessThan(1_000);
});
