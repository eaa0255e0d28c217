// The filter of the schedule: the same sessions by server and by island, and the browser's own habits kept.
import { expect, hydrated, shown, test } from "./site";

const QUERIES = [
  "",
  "q=aws",
  "q=AWS",
  "q=ＡＷＳ",
  "q=サーバーレス",
  "q=さーばーれす",
  "q=ｻｰﾊﾞｰﾚｽ",
  "q=espinosa+conway",
  "q=松本",
  "q=gunosy",
  "q=nothing-has-this-name",
  "q=サーバレス",
  "q=less",
  "q=%22Go+Serverless%22",
  "q=%22Serverless+Go%22",
  "q=ー",
  "q=javaコールド",
  "format=talk",
  "format=lightning&format=keynote",
  "language=ja",
  "language=en&format=talk",
  "day=2016-09-30",
  "speaker=masashi-terui",
  "interview=yes",
  "day=2016-10-01&q=iot",
  "tag=no-such-tag",
];

test("server and island find the same sessions", async ({ page, browser }) => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto("/schedule");
  await hydrated(page);
  for (const query of QUERIES) {
    await plain.goto(`http://127.0.0.1:3100/schedule?${query}`);
    const byServer = await shown(plain);
    // The address changes without a request, as by the back button.
    await page.evaluate((query) => {
      history.pushState(null, "", query ? `/schedule?${query}` : "/schedule");
      dispatchEvent(new PopStateEvent("popstate"));
    }, query);
    if (query.includes("q=")) await expect(page.locator(".schedule-filter")).toHaveAttribute("data-words", "ready");
    expect(await shown(page), query).toEqual(byServer);
    expect(await page.locator(".filter-status").innerText(), query).toBe(
      await plain.locator(".filter-status").innerText(),
    );
    expect(await page.locator(".chip").allInnerTexts(), query).toEqual(await plain.locator(".chip").allInnerTexts());
  }
  await plain.context().close();
});

test("filters by click without a request, and goes back and forward", async ({ page }) => {
  await page.goto("/en/schedule");
  await hydrated(page);
  const all = await shown(page);
  const requests: string[] = [];
  // The icon is the browser's own wish, at every change of the address.
  page.on("request", (request) => request.url().endsWith("/icon.svg") || requests.push(request.url()));

  await page.getByRole("checkbox", { name: "Panel" }).click();
  expect(await shown(page)).toHaveLength(1);
  await expect(page).toHaveURL(/\/en\/schedule\?format=panel$/);
  await expect(page.getByRole("status")).toHaveText(`1 of ${all.length} sessions shown`);
  await expect(page.locator("#day-2016-09-30")).toBeHidden();
  await expect(page.locator(".slot:visible")).toHaveCount(1);

  await page.getByRole("link", { name: "Remove “Panel”" }).click();
  expect(await shown(page)).toEqual(all);
  await expect(page).toHaveURL(/\/en\/schedule$/);
  await page.goBack();
  expect(await shown(page)).toHaveLength(1);
  await page.goBack();
  expect(await shown(page)).toEqual(all);
  await page.goForward();
  expect(await shown(page)).toHaveLength(1);
  expect(requests).toEqual([]);

  await page.reload();
  await hydrated(page);
  expect(await shown(page)).toHaveLength(1);
  await expect(page.getByRole("checkbox", { name: "Panel" })).toBeChecked();
});

test("filters as one types; one step back undoes the typing", async ({ page }) => {
  await page.goto("/en/schedule");
  await hydrated(page);
  const all = await shown(page);
  await page.locator("#filter-text").pressSequentially("conway");
  await expect.poll(() => shown(page)).toEqual(["Operability in Serverless Environments"]);
  await expect(page).toHaveURL(/q=conway$/);
  await page.goBack();
  expect(await shown(page)).toEqual(all);
  await expect(page.locator("#filter-text")).toHaveValue("");
});

test("works with the keyboard alone", async ({ page }) => {
  await page.goto("/en/schedule");
  await hydrated(page);
  await page.getByRole("checkbox", { name: "Keynote" }).focus();
  await page.keyboard.press("Space");
  expect(await shown(page)).toHaveLength(1);
  await page.getByRole("link", { name: "Remove “Keynote”" }).focus();
  await page.keyboard.press("Enter");
  expect((await shown(page)).length).toBeGreaterThan(1);
  await expect(page.getByRole("status")).toBeFocused();
});

test("several words are typed with their spaces", async ({ page }) => {
  await page.goto("/en/schedule");
  await hydrated(page);
  const all = await shown(page);
  const box = page.locator("#filter-text");
  await box.pressSequentially("go  serverless");
  await expect(box).toHaveValue("go  serverless");
  await expect.poll(() => shown(page)).not.toEqual(all);
  expect(await shown(page)).toContain("Go Serverless, Compute Only When it Matters!");
  await expect(page).toHaveURL(/q=go\+serverless$/);
});

test("a filter without a control of its own stays", async ({ page, browser }) => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  for (const query of ["tag=aws&tag=aws-lambda", "room=hall", "level=advanced", "day=2016-10-02", "tag=no-such-tag"]) {
    await plain.goto(`http://127.0.0.1:3100/en/schedule?${query}`);
    await page.goto(`/en/schedule?${query}`);
    await hydrated(page);
    expect(await shown(page), query).toEqual(await shown(plain));
    await expect(page, query).toHaveURL(`/en/schedule?${query}`);
  }
  await plain.context().close();
  await page.goto("/en/schedule?room=hall");
  await hydrated(page);
  await page.getByRole("checkbox", { name: "Panel" }).click();
  await expect(page).toHaveURL("/en/schedule?format=panel&room=hall");
});

test("offers a way back when nothing matches", async ({ page }) => {
  await page.goto("/en/schedule");
  await hydrated(page);
  const all = await shown(page);
  await page.locator("#filter-text").fill("nothing-has-this-name");
  await expect(page.getByText("No session matches.")).toBeVisible();
  await page.locator(".no-match").getByRole("link", { name: "Clear all filters" }).click();
  expect(await shown(page)).toEqual(all);
  await expect(page.getByText("No session matches.")).toBeHidden();
});

test("the language switch keeps the filter", async ({ page }) => {
  await page.goto("/schedule");
  await hydrated(page);
  await page.getByRole("checkbox", { name: "パネル" }).click();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/en\/schedule\?format=panel$/);
  expect(await shown(page)).toHaveLength(1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form filters, and chips take filters away", async ({ page }) => {
    await page.goto("/en/schedule");
    await page.locator("#filter-text").fill("conway");
    await page.getByRole("button", { name: "Filter" }).click();
    expect(await shown(page)).toEqual(["Operability in Serverless Environments"]);
    await page.getByRole("link", { name: "Remove “conway”" }).click();
    expect((await shown(page)).length).toBeGreaterThan(1);
  });
});

test("the words of the sessions are loaded when somebody begins to type", async ({ page }) => {
  const words: string[] = [];
  page.on("request", (request) => new URL(request.url()).pathname.startsWith("/search/") && words.push(request.url()));
  await page.goto("/en/schedule");
  await hydrated(page);
  await page.getByRole("checkbox", { name: "Panel" }).click();
  expect(words).toEqual([]);
  await page.getByRole("checkbox", { name: "Panel" }).click();
  await page.locator("#filter-text").pressSequentially("conway");
  await expect.poll(() => shown(page)).toHaveLength(1);
  const loaded = words.length;
  expect(loaded).toBeGreaterThan(1);
  await page.locator("#filter-text").fill("lambda");
  await expect.poll(() => shown(page)).not.toHaveLength(1);
  expect(words).toHaveLength(loaded);
});

for (const files of ["**/search/*.json", "**/session-words.js"]) test(`the server searches without ${files}`, async ({ page, faults }) => {
  await page.route(files, (route) => route.abort());
  await page.goto("/en/schedule");
  await hydrated(page);
  const all = await shown(page);
  await page.locator("#filter-text").fill("conway");
  await expect(page.getByRole("status")).toContainText("press Enter");
  expect(await shown(page)).toEqual(all);
  await page.locator("#filter-text").press("Enter");
  await expect.poll(() => shown(page)).toEqual(["Operability in Serverless Environments"]);
  await expect(page.getByRole("status")).toContainText("1 of");
  faults.length = 0;
});

test("the form works when the wasm does not load", async ({ page, faults }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/en/schedule");
  await page.locator("#filter-text").fill("conway");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/q=conway/);
  expect(await shown(page)).toEqual(["Operability in Serverless Environments"]);
  // What failed is what the test broke.
  expect(faults.length).toBeGreaterThan(0);
  faults.length = 0;
});

test("only the schedule loads wasm, and pages to read only the script of the shell", async ({ page }) => {
  const shell = "/shell.js";
  const small = [shell, "/stars.js"];
  for (const [path, scripts] of [
    ["/", small],
    ["/sessions/panel", small],
    ["/speakers", [shell]],
    ["/interviews/allan-espinosa", ["/answers.js", shell]],
    ["/about", [shell]],
  ] as const) {
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    await page.goto(path, { waitUntil: "networkidle" });
    const paths = loaded.map((url) => new URL(url).pathname).filter((path) => /\.(wasm|js)$/.test(path));
    expect(paths.sort(), path).toEqual(scripts);
    page.removeAllListeners("request");
  }
});

test("the marks that hydration needs stand in islands and nowhere else", async ({ page, request }) => {
  const html = await (await request.get("/schedule?format=talk&format=keynote")).text();
  // As leptos writes it, the mark is an error to an HTML checker.
  expect(html).not.toContain("<!>");
  await page.goto("/schedule?format=talk&format=keynote");
  await hydrated(page);
  const places = await page.evaluate(() => {
    const found: (string | undefined)[] = [];
    const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
    while (comments.nextNode()) {
      found.push(comments.currentNode.parentElement?.closest("leptos-island, leptos-children")?.localName);
    }
    return found;
  });
  expect(places.filter((place) => place !== "leptos-island")).toEqual([]);
  // The island removes the chips of the server, and adds copies of the model in their place.
  await expect(page.locator(".chip")).toHaveCount(2);
  await page.locator(".chip").first().click();
  await expect(page.locator(".chip")).toHaveCount(1);
  await page.goBack();
  await expect(page.locator(".chip")).toHaveCount(2);
});
