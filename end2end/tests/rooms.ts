// A conference of two days to come, with rooms, a shared foyer, a lunch for everybody and two releases.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const LONG = "失敗から学ぶAPIファースト - 正しいデザインからはじめるアーキテクチャ選定、開発ライフサイクル＆コラボレーション";

/** A moment of its first day. */
export const at = (time: string) => new Date(`2090-10-01T${time}:00+09:00`);

/** Writes the content, and returns its folder. */
export function rooms() {
  const folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
  for (const part of ["sessions", "speakers"]) mkdirSync(join(folder, "program", part), { recursive: true });
  const write = (path: string, ...lines: string[]) =>
    writeFileSync(join(folder, "program", path), ["---", ...lines, "---", "", "本文です。", ""].join("\n"));
  const session = (slug: string, title: string, start: string, end: string, ...lines: string[]) =>
    write(`sessions/${slug}.md`, `title: ${title}`, `start: 2090-10-${start}`, `end: "${end}"`, ...lines);
  write(
    "event.md",
    "name: { ja: サーバーレス会議, en: Serverless Conference }",
    "acronym: sc2090",
    "timezone: Asia/Tokyo",
    "days: [2090-10-01, 2090-10-02]",
    "languages: [ja, en]",
    "rooms:",
    "  - { id: hall, name: { ja: ホール, en: Hall } }",
    "  - { id: studio, name: { ja: スタジオ, en: Studio } }",
    "  - { id: foyer, name: { ja: ホワイエ, en: Foyer }, shared: true }",
    "tracks: [{ id: front, name: Front, color: '#c2410c' }]",
  );
  write("speakers/ada.md", "name: Ada Lovelace", "organization: Analytical Engines");
  write("speakers/yuki.md", "name: 松本勇気", "organization: 株式会社サーバー");
  session("opening", "{ ja: 開会, en: Opening }", "01 09:50", "10:00", "format: opening", "room: hall");
  session("first", "Operability in Serverless Environments", "01 10:00", "11:00", "format: talk", "room: hall", "speakers: [ada, yuki]", "track: front");
  session("second", "サーバーレスの運用を考える", "01 11:00", "12:00", "format: talk", "room: hall", "speakers: [yuki]");
  session("long", LONG, "01 13:00", "14:00", "format: talk", "room: hall", "speakers: [yuki, ada]");
  session("canceled", "はじめてのInfrastructure as Code", "01 14:00", "15:00", "format: talk", "room: hall", "canceled: true");
  session("workshop", "コールドスタートを乗り越える開発フローの改善と失敗から学んだこと", "01 10:00", "12:00", "format: workshop", "room: studio", "speakers: [ada]");
  session("stand-a", "{ ja: サーバーレス相談室, en: Ask the experts }", "01 10:00", "16:00", "format: social", "room: foyer");
  session("stand-b", "{ ja: 本の即売会, en: Book sale }", "01 10:30", "12:00", "format: social", "room: foyer");
  session("stand-c", "{ ja: LT大会, en: Lightning talks }", "01 10:30", "13:00", "format: lightning", "room: foyer");
  session("lunch", "{ ja: ランチ, en: Lunch }", "01 12:00", "13:00", "format: break");
  session("keynote", "{ ja: 基調講演, en: Keynote }", "02 10:00", "11:00", "format: keynote", "room: hall", "speakers: [ada]");
  const binary = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
  const release = () => execFileSync(binary, ["release", "--yes", folder], { stdio: "ignore" });
  release();
  session("workshop", "コールドスタートを乗り越える開発フローの改善と失敗から学んだこと", "01 10:00", "12:30", "format: workshop", "room: studio", "speakers: [ada]");
  release();
  return folder;
}
