// Writes a made-up conference for searches: interviews in Japanese, the same bytes each time. Words come as often as in real
// texts (the word of rank n in proportion to 1/n, Zipf's law), so that nearly every answer has the most frequent ones.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const QUESTIONS = 8;
/** The bytes of an answer in UTF-8, of which a character of Japanese takes three. */
const ANSWER = 640;
const WORDS = 20_000;
const PEOPLE = 1_000;

/** The first words by rank. Searches are measured with some of them: frequent, usual and rare ones. */
const KNOWN = new Map([
  ..."の という しました は を が に で して と です も ます から ため".split(" ").map((word, place) => [place, word]),
  [16, "サーバーレス"],
  [24, "運用"],
  [40, "データベース"],
  [60, "AWS"],
  [90, "Lambda"],
  [800, "新幹線"],
]);
const KANJI = [
  ..."一人日大年出本中子見国上分生行二間時気十女三前入小後長下学月何来話山高今書五名金男外四先川東聞語九食八水天木六万白七円電父北車母半百土西読千校右南左友火毎雨休午" +
    "会同事自社発者地業方新場員立開手力問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院心界教文元重近考画海売知道集別物使品計死特私始朝運終台広住無真有口少町料工建空急止送切転研足究楽起着店病質待試族銀早映親験英医仕去味写字答夜音注帰古歌買悪図週室歩風紙黒花春赤青館屋色走秋夏習駅洋旅服夕借曜飲肉貸堂鳥飯勉冬昼茶弟牛魚兄犬妹姉漢",
];
const KATAKANA = [..."アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴザジズゼゾダデドバビブベボパピプペポー"];
const ENDINGS = ["", "", "", "する", "した", "して", "ない", "的な", "しい", "ます"];

/** Numbers that are the same in each run (Park and Miller's generator): from 0 to below `most`. */
function generator(seed) {
  let state = seed;
  return (most) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * most);
  };
}

/** A function that gives words by their frequency. */
function vocabulary(random) {
  const some = (letters, least, most) =>
    Array.from({ length: least + random(most - least + 1) }, () => letters[random(letters.length)]).join("");
  const words = Array.from({ length: WORDS }, (_, rank) => {
    const own = random(5) ? some(KANJI, 1, 3) + ENDINGS[random(ENDINGS.length)] : some(KATAKANA, 3, 6);
    return KNOWN.get(rank) ?? own;
  });
  const sums = new Float64Array(WORDS);
  for (let rank = 0, sum = 0; rank < WORDS; rank += 1) sums[rank] = sum += 1 / (rank + 1);
  return () => {
    const wanted = (random(2147483647) / 2147483647) * sums[WORDS - 1];
    let [start, end] = [0, WORDS - 1];
    while (start < end) {
      const middle = (start + end) >> 1;
      if (sums[middle] < wanted) start = middle + 1;
      else end = middle;
    }
    return words[start];
  };
}

/** Writes a conference with so many interviews of eight questions each. */
export function write(folder, interviews) {
  const random = generator(2016);
  const word = vocabulary(random);
  const several = (count) => Array.from({ length: count }, word).join("");
  const prose = (bytes) => {
    const paragraphs = [[]];
    for (let size = 0; size < bytes; ) {
      const sentence = Array.from({ length: 2 + random(3) }, () => several(2 + random(6))).join("、") + "。";
      size += Buffer.byteLength(sentence);
      paragraphs.at(-1).push(sentence);
      if (size > bytes / 2 && paragraphs.length === 1) paragraphs.push([]);
    }
    return paragraphs.map((sentences) => sentences.join("")).join("\n\n");
  };
  for (const part of ["program/speakers", "interviews"]) mkdirSync(join(folder, part), { recursive: true });
  const file = (path, text) => writeFileSync(join(folder, `${path}.md`), text);
  file(
    "program/event",
    "---\nname: { ja: 大きな会議, en: Large Conference }\nacronym: large\ntimezone: Asia/Tokyo\ndays: [2030-06-01]\n" +
      "languages: [ja, en]\nrooms: [{ id: hall, name: ホール }]\n---\n\n多くの話を聞きました。\n",
  );
  const people = Math.min(PEOPLE, interviews);
  for (let person = 0; person < people; person += 1) {
    file(`program/speakers/person-${person}`, `---\nname: 話者${person}\norganization: 会社${person % 97}\n---\n\n${prose(200)}\n`);
  }
  for (let number = 0; number < interviews; number += 1) {
    const day = `${1 + (number % 28)}`.padStart(2, "0");
    const questions = Array.from(
      { length: QUESTIONS },
      (_, question) => `---- ${several(5)}？ {#q-${number}-${question}}\n\n${prose(ANSWER)}\n`,
    );
    file(
      `interviews/interview-${number}`,
      `---\ntitle: 話者${number % people}に聞く、${several(3)}（${number}）\nspeaker: person-${number % people}\npublished: 2030-05-${day}\n---\n\n` +
        `${prose(300)}\n\n${questions.join("\n")}`,
    );
  }
}
