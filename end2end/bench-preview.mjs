// Measures the preview from a saved file to the answer with the new words, over HTTP, beside the time that Hugo needs to build
// its site again.
// Usage: node bench-preview.mjs <folder with content/<count>, the conferences, to work in>
// The content has been there for a while, as an organiser's has, so that files that did not change are not read again.
import { spawn } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { convert } from "./bench-export/convert.mjs";

const folder = resolve(process.argv[2]);
const binary = resolve(process.env.SERVERLESSCONF ?? "../target/release/serverlessconf");
const built = resolve(process.env.SITE_ROOT ?? "../target/site");
const hugo = process.env.HUGO && resolve(process.env.HUGO);
const counts = (process.env.PREVIEWED ?? "100 1000 10000").split(/[ ,]+/).filter(Boolean).map(Number);
const rounds = Number(process.env.EDITS ?? 15);
const port = 3120;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The text at an address, or nothing as long as the server does not answer. */
async function get(path) {
  try {
    return await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  } catch {
    return "";
  }
}

/** Waits for words on a page, and asks again as soon as it was answered. */
async function shows(path, words) {
  const deadline = performance.now() + 300_000;
  while (!(await get(path)).includes(words)) {
    if (performance.now() > deadline) throw new Error(`${path} never showed ${words}`);
    await new Promise((done) => setImmediate(done));
  }
}

/** The times from a saved file to the end of a wait, in milliseconds; `wait` gets the program and the new words. */
async function measure([program, ...options], file, ready, wait) {
  const server = spawn(program, options, { stdio: ["ignore", "pipe", "ignore"], cwd: folder });
  server.stdout.setEncoding("utf8");
  server.stdout.on("data", (text) => (server.said = (server.said ?? "") + text));
  try {
    const text = readFileSync(file, "utf8");
    await ready(server);
    const times = [];
    for (let round = 0; round <= rounds; round += 1) {
      // The program is at rest, and so is the file system's clock.
      await pause(4_000);
      server.said = "";
      const began = performance.now();
      writeFileSync(file, text.replace("Quick Chat", `Quick Talk ${round}`));
      await wait(server, `Quick Talk ${round}`);
      // The first change after the start is not counted: everything was written just before.
      if (round > 0) times.push(performance.now() - began);
    }
    writeFileSync(file, text);
    return times;
  } finally {
    await new Promise((done) => {
      server.on("exit", done);
      server.kill();
    });
  }
}

/** Waits until a program said something. */
async function says(server, words) {
  const deadline = performance.now() + 300_000;
  while (!(server.said ?? "").includes(words)) {
    if (performance.now() > deadline) throw new Error(`it never said ${words}`);
    await pause(1);
  }
}

for (const count of counts) {
  const content = join(folder, "content", String(count));
  const own = [binary, "serve", "--watch", "--content", content, "--addr", `127.0.0.1:${port}`, "--site-root", built,
    "--cache", join(folder, "cache")];
  const page = "/interviews/interview-7";
  const isShown = (_, words = "Quick Chat") => shows(page, words);
  const results = [["serverlessconf", await measure(own, join(content, "interviews/interview-7.md"), isShown, isShown)]];
  if (hugo) {
    const site = join(folder, "hugo", String(count));
    cpSync("bench-export", site, { recursive: true });
    convert(content, site);
    if (existsSync(built)) cpSync(built, join(site, "static"), { recursive: true });
    const theirs = [hugo, "server", "--source", site, "--port", String(port), "--bind", "127.0.0.1", "--renderToMemory",
      "--cacheDir", join(folder, "cache"), "--noBuildLock", "--disableBrowserError"];
    const file = join(site, "content/interviews/interview-7.md");
    // Hugo says when it has built the site again. With a page in several languages it goes on to serve the old words.
    const isBuilt = (server) => says(server, "Total in");
    results.push(["Hugo", await measure(theirs, file, (server) => says(server, "Web Server is available"), isBuilt)]);
    rmSync(site, { recursive: true });
  }
  for (const [name, times] of results) {
    console.log(`${count} of each, ${name}: median ${median(times).toFixed(0)} ms, ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms of ${times.length}`);
  }
}
