// Measures the release build over HTTP beside nginx. Usage: node bench-http.mjs <folder with large/, the large conference>
// The servers are asked in turn, round after round, so that a machine that becomes slower does so for all of them.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(process.argv[2]);
const binary = resolve(process.env.SERVERLESSCONF ?? "../target/release/serverlessconf");
const rounds = Number(process.env.ROUNDS ?? 5);
const seconds = Number(process.env.SECONDS_EACH ?? 5);
/** How long the load before the last look at the memory takes, and how many made-up queries are asked before it. */
const soak = Number(process.env.SOAK ?? 600);
const queries = Number(process.env.QUERIES ?? 1_000_000);
/** The most memory that may be taken, in MiB. */
const most = 150;
const ticks = Number(execFileSync("getconf", ["CLK_TCK"]).toString());
const onCore = (core, command, args, options) => spawn("taskset", ["-c", String(core), command, ...args], options);

// After all interviews are published, and before any session of the large conference.
const moment = ["--at", "2030-05-31T12:00"];

/** The headers of pages in `deploy/nginx.conf`: the peer sends them too, without maps, which would take it time. */
const configuration = readFileSync("../deploy/nginx.conf", "utf8");
const ofPages = (name) => new RegExp(`^map \\$uri \\$${name} \\{\\n *default (".*");$`, "m").exec(configuration)[1];
const said = configuration.match(/^ *add_header .*$/gm).join("\n").replace(/\$(conference_\w+)/g, (_, name) => ofPages(name));

/** Writes a site for nginx; resolves with the options that serve the same content. */
function exported(name, content, ...further) {
  const target = join(folder, "export", name);
  const options = ["--content", content, "--site-root", "../target/site", ...moment, ...further];
  execFileSync(binary, ["export", target, ...options], { stdio: "inherit" });
  return { target, content, further };
}

async function answers(address, path = "/") {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    try {
      const response = await fetch(`http://${address}${path}`);
      await response.arrayBuffer();
      return;
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  throw new Error(`${address} does not answer`);
}

/** Waits until a server has nothing more to do by itself: plain pages are rendered before anybody asks. */
async function settled(pid) {
  for (let before = -1, now = cpu(pid); now !== before; now = cpu(pid)) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

let port = 3120;
const running = [];

async function ours({ content, further }) {
  const address = `127.0.0.1:${port++}`;
  const metrics = `127.0.0.1:${port++}`;
  const options = ["serve", "--content", content, "--addr", address, "--site-root", "../target/site"];
  options.push("--metrics", metrics, ...moment, ...further);
  const process_ = onCore(0, binary, options, { stdio: "ignore", env: { ...process.env, TOKIO_WORKER_THREADS: "1" } });
  running.push(process_);
  await answers(address);
  await settled(process_.pid);
  return { name: "serverlessconf", address, metrics, worker: () => process_.pid };
}

async function nginx({ target }, cached) {
  const address = `127.0.0.1:${port++}`;
  const home = join(folder, `nginx-${port}`);
  mkdirSync(home);
  const cache = cached ? "open_file_cache max=10000 inactive=1h; open_file_cache_valid 1h; open_file_cache_errors on;" : "";
  const settings = `
    load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
    worker_processes 1; daemon off; pid ${home}/pid; error_log ${home}/error.log;
    events { worker_connections 1024; }
    http {
      include /etc/nginx/mime.types; access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
      client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy; fastcgi_temp_path ${home}/fastcgi;
      uwsgi_temp_path ${home}/uwsgi; scgi_temp_path ${home}/scgi; ${cache}
      server {
        listen ${address}; root ${target}; gzip_static on; gzip_vary on; brotli_static on;
        ${said}
        location / { try_files $uri $uri.html $uri/index.html =404; }
      }
    }`;
  writeFileSync(join(home, "nginx.conf"), settings);
  const master = onCore(0, "/usr/sbin/nginx", ["-p", home, "-c", join(home, "nginx.conf")], { stdio: "inherit" });
  running.push(master);
  await answers(address);
  const worker = () => Number(readFileSync(`/proc/${master.pid}/task/${master.pid}/children`, "utf8").trim().split(" ")[0]);
  return { name: cached ? "nginx, open_file_cache" : "nginx", address, worker };
}

/** User and system time of a process, in microseconds. */
function cpu(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return ((Number(fields[11]) + Number(fields[12])) / ticks) * 1e6;
}

/** Writes a script for wrk that asks for a query that nobody has asked for before, or now and then for one of these pages. */
let seed = Date.now() % 1e6;
function script(pages = []) {
  const file = join(folder, "queries.lua");
  const list = pages.map((page) => JSON.stringify(page)).join(", ");
  const lua = `local n = ${seed++} * 100000000
    local pages = { ${list} }
    request = function()
      n = n + 1
      local page = pages[n % (2 * #pages + 1) + 1]
      return wrk.format("GET", page or "/schedule?q=" .. n)
    end`;
  writeFileSync(file, lua);
  return file;
}

/** Writes a script for wrk with searches that nobody has asked for before: most of them find something. */
function searches() {
  const words = ["運用", "session", "ba", "responsibility", "サーバーレス", "interview", "speaker"].map(encodeURIComponent);
  const choices = ["", "&kind=session", "&kind=question", "&kind=speaker", "&language=en"];
  const list = (texts) => texts.map((text) => JSON.stringify(text)).join(", ");
  const file = join(folder, "searches.lua");
  writeFileSync(
    file,
    `local n = ${(seed++ % 7) * 100_000}
    local words, choices = { ${list(words)} }, { ${list(choices)} }
    request = function()
      n = n + 1
      return wrk.format("GET", "/search?q=" .. words[n % #words + 1] .. "+" .. (n % 997) .. choices[n % #choices + 1])
    end`,
  );
  return file;
}

/** Writes a script for wrk with four million searches, each once, from one on: two words of two kana, which often find something. */
function madeUpSearches(from) {
  const kana = [..."アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"];
  const file = join(folder, "made-up.lua");
  writeFileSync(
    file,
    `local kana = { ${kana.map((one) => JSON.stringify(encodeURIComponent(one))).join(", ")} }
    local n = ${from}
    local function letter(place) return kana[math.floor(n / (#kana) ^ place) % #kana + 1] end
    request = function()
      n = n + 1
      return wrk.format("GET", "/search?q=" .. letter(0) .. letter(1) .. "+" .. letter(2) .. letter(3))
    end`,
  );
  return file;
}

/** Writes a script for wrk that asks for plans of twelve sessions, each for the first time. */
async function plans(server) {
  const page = await (await fetch(`http://${server.address}/plan/sessions`)).text();
  const codes = [...page.matchAll(/data-code="(\w+)" data-start/g)].map(([, code]) => JSON.stringify(code));
  const file = join(folder, "plans.lua");
  writeFileSync(
    file,
    `local codes = { ${codes.join(", ")} }
    math.randomseed(${seed++})
    request = function()
      local chosen = {}
      for place = 1, 12 do chosen[place] = codes[math.random(#codes)] end
      return wrk.format("GET", "/plan?s=" .. table.concat(chosen, "."))
    end`,
  );
  return file;
}

const unit = { us: 1e-3, ms: 1, s: 1e3, m: 6e4 };
const milliseconds = (text) => Number.parseFloat(text) * unit[/[a-z]+$/.exec(text)[0]];

async function load(server, path, headers, script, time = seconds) {
  const args = ["-t1", "-c64", `-d${time}s`, "--latency", ...headers.flatMap((header) => ["-H", header])];
  if (script) args.push("-s", script);
  const before = cpu(server.worker());
  const wrk = onCore(1, "wrk", [...args, `http://${server.address}${path}`]);
  let output = "";
  wrk.stdout.on("data", (data) => (output += data));
  await new Promise((resolve) => wrk.on("exit", resolve));
  if (!/requests in/.test(output)) throw new Error(`wrk failed at ${server.name} ${path}`);
  const requests = Number(/(\d+) requests in/.exec(output)[1]);
  const wrong = /Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1];
  if (wrong) throw new Error(`${server.name} ${path}: ${wrong} answers are errors`);
  return {
    requests,
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)[1]),
    cpu: (cpu(server.worker()) - before) / requests,
    p99: milliseconds(/99%\s+(\S+)/.exec(output)[1]),
  };
}

const sorted = (numbers) => numbers.toSorted((a, b) => a - b);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const shown = (numbers, digits) => {
  const all = sorted(numbers).map((number) => number.toFixed(digits));
  return `${median(numbers).toFixed(digits)} (${all[0]} to ${all.at(-1)})`;
};

async function scenario(title, servers, path, headersOf, script = () => undefined) {
  console.log(`\n${title}: ${path}`);
  // The first answer may have to be made: both programs have it in memory when the time begins.
  for (const server of servers) {
    const named = (await headersOf(server)).map((header) => header.split(": "));
    await (await fetch(`http://${server.address}${path}`, { headers: named })).arrayBuffer();
  }
  const results = new Map(servers.map((server) => [server, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const server of servers) results.get(server).push(await load(server, path, await headersOf(server), script()));
  }
  const first = results.get(servers[0]);
  for (const [server, figures] of results) {
    const of = (name) => figures.map((figure) => figure[name]);
    const ratio = median(first.map((figure, round) => figure.rate / figures[round].rate));
    console.log(
      `  ${server.name.padEnd(24)} ${shown(of("rate"), 0)} requests/s · ${shown(of("cpu"), 1)} µs CPU a request` +
        ` · p99 ${shown(of("p99"), 2)} ms${server === servers[0] ? "" : ` · ours is ${ratio.toFixed(2)} ×`}`,
    );
  }
}

/** What a process has in memory now, or had at most, in MiB. */
const memory = (pid, name = "VmRSS") =>
  Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;

function remember(title, pid) {
  const [now, peak] = [memory(pid), memory(pid, "VmHWM")];
  console.log(`memory ${title}: ${now.toFixed(1)} MiB, ${peak.toFixed(1)} MiB at most`);
  if (peak > most) throw new Error(`more than ${most} MiB`);
}

/** Counts what the cache had of the pages that were asked for. */
async function hits(server) {
  const text = await (await fetch(`http://${server.metrics}/metrics`)).text();
  return Number(/^serverlessconf_page_cache_hits_total (\d+)/m.exec(text)[1]);
}

try {
  const built = exported("built-in", resolve(".."));
  const large = exported("large", join(folder, "large"), "--base-url", "https://conference.example");
  const small = [await ours(built), await nginx(built, false), await nginx(built, true)];
  const [own] = small;
  console.log(`memory, idle, built-in content: ${memory(own.worker()).toFixed(1)} MiB`);
  const plain = async () => [];
  const brotli = async () => ["accept-encoding: br"];
  const page = "/interviews/allan-espinosa";
  const known = async (server) => {
    const response = await fetch(`http://${server.address}${page}`, { headers: { "accept-encoding": "br" } });
    await response.arrayBuffer();
    return ["accept-encoding: br", `if-none-match: ${response.headers.get("etag")}`];
  };
  await scenario("an interview", small, page, plain);
  await scenario("an interview, Brotli", small, page, brotli);
  await scenario("not modified", small, page, known);
  const many = [await ours(large), await nginx(large, false), await nginx(large, true)];
  await scenario("1,000 sessions", many, "/schedule", plain);
  await scenario("1,000 sessions, Brotli", many, "/schedule", brotli);
  await scenario("a calendar of 1,000 sessions", many, "/schedule.ics", plain);
  await scenario("a calendar of 1,000 sessions, Brotli", many, "/schedule.ics", brotli);
  for (const path of ["/schedule.xml", "/schedule.json", "/conference.json", "/sessions.json", "/schedule.txt", "/feed.atom"]) {
    await scenario("1,000 sessions for programs, Brotli", many, path, brotli);
  }
  const chosen = await plans(many[0]);
  await scenario("plans of 12 of 1,000 sessions, never asked for before", [many[0]], "/plan", plain, () => chosen);
  await scenario("searches as never before over 1,000 speakers, sessions and interviews", [many[0]], "/search", plain, searches);
  await scenario("1,000 sessions filtered as never before (?q=…)", [many[0]], "/schedule", plain, script);
  await scenario("1,000 sessions filtered as never before (?q=…), Brotli", [many[0]], "/schedule", brotli, script);

  console.log("");
  const searched = await ours(built);
  remember("before searches, built-in content", searched.worker());
  let made = 0;
  while (made < queries) made += (await load(searched, "/search", [], madeUpSearches(made), 10)).requests + 64;
  remember(`after ${made.toLocaleString("en")} searches, each for the first time`, searched.worker());
  let asked = 0;
  while (asked < queries) asked += (await load(own, "/", [], script(), 10)).requests;
  remember(`after ${asked.toLocaleString("en")} queries that nobody asked for before`, own.worker());
  const before = await hits(own);
  for (const path of ["/", "/schedule", page]) await (await fetch(`http://${own.address}${path}`)).arrayBuffer();
  if ((await hits(own)) !== before + 3) throw new Error("made-up queries have pushed out a page");
  const pages = ["/", "/schedule", page, "/en/schedule", "/speakers", "/news"];
  if (soak > 0) await load(own, "/", ["accept-encoding: br"], script(pages), soak);
  remember(`after ${soak} s of pages and queries`, own.worker());
} finally {
  for (const server of running) server.kill();
}
