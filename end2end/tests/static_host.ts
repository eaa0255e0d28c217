// A file server that knows nothing of this program, as any static host.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** The file of a URL: itself, with `.html`, or the index of the folder. */
function fileOf(root: string, url: string) {
  const path = normalize(decodeURIComponent(new URL(url, "http://127.0.0.1").pathname));
  const candidates = [path, `${path}.html`, join(path, "index.html")].map((name) => join(root, name));
  return candidates.find((file) => existsSync(file) && statSync(file).isFile());
}

/** Serves a folder at a port; `notFound` is the file for missing addresses. */
export async function staticHost(root: string, port: number, notFound: string) {
  const server = createServer((request, response) => {
    const found = fileOf(root, request.url ?? "/");
    const file = found ?? join(root, notFound);
    response.writeHead(found ? 200 : 404, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}
