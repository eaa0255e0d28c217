// The browser tests: against the release build, in Debian's Chromium.
import { defineConfig } from "@playwright/test";

const binary = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "tests",
  workers: 2,
  // Two cores may have other work.
  timeout: 90_000,
  retries: 0,
  forbidOnly: !!process.env.CI,
  reporter: [["list"]],
  use: {
    baseURL: "http://127.0.0.1:3100",
    // Tests of pages see the server, and no copy of it.
    serviceWorkers: "block",
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args },
    contextOptions: { reducedMotion: "reduce" },
    // As on the phones of attendees at the venue.
    timezoneId: "Asia/Tokyo",
  },
  webServer: [
    {
      // As on the evening after the event, whenever the tests run.
      command: `${binary} serve --content .. --addr 127.0.0.1:3100 --site-root ../target/site --at 2016-10-02T10:00`,
      url: "http://127.0.0.1:3100/",
    },
    {
      // The present, as far as the browser is concerned.
      command: `${binary} serve --content .. --addr 127.0.0.1:3103 --site-root ../target/site`,
      url: "http://127.0.0.1:3103/",
    },
    {
      // Three rooms: the grid.
      command: `${binary} serve --content ../server/tests/fixtures/serverlessdays-tokyo-2023 --addr 127.0.0.1:3101 --site-root ../target/site --at 2023-09-24T10:00`,
      url: "http://127.0.0.1:3101/",
      // Its abstracts are unknown: a warning each.
      stderr: "ignore",
    },
  ],
});
