// The recipes of deploy/ for nginx and Caddy: both serve an export with the headers of the live server.
import { type APIRequestContext, expect, test } from "@playwright/test";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const BINARY = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
/** The packages of both, unpacked (see scripts/lib/browser.sh). */
const HOSTS = resolve("../target/hosts");
const LIVE = "127.0.0.1:3190";
const NGINX = "127.0.0.1:3191";
const CADDY = "127.0.0.1:3192";
const SITE = ["--content", "..", "--site-root", "../target/site", "--base-url", "https://conference.example"];
const MOMENT = ["--at", "2016-10-02T10:00"];

let folder: string;
let failed: string | undefined;
const running: ChildProcess[] = [];

function run(command: string, args: string[]) {
  // Caddy keeps its files below these.
  const env = { ...process.env, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
  const server = spawn(command, args, { stdio: "ignore", env });
  // A server that does not start has another one at its address, or none.
  server.on("error", (error) => (failed ??= `${command}: ${error.message}`));
  server.on("exit", (code) => (failed ??= `${command} ended with ${code}`));
  running.push(server);
}

test.beforeAll(async ({ request }) => {
  folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
  // The worker of nginx is somebody else.
  chmodSync(folder, 0o755);
  const site = join(folder, "site");
  execFileSync(BINARY, ["export", site, ...SITE, ...MOMENT], { stdio: "ignore" });
  run(BINARY, ["serve", "--addr", LIVE, ...SITE, ...MOMENT]);

  const recipe = (name: string) => readFileSync(`../deploy/${name}`, "utf8").replace("/srv/conference;", `${site};`);
  const own = ["body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name === "body" ? "client_body" : name}_temp_path ${folder}/${name};`);
  const nginx = `load_module ${HOSTS}/usr/lib/nginx/modules/ngx_http_brotli_static_module.so; daemon off; pid ${folder}/pid;
    error_log ${folder}/error.log; events {} http { include ${HOSTS}/etc/nginx/mime.types; access_log off; ${own.join(" ")}
    ${recipe("nginx.conf").replace("listen 80;", `listen ${NGINX};`)} }`;
  writeFileSync(join(folder, "nginx.conf"), nginx);
  run(`${HOSTS}/usr/sbin/nginx`, ["-p", folder, "-c", join(folder, "nginx.conf")]);

  const caddy = readFileSync("../deploy/Caddyfile", "utf8").replaceAll("/srv/conference", site);
  mkdirSync(join(folder, "caddy"));
  writeFileSync(join(folder, "Caddyfile"), `{\nadmin off\n}\n${caddy.replace("conference.example.org {", `http://${CADDY} {`)}`);
  run(`${HOSTS}/usr/bin/caddy`, ["run", "--adapter", "caddyfile", "--config", join(folder, "Caddyfile")]);
  for (const address of [LIVE, NGINX, CADDY]) {
    await expect(async () => {
      expect((await request.get(`http://${address}/`)).ok(), address).toBe(true);
    }).toPass({ timeout: 30_000 });
  }
  expect(failed).toBe(undefined);
});

test.afterAll(async () => {
  for (const server of running) {
    if (server.pid === undefined || (server.exitCode ?? server.signalCode) !== null) continue;
    const ended = new Promise((resolve) => server.on("exit", resolve));
    server.kill();
    await ended;
  }
  rmSync(folder, { recursive: true });
});

/** The addresses of all files of the export, but those that only hosts read. */
function addresses() {
  const files = readdirSync(join(folder, "site"), { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name).slice(join(folder, "site").length));
  const isAsked = (path: string) => !/\.(br|gz)$|^\/[._]|\/404\.html$/.test(path);
  const page = (path: string) => (path.startsWith("/content/") ? path : path.replace(/(\/)index\.html$|\.html$/, "$1"));
  return paths.filter(isAsked).map((path) => encodeURI(page(path)));
}

/** Other names of the same types. */
const NAMES: Record<string, string> = {
  "application/javascript": "text/javascript",
  "application/schema+json": "application/json",
  "image/x-icon": "image/vnd.microsoft.icon",
  "text/xml": "application/xml",
};

/** The part of an answer that a recipe decides. */
async function answer(request: APIRequestContext, address: string, path: string) {
  const headers = { "accept-encoding": "br", accept: "text/html" };
  const response = await request.get(`http://${address}${path}`, { headers, maxRedirects: 0 });
  const all = response.headers();
  const full = all["content-type"] ?? "";
  const type = full.split(";")[0]!;
  const body = await response.body();
  return {
    status: response.status(),
    type: /html|calendar/.test(type) ? full.toLowerCase() : (NAMES[type] ?? type),
    body: response.ok() ? createHash("sha256").update(body).digest("hex") : /<html lang="\w+"/.exec(body.toString())?.[0],
    coding: all["content-encoding"],
    cache: response.ok() ? all["cache-control"] : undefined,
    // Icons and styles of the live server may be read too, which nobody needs.
    readers: /\.(atom|ics|json|rss|txt|xml)$/.test(path) ? all["access-control-allow-origin"] : undefined,
    policy: all["content-security-policy"],
    sharing: all["cross-origin-resource-policy"],
    others: ["x-content-type-options", "referrer-policy", "permissions-policy", "cross-origin-opener-policy"].map((name) => all[name]),
  };
}

for (const [name, address] of [["nginx", NGINX], ["Caddy", CADDY]] as const) {
  test(`${name} serves an export as the live server answers`, async ({ request }) => {
    const paths = [...addresses(), "/no-such-page", "/en/no-such-page", "/pictures/none.avif"];
    expect(paths.length).toBeGreaterThan(500);
    const different = [];
    for (const path of paths) {
      const [live, host] = [await answer(request, LIVE, path), await answer(request, address, path)];
      // A page stands in for a redirect.
      if (live.status === 308) continue;
      if (JSON.stringify(live) !== JSON.stringify(host)) different.push({ path, live, host });
    }
    expect(different).toEqual([]);
    for (const path of ["/_headers", "/_redirects", "/.serverlessconf-export.json"]) {
      expect((await answer(request, address, path)).status, path).toBe(404);
    }
  });
}
