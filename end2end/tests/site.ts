// What the tests share: the pages of the site, and a watch over what a page must never do.
import { type Page, test as base, expect } from "@playwright/test";

/** One page of each kind, without the prefix of its language. */
export const PAGES = [
  "/",
  "/schedule",
  "/schedule?format=talk&q=aws",
  "/schedule?q=nothing-has-this-name",
  "/sessions/operability-in-serverless-environments",
  "/sessions/panel",
  "/speakers",
  "/speakers/allan-espinosa",
  "/interviews",
  "/interviews/allan-espinosa",
  "/series/session-interviews",
  "/news",
  "/news/weekly-2016-09-25",
  "/tags",
  "/tags/aws",
  "/about",
  "/feeds",
  "/search",
  "/search?q=サーバーレス",
  "/search?q=lambda&kind=question",
  "/search?q=nothing-has-this-name",
  "/plan",
  "/plan?s=0j6tp.1h1wk.zzzzz",
  "/plan/sessions",
  "/plan/paper?s=0j6tp.1h1wk",
  "/now",
  "/screens",
  "/exports",
  "/embed?format=talk&q=aws",
  "/embed/schedule?format=talk",
  "/no-such-page",
];

/** An interview in two languages, for readers of each. */
export const BILINGUAL = ["/interviews/allan-espinosa/with/en", "/en/interviews/allan-espinosa/with/ja"];

export const ROOMS = "http://127.0.0.1:3101";

/** The titles of the sessions that are shown, in order. */
export const shown = (page: Page) => page.locator(".session:visible .session-title").allInnerTexts();

/** Waits until the island has taken over the form. */
export async function hydrated(page: Page) {
  await expect(page.locator(".schedule-filter[data-ready]")).toBeAttached();
}

/** Every test fails on a console error, a policy violation or a request to another host. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on("console", (message) => {
        const notFound = message.text().includes("404 (Not Found)") && page.url().includes("no-such-page");
        if (message.type() === "error" && !notFound) faults.push(`console: ${message.text()}`);
      });
      page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
      page.on("request", (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol.startsWith("http") && hostname !== "127.0.0.1") faults.push(`request: ${request.url()}`);
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
