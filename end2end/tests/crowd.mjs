// A conference of any size: so many sessions of half an hour in so many rooms, on one day, with a break at noon.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const TITLES = [
  "サーバーレスアーキテクチャの監視とアラートの考え方",
  "はじめてのInfrastructure as Code",
  "コールドスタートを乗り越える開発フローの改善と失敗から学んだこと",
  "IoTデバイスとデータパイプライン入門",
  "ニュース配信基盤のコスト最適化",
];
const NAMES = ["松本勇気", "Allan Espinosa", "西谷圭介", "山田太郎"];

/** Writes the content, and returns its folder. */
export function crowd(rooms, sessions) {
  const folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
  for (const part of ["sessions", "speakers"]) mkdirSync(join(folder, "program", part), { recursive: true });
  const write = (path, ...lines) =>
    writeFileSync(join(folder, "program", path), ["---", ...lines, "---", ""].join("\n"));
  const ids = [...Array(rooms).keys()];
  write(
    "event.md",
    "name: サーバーレス会議",
    "timezone: Asia/Tokyo",
    "days: [2016-10-01]",
    "languages: [ja, en]",
    "rooms:",
    ...ids.map((id) => `  - { id: room-${id}, name: { ja: 会議室${id}, en: Room ${id} } }`),
    "tracks:",
    ...["front", "back"].map((id) => `  - { id: ${id}, name: ${id} }`),
  );
  for (const place of ids) {
    write(`speakers/speaker-${place}.md`, `name: ${NAMES[place % NAMES.length]}${place}`, "organization: 株式会社サーバー");
  }
  const clock = (minutes) =>
    `2016-10-01 ${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  write("sessions/lunch.md", "title: ランチ", "format: break", "start: 2016-10-01 12:00", "duration: 60m");
  for (let session = 0; session < sessions; session++) {
    const slot = Math.floor(session / rooms);
    // From nine o'clock, and not at noon.
    const start = 9 * 60 + slot * 30 + (slot < 6 ? 0 : 60);
    write(
      `sessions/session-${session}.md`,
      `title: ${TITLES[session % TITLES.length]}`,
      "format: talk",
      `speakers: [speaker-${session % rooms}]`,
      `room: room-${session % rooms}`,
      `track: ${session % 3 ? "front" : "back"}`,
      `start: ${clock(start)}`,
      "duration: 30m",
      `language: ${session % 2 ? "ja" : "en"}`,
      "level: intermediate",
    );
  }
  return folder;
}
