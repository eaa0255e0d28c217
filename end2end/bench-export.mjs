// Measures the export beside Hugo. Usage: node bench-export.mjs <folder with content/<count>, the conferences, to work in>
// The programs run in turn, round after round, so that a machine that becomes slower does so for all of them. Every run
// writes a folder of its own, after what earlier ones wrote has reached the disk; it must hold every page.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { convert } from "./bench-export/convert.mjs";

const numbers = (text) => text.split(/[ ,]+/).filter(Boolean).map(Number);
const folder = resolve(process.argv[2]);
const binary = resolve(process.env.SERVERLESSCONF ?? "../target/release/serverlessconf");
const built = resolve(process.env.SITE_ROOT ?? "../target/site");
const hugo = resolve(process.env.HUGO);
const rounds = Number(process.env.ROUNDS ?? 3);
const counts = numbers(process.env.COUNTS ?? "1000 5000 10000");
const compressed = numbers(process.env.COMPRESSED ?? "1000 10000");

// All interviews are published, and no session has begun.
const moment = "2030-05-31T12:00";
const target = join(folder, "export");

/** Our program; with compression it also writes the gzip and Brotli forms of a page, each as small as can be. */
const ours = (count, name, ...options) => ({
  name,
  command: [binary, "export", target, "--content", join(folder, "content", String(count)), "--at", moment,
    "--site-root", built, "--cache", join(folder, "cache"), ...options],
});

/** Hugo; it takes a quarter of the machine's memory for its caches, unless it is told how many gigabytes. */
const theirs = (count, name, environment = {}) => ({
  name,
  command: [hugo, "build", "--source", join(folder, "hugo", String(count)), "--destination", target,
    "--cacheDir", join(folder, "cache"), "--noBuildLock", "--quiet"],
  environment,
});

/** The Hugo site of a conference: the theme, the words, the files that every page needs. */
function prepare(count) {
  const site = join(folder, "hugo", String(count));
  cpSync("bench-export", site, { recursive: true });
  convert(join(folder, "content", String(count)), site);
  if (existsSync(built)) cpSync(built, join(site, "static"), { recursive: true });
}

/** Runs a program once; fails where it fails. */
function run({ name, command, environment = {} }) {
  rmSync(target, { recursive: true, force: true });
  execFileSync("sync");
  const report = join(folder, "time");
  const { status, stdout, stderr } = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", "-o", report, ...command], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: folder, ...environment },
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`${name} failed:\n${stdout}\n${stderr}`);
  const [seconds, user, system, kibibytes] = readFileSync(report, "utf8").trim().split(" ").map(Number);
  return { seconds, cpu: user + system, megabytes: (kibibytes * 1024) / 1e6 };
}

/** Checks that what was written is the whole site; gives the size of its pages. */
function check(count, name) {
  const paths = readdirSync(target, { recursive: true }).filter((path) => path.endsWith(".html"));
  // Seven pages of their own and the one for what is not found, the items, their tags: in two languages.
  const expected = 2 * (8 + 3 * count + Math.min(count, 50));
  if (paths.length !== expected) throw new Error(`${name} wrote ${paths.length} pages, not ${expected}`);
  for (const language of ["", "ja/"]) {
    for (const [page, ...links] of [
      ["interviews/interview-7", "#question-7", "/speakers/speaker-7", "/sessions/session-7", "https://example.org/7"],
      ["sessions/session-7", "/speakers/speaker-7", "/interviews/interview-7", "/sessions/session-12", "https://example.org/7"],
      ["speakers/speaker-7", "/sessions/session-7", "/interviews/interview-7", "https://example.org/7"],
      ["tags/tag-7", "/sessions/session-7", `/sessions/session-57`],
    ]) {
      const text = readFileSync(join(target, `${language}${page}.html`), "utf8");
      const missing = links.find((link) => !text.includes(link));
      if (missing) throw new Error(`${name} wrote ${language}${page}.html without ${missing}`);
    }
    const schedule = readFileSync(join(target, `${language}schedule.html`), "utf8");
    const sessions = new Set(schedule.match(/href="[^"]*\/sessions\/session-\d+/g));
    if (sessions.size !== count) throw new Error(`${name} wrote ${sessions.size} sessions into ${language}schedule.html`);
  }
  return paths.reduce((sum, path) => sum + statSync(join(target, path)).size, 0) / 1e6;
}

const sorted = (numbers) => numbers.toSorted((a, b) => a - b);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const shown = (numbers, digits) => {
  const all = sorted(numbers).map((number) => number.toFixed(digits));
  return all.length === 1 ? all[0] : `${median(numbers).toFixed(digits)} (${all[0]} to ${all.at(-1)})`;
};
const thousands = (number) => Math.round(number).toLocaleString("en");

/** All programs on a conference of so many interviews, each round in turn; gives the runs of each. */
function measure(count) {
  const largest = count === Math.max(...counts);
  const programs = [
    ours(count, "serverlessconf", "--no-compression"),
    theirs(count, "Hugo"),
    // What is told beside the comparison, once: it takes long.
    ...(largest ? [{ ...theirs(count, "Hugo, HUGO_MEMORYLIMIT=1", { HUGO_MEMORYLIMIT: "1" }), once: true }] : []),
    ...(compressed.includes(count) ? [{ ...ours(count, "serverlessconf, compressed"), once: true }] : []),
  ];
  const results = new Map(programs.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const program of programs) {
      if (round > 0 && program.once) continue;
      const result = run(program);
      results.get(program.name).push(result);
      const pages = check(count, program.name);
      const { seconds, megabytes } = result;
      const sizes = `${thousands(megabytes)} MB of memory, ${thousands(pages)} MB of pages`;
      console.error(`  ${thousands(count)}, ${program.name}: ${seconds} s, ${sizes}`);
    }
  }
  rmSync(target, { recursive: true, force: true });
  return results;
}

/** The rows of a table for people, and the medians. */
function report(count, results) {
  const of = (name, figure) => results.get(name).map((run) => run[figure]);
  const time = (name) => median(of(name, "seconds"));
  const memory = (name) => Math.max(...of(name, "megabytes"));
  const [own, peer] = ["serverlessconf", "Hugo"];
  for (const name of results.keys()) {
    const part = (figure) => (name.startsWith(peer) ? `${(figure(own) / figure(name)).toFixed(2)} ×` : "");
    const cells = [thousands(count), name, `${shown(of(name, "seconds"), 1)} s`, `${shown(of(name, "cpu"), 1)} s`,
      `${thousands(memory(name))} MB`, part(time), part(memory)];
    console.log(`| ${cells.join(" | ")} |`);
  }
  return { [own]: [time(own), median(of(own, "cpu"))], [peer]: [time(peer), median(of(peer, "cpu"))] };
}

const version = /v[\d.]+/.exec(execFileSync(hugo, ["version"], { encoding: "utf8" }))[0];
const machine = `${cpus().length} cores, ${(totalmem() / 1e9).toFixed(0)} GB of memory`;
console.log(`Hugo ${version}; ${machine}; load average before: ${loadavg()[1].toFixed(1)}`);
const all = new Map();
for (const count of counts) {
  prepare(count);
  all.set(count, measure(count));
  rmSync(join(folder, "hugo", String(count)), { recursive: true });
}
console.log(`Medians, the least and the most of ${rounds} rounds; the most memory of all rounds.\n`);
console.log("| of each | program | time | CPU time | peak memory | ours in Hugo's time | in its memory |");
console.log("|---|---|---|---|---|---|---|");
const medians = counts.map((count) => report(count, all.get(count)));
const growth = Object.entries(medians.at(-1)).map(([name, last]) => {
  const [seconds, cpu] = last.map((figure, place) => (figure / medians[0][name][place]).toFixed(1));
  return `${name} ${seconds} × the time and ${cpu} × the CPU time`;
});
console.log(`\n${(counts.at(-1) / counts[0]).toFixed(1)} × the items take ${growth.join(", ")}.`);
