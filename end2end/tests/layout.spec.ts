// The layout of pages in figures: the first screen of a phone, the height of cards, the grid of many rooms.
import AxeBuilder from "@axe-core/playwright";
import { crowd } from "./crowd.mjs";
import { Program } from "./program";
import { expect, hydrated, PAGES, ROOMS, shown, test } from "./site";

const PHONE = { width: 375, height: 812 };
const WIDE = { width: 1280, height: 900 };

for (const width of [320, 375, 430]) {
  test(`the header of a phone of ${width} px has two rows`, async ({ page }) => {
    await page.setViewportSize({ width, height: 812 });
    for (const path of ["/", "/en"]) {
      await page.goto(path);
      const rows = (selector: string) =>
        page.locator(selector).evaluateAll((items) => items.map((item) => Math.round(item.getBoundingClientRect().top)));
      expect(new Set(await rows(".site-nav a")).size, path).toBe(1);
      expect(new Set(await rows(".language-switch a")).size, path).toBe(1);
      const header = (await page.locator(".site-header").boundingBox())!;
      expect(header.height, path).toBeLessThan(110);
    }
  });
}

test("a phone shows the first session of the schedule at once", async ({ page }) => {
  await page.setViewportSize(PHONE);
  for (const path of ["/schedule", "/en/schedule"]) {
    await page.goto(path);
    const card = (await page.locator(".schedule .session").first().boundingBox())!;
    expect(card.y + card.height, path).toBeLessThanOrEqual(PHONE.height);
  }
});

test("on the day itself, a phone shows the running and the next sessions at once", async ({ page, request }) => {
  const program = await Program.serve(request, 3120, crowd(3, 30), ["--at", "2016-10-01T10:10"]);
  try {
    await page.setViewportSize(PHONE);
    await page.goto(`${program.address}/`);
    const running = page.locator(".home-sessions").first().locator(".session");
    await expect(running.first()).toContainText("10:30まで（あと20分）");
    await expect(running.first()).toContainText("会議室0");
    const box = (await running.first().boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(PHONE.height);
    await page.goto(`${program.address}/en`);
    await expect(page.locator(".home-sessions").nth(1).locator(".session").first()).toContainText("begins in 20 min");
  } finally {
    await program.stop();
  }
});

test("no line of a title breaks a word on a phone", async ({ page }) => {
  await page.setViewportSize(PHONE);
  for (const path of PAGES.flatMap((path) => [path, `/en${path}`])) {
    await page.goto(path);
    const broken = await page.locator("h1").evaluateAll((titles) =>
      titles.flatMap((title) => {
        // Two characters of a piece of text that cannot be broken are on different lines.
        const texts = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          for (const { 0: word, index } of text.textContent!.matchAll(/\S+/g)) {
            const range = document.createRange();
            range.setStart(text, index!);
            range.setEnd(text, index! + word.length);
            const tops = new Set([...range.getClientRects()].map((rect) => Math.round(rect.top)));
            if (tops.size > 1) found.push(word);
          }
        }
        return found;
      }),
    );
    // A hyphen is a place to break.
    expect(broken.filter((word) => !word.includes("-")), path).toEqual([]);
  }
});

test("Japanese is not slanted, English is", async ({ page }) => {
  await page.goto("/about");
  const style = (lang: string) =>
    page.locator(".prose").first().evaluate((prose, lang) => {
      const emphasis = document.createElement("em");
      emphasis.lang = lang;
      emphasis.textContent = "x";
      prose.append(emphasis);
      return getComputedStyle(emphasis).fontStyle;
    }, lang);
  expect(await style("ja")).toBe("normal");
  expect(await style("en")).toBe("italic");
});

test("the sign of a link to a question takes no room in its line", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto("/interviews/allan-espinosa");
  const lines = await page.locator(".question-line").evaluateAll((lines) =>
    lines.map((line) => {
      const height = line.getBoundingClientRect().height;
      line.querySelector(".answer-menu")!.remove();
      return [height, line.getBoundingClientRect().height];
    }),
  );
  expect(lines.length).toBeGreaterThan(1);
  for (const [withSign, without] of lines) expect(withSign).toBe(without);
});

test("logo and marks keep their shape in forced colours", async ({ page, request }) => {
  const program = await Program.serve(request, 3140, crowd(2, 8), ["--at", "2016-10-01T09:10"]);
  try {
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(`${program.address}/schedule?track=front`);
    const logo = await page.locator(".site-name").evaluate((name) => getComputedStyle(name, "::before").backgroundImage);
    expect(logo).toContain("linear-gradient");
    for (const mark of [".now-mark:visible", ".chip"]) {
      await expect(page.locator(mark).first()).toHaveCSS("border-top-style", "solid");
    }
  } finally {
    await program.stop();
  }
});

test("a link to an answer is there with the first paint", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.addInitScript(() => {
    const places: number[] = ((window as any).places = []);
    const look = () => {
      places.push(Math.round(scrollY));
      requestAnimationFrame(look);
    };
    // The first frame after the document is there.
    document.addEventListener("DOMContentLoaded", () => requestAnimationFrame(look));
  });
  await page.goto("/interviews/allan-espinosa");
  const href = (await page.locator(".contents a").last().getAttribute("href"))!;
  await page.goto("about:blank");
  await page.goto(`/interviews/allan-espinosa${href}`, { waitUntil: "load" });
  await expect.poll(() => page.evaluate(() => (window as any).places.length)).toBeGreaterThan(20);
  const places: number[] = await page.evaluate(() => (window as any).places);
  // Not yet for a frame or two, then there: never on the way.
  expect(places.filter((place) => place === 0).length).toBeLessThan(4);
  expect(places.at(-1)).toBeGreaterThan(500);
  expect([...new Set(places)].filter((place) => place !== 0)).toHaveLength(1);
  const question = (await page.locator(`${href} .question`).boundingBox())!;
  expect(question.y).toBeGreaterThanOrEqual(0);
  expect(question.y).toBeLessThan(200);
});

test("the bar of a day stays and leads to its times", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto(`${ROOMS}/schedule`);
  await page.locator(".day-bar").getByRole("link", { name: "13:00" }).first().click();
  const heading = page.locator("#at-2023-09-23-1300");
  await expect(heading).toBeInViewport();
  const [bar, time] = [(await page.locator(".day-bar").first().boundingBox())!, (await heading.boundingBox())!];
  expect(bar.y).toBeCloseTo(0, 0);
  expect(time.y).toBeGreaterThanOrEqual(bar.y + bar.height);
});

test("the focus never stops under the bar of a day", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto(`${ROOMS}/schedule`);
  const links = page.locator(".session-title a");
  await links.nth(20).focus();
  for (let press = 0; press < 15; press++) {
    await page.keyboard.press("Shift+Tab");
    const [focus, bar] = await page.evaluate(() => {
      const focus = document.activeElement!.closest(".session");
      const bar = focus?.closest(".day")?.querySelector(".day-bar");
      return [document.activeElement!.getBoundingClientRect().top, bar?.getBoundingClientRect().bottom ?? 0];
    });
    expect(focus).toBeGreaterThanOrEqual(bar - 1);
  }
});

test("links on a phone are large enough for fingers", async ({ page }) => {
  await page.setViewportSize(PHONE);
  for (const path of ["/", "/schedule", "/interviews/allan-espinosa", `${ROOMS}/schedule`]) {
    await page.goto(path);
    // Slots outside the window have the size of a placeholder, and their contents overlap.
    await page.locator(".slot").evaluateAll((slots) => {
      for (const slot of slots as HTMLElement[]) slot.style.setProperty("content-visibility", "visible");
    });
    const { violations } = await new AxeBuilder({ page }).options({ runOnly: ["target-size"] }).analyze();
    expect(violations.flatMap(({ nodes }) => nodes.map((node) => node.html)), path).toEqual([]);
  }
});

test("the bar of a day leads only to times that a filter shows", async ({ page }) => {
  await page.goto(`${ROOMS}/schedule?q=llm`);
  await hydrated(page);
  const times = () => page.locator(".day-bar a:not(.to-day):visible").allInnerTexts();
  const slots = () => page.locator(".slot-time:visible").allInnerTexts();
  expect(await times()).toEqual(await slots());
  await page.locator("#filter-text").fill("api");
  await expect(page).toHaveURL(/q=api/);
  expect(await times()).toEqual(await slots());
});

test("a filter is in the title of the page, with and without the island", async ({ page, request }) => {
  const html = await (await request.get("/en/schedule?format=talk&q=aws")).text();
  expect(html).toContain("<title>Schedule: Talk · aws — ServerlessConf Tokyo</title>");
  await page.goto("/en/schedule?format=talk");
  await hydrated(page);
  await expect(page).toHaveTitle("Schedule: Talk — ServerlessConf Tokyo");
  await page.locator("#filter-text").fill("aws");
  await expect(page).toHaveTitle("Schedule: Talk · aws — ServerlessConf Tokyo");
  await page.locator("#filter-text").fill("");
  await page.getByRole("checkbox", { name: "Talk", exact: true }).uncheck();
  await expect(page).toHaveTitle("Schedule — ServerlessConf Tokyo");
});

test.describe("a hundred sessions in four rooms", () => {
  let program: Program;
  test.beforeAll(async ({ playwright }) => {
    const request = await playwright.request.newContext();
    program = await Program.serve(request, 3121, crowd(4, 100), ["--at", "2016-10-05T10:00"]);
  });
  test.afterAll(() => program.stop());

  test("take less than 150 px each on a phone", async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto(`${program.address}/schedule`);
    const cards = await page
      .locator(".schedule .session:not(.format-break)")
      .evaluateAll((cards) => cards.map((card) => {
        card.scrollIntoView();
        return card.getBoundingClientRect().height;
      }));
    expect(cards).toHaveLength(100);
    expect(Math.max(...cards)).toBeLessThan(150);
  });

  test("three hours of them fit a window", async ({ page }) => {
    await page.setViewportSize(WIDE);
    await page.goto(`${program.address}/schedule`);
    const y = async (time: string) => (await page.locator(`#at-2016-10-01-${time}`).boundingBox())!.y;
    expect((await y("1200")) - (await y("0900"))).toBeLessThan(WIDE.height);
    // A break is thin.
    expect((await y("1300")) - (await y("1200"))).toBeLessThan(50);
  });

  test("keep their columns in a filter that leaves several rooms", async ({ page }) => {
    await page.setViewportSize(WIDE);
    for (const path of ["/schedule?language=en&track=back", "/schedule"]) {
      await page.goto(`${program.address}${path}`);
      await hydrated(page);
      if (path === "/schedule") {
        for (const value of ["en", "back"]) {
          const choice = page.locator(`.filter-form input[value="${value}"]`);
          await choice.evaluate((input: HTMLInputElement) => input.click());
        }
      }
      await expect(page.locator(".timetable.grid")).toHaveCount(1);
      const cards = page.locator(".session:visible");
      const boxes = await cards.evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().toJSON()));
      expect(new Set(boxes.map(({ x }) => Math.round(x))).size).toBeGreaterThan(1);
      // Times without sessions take no room.
      const last = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
      const slots = new Map<number, number>();
      for (const { top, height } of boxes) slots.set(Math.round(top), Math.max(height, slots.get(Math.round(top)) ?? 0));
      const needed = [...slots.values()].reduce((sum, height) => sum + height + 4, 0);
      expect(last).toBeLessThan(needed + 10);
    }
    await page.goto(`${program.address}/schedule?room=room-1`);
    await expect(page.locator(".timetable.grid")).toHaveCount(0);
    expect(await shown(page)).toHaveLength(25);
  });
});

for (const rooms of [12, 100]) {
  test(`a grid of ${rooms} rooms can be read and scrolled`, async ({ page, request }) => {
    const program = await Program.serve(request, 3122 + rooms, crowd(rooms, rooms * 8), ["--at", "2016-10-05T10:00"]);
    try {
      await page.setViewportSize(WIDE);
      await page.goto(`${program.address}/schedule`);
      const grid = page.locator(".timetable.grid");
      const cards = await page.locator(".session:not(.format-break)").evaluateAll((cards) =>
        cards.map((card) => ({
          width: card.getBoundingClientRect().width,
          overflow: [...card.querySelectorAll<HTMLElement>("*")].some((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== "inline" && getComputedStyle(part).clipPath === "none"),
        })),
      );
      expect(Math.min(...cards.map(({ width }) => width))).toBeGreaterThanOrEqual(159);
      expect(cards.filter(({ overflow }) => overflow)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(WIDE.width);

      await grid.focus();
      await page.keyboard.press("End");
      for (let press = 0; press < 4; press++) await page.keyboard.press("ArrowRight");
      await expect.poll(() => grid.evaluate((grid) => [grid.scrollLeft > 0, grid.scrollTop > 0])).toEqual([true, true]);
      // Names of rooms and times stay.
      const inside = (await grid.boundingBox())!;
      const time = (await grid.locator(".slot-time").last().boundingBox())!;
      const name = (await grid.locator(".room-name").nth(3).boundingBox())!;
      expect(time.x).toBeCloseTo(inside.x, 0);
      expect(name.y).toBeCloseTo(inside.y, 0);
    } finally {
      await program.stop();
    }
  });
}
