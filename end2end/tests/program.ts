// A program of its own: for tests that change the content, a copy of the built-in one, followed by a preview.
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, expect } from "@playwright/test";

export class Program {
  private constructor(
    readonly folder: string,
    readonly address: string,
    private readonly server: ChildProcess,
  ) {}

  /** Copies the content, lets the test add to it, and serves the copy. */
  static async start(request: APIRequestContext, port: number, prepare = async (_folder: string) => {}) {
    const folder = Program.copy();
    await prepare(folder);
    return Program.serve(request, port, folder, ["--watch"]);
  }

  /** A folder with a copy of the content, which is the built-in one or that of a fixture. */
  static copy(content = "..") {
    const folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
    for (const part of ["program", "interviews", "news"]) cpSync(join(content, part), join(folder, part), { recursive: true });
    return folder;
  }

  /** Serves a folder, which is deleted at the end. */
  static async serve(request: APIRequestContext, port: number, folder: string, options: string[]) {
    const binary = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
    const address = `127.0.0.1:${port}`;
    const own = ["serve", "--content", folder, "--addr", address, "--site-root", "../target/site"];
    const env = { ...process.env, LC_ALL: "C" };
    const server = spawn(binary, [...own, "--cache", join(folder, ".cache"), ...options], { stdio: "ignore", env });
    await expect(async () => {
      expect((await request.get(`http://${address}/`)).ok()).toBe(true);
    }).toPass();
    return new Program(folder, `http://${address}`, server);
  }

  /** Asks it to read the content again. */
  reload() {
    this.server.kill("SIGHUP");
  }

  /** Asks it to stop, and waits until it has. */
  async end() {
    if (this.server.exitCode !== null) return;
    const ended = new Promise((resolve) => this.server.on("exit", resolve));
    this.server.kill();
    await ended;
  }

  /** Ends it, and deletes its folder. */
  async stop() {
    await this.end();
    rmSync(this.folder, { recursive: true });
  }
}
