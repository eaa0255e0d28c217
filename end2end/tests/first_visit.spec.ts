// The first visit to the schedule: how much a phone loads until the filter works.
import { crowd } from "./crowd.mjs";
import { firstVisit } from "./first-visit.mjs";
import { Program } from "./program";
import { expect, test } from "./site";

test("a first visit to the schedule of 100 sessions takes at most 55 kB in 8 requests", async ({ browser, request }) => {
  const program = await Program.serve(request, 3150, crowd(4, 100), ["--at", "2016-10-05T10:00"]);
  try {
    // Built files are compressed as small as they get within the first second after the start.
    await expect(async () => {
      const { files, bytes } = await firstVisit(browser, `${program.address}/schedule`);
      expect(files.filter(({ path }) => path.endsWith(".wasm"))).toHaveLength(1);
      // Besides the icon of the tab, whose bytes count.
      const loaded = files.filter(({ path }) => path !== "/icon.svg");
      expect(loaded.length, JSON.stringify(files)).toBeLessThanOrEqual(8);
      expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(55_000);
    }).toPass({ timeout: 30_000 });
  } finally {
    await program.stop();
  }
});
