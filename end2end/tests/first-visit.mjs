// A first visit: the files that a browser loads for a page, and their bytes as they come over the network.

/** The files of a page in a browser that has seen nothing, without the headers, and without the copy that is made later. */
export async function firstVisit(browser, url) {
  const context = await browser.newContext({ serviceWorkers: "block", timezoneId: "Asia/Tokyo" });
  const page = await context.newPage();
  const finished = [];
  page.on("requestfinished", (request) => finished.push(request));
  await page.goto(url, { waitUntil: "networkidle" });
  const files = await Promise.all(
    finished.map(async (request) => {
      const { responseBodySize } = await request.sizes();
      return { path: new URL(request.url()).pathname, bytes: responseBodySize };
    }),
  );
  await context.close();
  return { files, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
}
