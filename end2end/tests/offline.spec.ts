// The copy that browsers keep: without a network, after a new revision, and turned off.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as forward } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { photograph } from "./photograph";
import { Program } from "./program";
import { at, rooms } from "./rooms";
import { staticHost } from "./static_host";

test.use({ serviceWorkers: "allow" });

const NOW = ["--at", "2016-10-02T10:00"];

/** Waits until the browser has the whole copy for readers of a language, by the address of its list. */
async function saved(page: Page, list: string) {
  const has = () => page.evaluate(async (list) => (await caches.match(list)) !== undefined, list);
  await expect.poll(has, { timeout: 60_000 }).toBe(true);
}

/** The paths of all files in the copies. */
const copied = (page: Page) =>
  page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(caches_.map((cache) => cache.keys()))).flat();
    return requests.map((request) => new URL(request.url).pathname);
  });

const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Waits until a worker answers for the page. */
const controlled = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

test("after the first visit the pages of its language open without the server", async ({ page, request }) => {
  const program = await Program.serve(request, 3160, Program.copy(), NOW);
  try {
    await page.goto(`${program.address}/en/`);
    await expect(page.locator(".saved-copy")).toHaveCount(0);
    await saved(page, "/en/offline.json");
    await program.end();
    for (const [path, title] of [
      ["/en/", "ServerlessConf Tokyo"],
      ["/en/schedule", "Schedule"],
      ["/en/sessions/panel", "Panel"],
      ["/en/speakers/allan-espinosa", "Allan Espinosa"],
      ["/en/interviews/allan-espinosa", "Allan Espinosa"],
      ["/en/news/weekly-2016-09-25", ""],
    ] as const) {
      await page.goto(`${program.address}${path}`);
      await expect(page.locator("h1"), path).toContainText(title);
      await expect(page.locator(".saved-copy"), path).toContainText(/The site cannot be reached. This page is as of .+ at /);
      // The styles came along.
      await expect(page.locator(".site-header"), path).toHaveCSS("display", "flex");
    }
    // A script of such a page gets the page of the same copy, unless it asks for the present one.
    const fetched = (cache: RequestCache) =>
      page.evaluate((cache) => fetch("/en/schedule", { cache }).then(({ status }) => status, () => 0), cache);
    expect(await fetched("default")).toBe(200);
    expect(await fetched("no-cache")).toBe(0);
    await page.goto(`${program.address}/en/schedule`);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
    }
    // Nobody has read the site in Japanese here.
    await page.goto(`${program.address}/schedule`);
    await expect(page.locator("h1")).toHaveText("サイトに接続できません");
  } finally {
    await program.stop();
  }
});

test("the schedule filters without the server, also from an address", async ({ page, request }) => {
  const program = await Program.serve(request, 3161, Program.copy(), NOW);
  try {
    await page.goto(`${program.address}/en/schedule`);
    await saved(page, "/en/offline.json");
    await program.end();
    await page.goto(`${program.address}/en/schedule?q=lamvery`);
    await expect(page.locator(".schedule-filter[data-ready]")).toBeAttached();
    await expect(page.locator(".session:visible")).toHaveCount(1);
    await page.locator("#filter-text").fill("");
    await page.getByRole("checkbox", { name: "Panel" }).click();
    await expect(page).toHaveURL(/\/en\/schedule\?format=panel$/);
    await expect(page.locator(".saved-copy")).toBeVisible();
  } finally {
    await program.stop();
  }
});

test("the search works without the server, from a box and from an address", async ({ page, request }) => {
  const program = await Program.serve(request, 3167, Program.copy(), NOW);
  try {
    await page.goto(`${program.address}/en/schedule`);
    await saved(page, "/en/offline.json");
    await program.end();
    await page.goto(`${program.address}/en/speakers`);
    await page.locator(".site-search input").fill("operability");
    await page.locator(".site-search input").press("Enter");
    await expect(page.locator(".saved-copy")).toBeVisible();
    await page.locator(".hit a", { hasText: "Operability" }).first().click();
    await expect(page.locator("h1")).toContainText("Operability");
  } finally {
    await program.stop();
  }
});

test("stars and the plan work without the server", async ({ page, request }) => {
  const program = await Program.serve(request, 3165, Program.copy(), NOW);
  try {
    await page.goto(`${program.address}/en/sessions/panel`);
    await saved(page, "/en/offline.json");
    await program.end();
    await page.goto(`${program.address}/en/sessions/panel`);
    await page.locator("main .star").first().click();
    await page.goto(`${program.address}/en/plan`);
    await expect(page.locator(".plan-view[data-ready]")).toBeAttached();
    await expect(page.locator(".plan-days .session-title")).toHaveText([/Panel/]);
    // The address of another plan is filled in from the copy, too.
    const address = await page.locator(".plan-share input").inputValue();
    await page.evaluate(() => localStorage.clear());
    await page.goto(address);
    await expect(page.locator(".plan-days .session-title")).toHaveText([/Panel/]);
    await expect(page.locator(".saved-copy")).toBeVisible();
  } finally {
    await program.stop();
  }
});

test("the page of the running sessions opens without the server, and is the present one when it is back", async ({ page, request }) => {
  const folder = rooms();
  const program = await Program.serve(request, 3166, folder, []);
  let again: Program | undefined;
  try {
    await page.clock.install({ time: at("10:20") });
    await page.goto(`${program.address}/en/now`);
    await saved(page, "/en/offline.json");
    await program.end();
    await page.goto(`${program.address}/en/now`);
    await expect(page.locator(".saved-copy")).toBeVisible();
    // The clock goes on in the copy.
    await expect(page.locator(".live")).toContainText("Operability in Serverless Environments");
    again = await Program.serve(request, 3166, folder, []);
    await page.clock.runFor("01:01");
    await expect(page.locator(".saved-copy")).toHaveCount(0);
  } finally {
    await (again ?? program).stop();
  }
});

test("a second visit saves another language too, and a page that is gone is forgotten", async ({ page, request }) => {
  const program = await Program.serve(request, 3162, Program.copy(), NOW);
  try {
    await page.goto(`${program.address}/`);
    await saved(page, "/offline.json");
    expect((await copied(page)).filter((path) => path.startsWith("/en/"))).toEqual([]);
    await page.goto(`${program.address}/en/`);
    await saved(page, "/en/offline.json");
    // A page that is no page of the site any more, in a copy.
    await page.evaluate(async () => {
      const [name] = await caches.keys();
      await (await caches.open(name!)).put("/sessions/gone", new Response("gone"));
    });
    await page.goto(`${program.address}/sessions/gone`);
    await expect.poll(() => copied(page)).not.toContain("/sessions/gone");
    await program.end();
    await page.goto(`${program.address}/sessions/panel`);
    await expect(page.locator(".saved-copy")).toContainText(/サイトに接続できないため、.+現在のページ/);
    await page.goto(`${program.address}/en/sessions/panel`);
    await expect(page.locator(".saved-copy")).toContainText("as of");
  } finally {
    await program.stop();
  }
});

test("a new revision is shown at once, and its copy replaces the former one as a whole", async ({ page, request }) => {
  const program = await Program.serve(request, 3163, Program.copy(), NOW);
  try {
    await page.goto(`${program.address}/en/`);
    await saved(page, "/en/offline.json");
    const [former] = await page.evaluate(() => caches.keys());
    const marks = ["program/sessions/panel.en.md", "program/sessions/panel.md", "interviews/allan-espinosa.en.md"];
    for (const file of marks) appendFileSync(join(program.folder, file), "\n\nA sentence of the second revision.\n");
    program.reload();
    await expect(async () => {
      const answer = await request.get(`${program.address}/en/sessions/panel`);
      expect(await answer.text()).toContain("second revision");
    }).toPass();
    // Shown before the copy knows of it.
    await page.goto(`${program.address}/en/sessions/panel`);
    await expect(page.locator("main")).toContainText("second revision");
    await expect(page.locator(".saved-copy")).toHaveCount(0);
    const names = () => page.evaluate(() => caches.keys());
    await expect.poll(names, { timeout: 60_000 }).not.toContain(former);
    expect(await names()).toHaveLength(1);
    await program.end();
    for (const path of ["/en/sessions/panel", "/en/interviews/allan-espinosa"]) {
      await page.goto(`${program.address}${path}`);
      await expect(page.locator(".saved-copy"), path).toBeVisible();
      await expect(page.locator("main"), path).toContainText("second revision");
    }
  } finally {
    await program.stop();
  }
});

test("a copy that is not filled yet shows no page beside those of the former one", async ({ page, request }) => {
  const folder = Program.copy();
  const program = await Program.serve(request, 3164, folder, NOW);
  // From a moment on, pages with all that they load get through, and the worker itself, but no file of the copy.
  let open = true;
  const gate = createServer((incoming, outgoing) => {
    if (!open && !incoming.url!.endsWith("/sw.js") && incoming.headers["sec-fetch-dest"] === "empty") {
      incoming.socket.destroy();
      return;
    }
    const { method, url, headers } = incoming;
    const inner = forward(`${program.address}${url}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    inner.on("error", () => incoming.socket.destroy());
    inner.end();
  });
  await new Promise<void>((resolve) => gate.listen(3165, "127.0.0.1", resolve));
  const address = "http://127.0.0.1:3165";
  try {
    await page.goto(`${address}/en/`);
    await saved(page, "/en/offline.json");
    open = false;
    appendFileSync(join(folder, "program/sessions/panel.en.md"), "\n\nA sentence of the second revision.\n");
    program.reload();
    await expect(async () => {
      await page.goto(`${address}/en/sessions/panel`);
      await expect(page.locator("main")).toContainText("second revision", { timeout: 1_000 });
    }).toPass();
    // The worker of the second revision has taken over, and has saved the page that was shown.
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(2);
    await program.end();
    // The former copy answers as a whole, until the new one is complete.
    await page.goto(`${address}/en/sessions/panel`);
    await expect(page.locator(".saved-copy")).toBeVisible();
    await expect(page.locator("main")).not.toContainText("second revision");
    await page.goto(`${address}/en/schedule`);
    await expect(page.locator(".saved-copy")).toBeVisible();
  } finally {
    await new Promise((resolve) => gate.close(resolve).closeAllConnections());
    await program.stop();
  }
});

test("a slow connection shows the copy, and says so", async ({ page, request }) => {
  const program = await Program.serve(request, 3166, Program.copy(), NOW);
  let slow = false;
  const waiting: (() => void)[] = [];
  const line = createServer((incoming, outgoing) => {
    const answer = () => {
      const { method, url, headers } = incoming;
      forward(`${program.address}${url}`, { method, headers }, (inner) => {
        outgoing.writeHead(inner.statusCode!, inner.headers);
        inner.pipe(outgoing);
      }).end();
    };
    if (slow) waiting.push(answer);
    else answer();
  });
  await new Promise<void>((resolve) => line.listen(3167, "127.0.0.1", resolve));
  try {
    await page.goto("http://127.0.0.1:3167/en/");
    await saved(page, "/en/offline.json");
    slow = true;
    await page.goto("http://127.0.0.1:3167/en/schedule");
    await expect(page.locator(".saved-copy")).toContainText("The connection is slow. This page is as of ");
  } finally {
    await new Promise((resolve) => line.close(resolve).closeAllConnections());
    await program.stop();
  }
});

test("nothing is fetched ahead for visitors who save data", async ({ page, request }) => {
  const program = await Program.serve(request, 3160, Program.copy(), NOW);
  try {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    });
    await page.goto(`${program.address}/en/`);
    await controlled(page);
    await page.goto(`${program.address}/en/sessions/panel`);
    // Only what was shown is kept.
    await expect.poll(() => copied(page)).toContain("/en/sessions/panel");
    expect((await copied(page)).filter((path) => path.startsWith("/en/"))).toEqual(["/en/sessions/panel"]);
    await program.end();
    await page.goto(`${program.address}/en/sessions/panel`);
    await expect(page.locator(".saved-copy")).toBeVisible();
    await expect(page.locator(".site-header")).toHaveCSS("display", "flex");
    await page.goto(`${program.address}/en/schedule`);
    await expect(page.locator("h1")).toHaveText("The site cannot be reached");
    await expect(page.getByRole("link")).toHaveAttribute("href", "/en/schedule");
  } finally {
    await program.stop();
  }
});

test("nothing is fetched ahead before the page has loaded", async ({ page, request }) => {
  const program = await Program.serve(request, 3164, Program.copy(), NOW);
  try {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/stars.js", async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${program.address}/en/`, { waitUntil: "commit" });
    await expect(page.locator("main .button")).toBeVisible();
    // The script ran long ago: it lies before the one that is held back.
    await page.waitForFunction(() => performance.getEntriesByName(new URL("/shell.js", location.href).href).length > 0);
    expect(await registrations(page)).toBe(0);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    release();
    await saved(page, "/en/offline.json");
  } finally {
    await program.stop();
  }
});

test("a full disk keeps a part of the copy and breaks no page", async ({ page, request, context }) => {
  const program = await Program.serve(request, 3166, Program.copy(), NOW);
  try {
    const browser = await context.newCDPSession(page);
    await browser.send("Storage.overrideQuotaForOrigin", { origin: program.address, quotaSize: 500_000 });
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    await page.goto(`${program.address}/en/`);
    await controlled(page);
    await expect.poll(async () => (await copied(page)).length).toBeGreaterThan(10);
    for (const path of ["/en/schedule", "/en/sessions/panel"]) {
      await page.goto(`${program.address}${path}`);
      await expect(page.locator("h1"), path).toBeVisible();
    }
    expect(problems).toEqual([]);
    await program.end();
    await page.goto(`${program.address}/en/`);
    await expect(page.locator(".saved-copy")).toBeVisible();
  } finally {
    await program.stop();
  }
});

test("a copy stays below its limit, and pictures come last", async ({ page, request }) => {
  // Of this content, everything but the long page fits into a megabyte.
  const folder = Program.copy("../server/tests/fixtures/search");
  writeFileSync(join(folder, "program/speakers/hana.jpg"), await photograph(page));
  const speaker = "---\nname: Hana Example\nphoto: { file: hana.jpg, credit: Jane Doe }\n---\n\nHana is an example.\n";
  writeFileSync(join(folder, "program/speakers/hana-example.md"), speaker);
  appendFileSync(join(folder, "program/sessions/shinkansen.en.md"), `\n\n${"A very long abstract. ".repeat(40_000)}\n`);
  const program = await Program.serve(request, 3161, folder, [...NOW, "--offline-limit", "1"]);
  try {
    await page.goto(`${program.address}/en/`);
    await saved(page, "/en/offline.json");
    const size = await page.evaluate(async () => {
      const [name] = await caches.keys();
      const cache = await caches.open(name!);
      const bodies = (await cache.keys()).map(async (request) => (await (await cache.match(request))!.blob()).size);
      return (await Promise.all(bodies)).reduce((sum, length) => sum + length, 0);
    });
    expect(size).toBeLessThanOrEqual(1_000_000);
    const paths = await copied(page);
    expect(paths).not.toContain("/en/sessions/shinkansen");
    const pictures = paths.filter((path) => path.startsWith("/pictures/"));
    // In the order in which they were saved; the list itself is last.
    expect(paths.slice(-2)).toEqual([...pictures, "/en/offline.json"]);
    await program.end();
    // The list of speakers shows a smaller rendition than the page of a speaker: one stands in for both.
    for (const path of ["/en/speakers", "/en/speakers/hana-example"]) {
      await page.goto(`${program.address}${path}`);
      const portrait = page.locator("main picture img");
      await portrait.scrollIntoViewIfNeeded();
      await expect.poll(() => portrait.evaluate((image: HTMLImageElement) => image.naturalWidth), path).toBeGreaterThan(0);
    }
  } finally {
    await program.stop();
  }
});

test("the option removes the worker and its copy", async ({ page, request }) => {
  const folder = Program.copy();
  const program = await Program.serve(request, 3162, folder, NOW);
  let without: Program | undefined;
  try {
    await page.goto(`${program.address}/en/`);
    await saved(page, "/en/offline.json");
    await program.end();
    without = await Program.serve(request, 3162, folder, [...NOW, "--no-offline"]);
    await page.goto(`${without.address}/en/`);
    await expect.poll(() => registrations(page), { timeout: 30_000 }).toBe(0);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await page.goto(`${without.address}/en/`);
    expect(await registrations(page)).toBe(0);
  } finally {
    await (without ?? program).stop();
  }
});

test("Chromium can install the site", async ({ page, request, context }) => {
  const program = await Program.serve(request, 3163, Program.copy(), NOW);
  try {
    const browser = await context.newCDPSession(page);
    for (const path of ["/", "/en/"]) {
      await page.goto(`${program.address}${path}`);
      await controlled(page);
      const { errors, url } = await browser.send("Page.getAppManifest");
      expect(errors, path).toEqual([]);
      expect(url).toBe(`${program.address}${path}manifest.webmanifest`);
      const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
      // A window of a test has no profile of its own.
      expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), path).toEqual([]);
    }
  } finally {
    await program.stop();
  }
});

test("an export keeps a copy for each of its years", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
  const binary = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
  const own = ["--site-root", "../target/site", "--no-compression", "--at", "2016-10-02T10:00"];
  const content = { "2016": "..", "2015": "../server/tests/fixtures/minimal" };
  for (const [year, content_] of Object.entries(content)) {
    const options = ["--content", content_, "--base-path", `/${year}/`, ...own];
    execFileSync(binary, ["export", join(folder, year), ...options], { stdio: "ignore" });
  }
  const server = await staticHost(folder, 3168, "2016/404.html");
  const address = "http://127.0.0.1:3168";
  try {
    await page.goto(`${address}/2015/`);
    await saved(page, "/2015/offline.json");
    await page.goto(`${address}/2016/en/schedule`);
    await saved(page, "/2016/en/offline.json");
    expect(await page.evaluate(() => caches.keys())).toHaveLength(2);
    await new Promise((resolve) => server.close(resolve).closeAllConnections());
    for (const path of ["/2016/en/sessions/panel", "/2016/en/interviews/allan-espinosa", "/2015/schedule"]) {
      await page.goto(`${address}${path}`);
      await expect(page.locator(".saved-copy"), path).toBeVisible();
      await expect(page.locator(".site-header"), path).toHaveCSS("display", "flex");
    }
    await page.goto(`${address}/2016/en/schedule?q=lamvery`);
    await expect(page.locator(".session:visible")).toHaveCount(1);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});
