// Search in the browser: the same words, predicate and ranking as on the server (conference/src/search/), from the same
// index in files. docs/decisions/search.md says how they are cut.

const PROLONGED = "ー";
/** After so many kana the mark of a prolonged sound makes no difference. */
const LITERAL = 3;
const LONGEST_TERM = 24;
const MOST_WORDS = 16;
const FIELDS = 4;
const [TITLE, , QUESTION, TEXT] = [0, 1, 2, 3];
const OF_EACH_KIND = 5;
const OF_ONE_KIND = 20;
const MOST_READ = 100;
/** So many pieces of texts are loaded to know the number of results. */
const FEW_PIECES = 8;
/** Columns of an excerpt, before the word and in all. Japanese characters take two. */
const BEFORE = 80;
const LONGEST = 280;
const columnsOf = (character) => (character < "\u2E80" ? 1 : 2);

const ALPHANUMERIC = /[\p{Alphabetic}\p{N}]/u;
const SPACE = /\p{White_Space}/u;
const SPACES = /^\p{White_Space}+$/u;
const isAlphanumeric = (character) => ALPHANUMERIC.test(character);
const isKana = (character) => (character >= "ぁ" && character <= "ゖ") || character === PROLONGED;
/** Letters and digits of scripts with spaces. */
const isSpaced = (character) =>
  (character < "\u0E00" || (character >= "\u1E00" && character < "\u2000")) && isAlphanumeric(character);

function isSearchable(character) {
  if (character === PROLONGED) return false;
  if (isAlphanumeric(character)) return true;
  const isPunctuation = /[\0-\xBF\u2000-\u206F\u3000-\u303F\u30FB]/.test(character);
  return !isPunctuation && !SPACE.test(character);
}

let variants = new Map();

/** A folded text. */
export function folded(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\uFE00-\uFE0F]/g, "")
    .replace(/[ァ-ヶヽヾ]/g, hiragana)
    .replace(/[^\0-\x7F、-ヿ]/gu, (character) => variants.get(character) ?? character)
    .replace(/([ぁ-ゖー])([‐‑–—―−]+)/g, (_, kana, dashes) => kana + PROLONGED.repeat(dashes.length))
    .split(/\p{White_Space}+/u)
    .filter(Boolean)
    .join(" ");
}

const hiragana = (katakana) => String.fromCharCode(katakana.charCodeAt(0) - 0x60);

/** A character with the marks that normalisation may join with it. */
const CLUSTER = /[^][\p{M}\uFF9E\uFF9F\u1160-\u11FF]*/uy;
/** ASCII, kana and ideographs: no mark is joined with the character before them. */
const standsAlone = (code) =>
  code < 0x80 || (code >= 0x3041 && code <= 0x3096) || (code >= 0x30a1 && code <= 0x30fc) || (code >= 0x4e00 && code <= 0x9fff);

/** One of these characters, folded without normalisation, which takes long. */
function foldedAlone(character, code) {
  if (code < 0x80) return character.toLowerCase();
  if (code >= 0x30a1 && code <= 0x30f6) return hiragana(character);
  return variants.get(character) ?? character;
}

/** A folded text with a function that gives the place in the original of a range of the folded text. */
function traced(original) {
  let text = "";
  const places = [];
  let space;
  for (let place = 0; place < original.length; ) {
    const code = original.charCodeAt(place);
    const next = original.charCodeAt(place + 1);
    let cluster = original[place];
    const isAlone = standsAlone(code) && (Number.isNaN(next) || standsAlone(next));
    if (!isAlone) {
      CLUSTER.lastIndex = place;
      [cluster] = CLUSTER.exec(original);
    }
    if (isAlone ? code <= 0x20 : SPACES.test(cluster)) {
      if (text) space ??= place;
    } else {
      if (space !== undefined) {
        text += " ";
        places.push(space);
        space = undefined;
      }
      const isProlonged = "‐‑–—―−".includes(cluster) && isKana(text.at(-1) ?? "");
      const own = isAlone ? foldedAlone(cluster, code) : isProlonged ? PROLONGED : folded(cluster);
      text += own;
      for (let unit = 0; unit < own.length; unit++) places.push(place);
    }
    place += cluster.length;
  }
  const origin = (start, end) => {
    const last = places[end - 1];
    let after = end;
    while (after < places.length && places[after] === last) after++;
    return [places[start] ?? original.length, places[after] ?? original.length];
  };
  return { text, origin };
}

/** The folded words of a search. */
export function words(text) {
  const cut = [...text].slice(0, 200).join("").split(/\p{White_Space}+/u).filter(Boolean).join(" ");
  const found = cut.split(/["“”„＂「」『』]/).flatMap((part, place) => {
    const all = folded(part);
    return place % 2 ? [all] : all.split(" ");
  });
  return found.filter((word) => [...word].some(isSearchable)).slice(0, MOST_WORDS);
}

/** The first place of a folded word in a folded text from a place on: where it begins and ends. */
function find(text, word, from = 0) {
  const characters = [...word];
  const literal = characters.slice(0, LITERAL).join("");
  const rest = characters.slice(LITERAL);
  const kana = (count, character) => (isKana(character) ? count + 1 : 0);
  for (let place = text.indexOf(literal, from); place >= 0; place = text.indexOf(literal, place + characters[0].length)) {
    if (isSpaced(characters[0]) && isSpaced(lastCharacter(text, place))) continue;
    let end = place + literal.length;
    let matched = [...literal].reduce(kana, 0);
    const fits = rest.every((wanted) => {
      while (!text.startsWith(wanted, end) && matched >= LITERAL && text[end] === PROLONGED) end++;
      if (text.startsWith(wanted, end)) end += wanted.length;
      else if (matched < LITERAL || wanted !== PROLONGED) return false;
      matched = kana(matched, wanted);
      return true;
    });
    if (fits) return [place, end];
  }
}

/** The character before a place. */
function lastCharacter(text, place) {
  const isPair = /[\uDC00-\uDFFF]/.test(text[place - 1] ?? "");
  return text.slice(place - (isPair ? 2 : 1), place);
}

/** Whether a folded text contains a folded word. */
export const contains = (text, word) => find(text, word) !== undefined;

/** The stretches of a folded word: letters of scripts with spaces, letters of others, and symbols. */
function runs(word) {
  const found = [];
  let kind;
  for (const character of word) {
    const isUnspaced = isAlphanumeric(character) && !isSpaced(character);
    const own = isSpaced(character) ? "spaced" : isUnspaced ? "unspaced" : isSearchable(character) ? "symbol" : undefined;
    if (own && own === kind && own !== "symbol") found.at(-1).text += character;
    else if (own) found.push({ kind: own, text: character });
    kind = own;
  }
  return found;
}

const shortened = (word) => [...word].slice(0, LONGEST_TERM).join("");

/** The parts of a folded word: terms, or beginnings of terms. A text with the word has all of them. */
function parts(word) {
  const found = runs(word);
  return found.flatMap(({ kind, text }, place) => {
    if (kind === "symbol") return [{ term: text }];
    if (kind === "spaced") {
      const isOpen = (place === found.length - 1 && word.endsWith(text)) || shortened(text) !== text;
      return [{ term: shortened(text), isOpen }];
    }
    const characters = [...text].filter((character) => character !== PROLONGED);
    if (characters.length === 1) return [{ term: characters[0], isOpen: true }];
    return characters.slice(1).map((character, before) => ({ term: characters[before] + character }));
  });
}

/** Whether every text with the parts of a word has the word. */
function isExact(word) {
  const [run, other] = runs(word);
  if (!run || other || run.text !== word) return false;
  if (run.kind !== "unspaced") return shortened(word) === word;
  const [first, ...rest] = word;
  return !word.includes(PROLONGED) && (rest.length === 0 || (rest.length === 1 && !isKana(first)));
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Uint8Array(128);
for (const [value, digit] of [...DIGITS].entries()) VALUES[digit.charCodeAt(0)] = value;

// A frequent word is in nearly every document of a large site: lists of numbers are typed arrays, and nothing is made for each
// number.

/** The ascending numbers of a list: differences in base64 VLQ. */
function numbers(text) {
  const found = new Uint32Array(text.length);
  let count = 0;
  let number = 0;
  let rest = 0;
  let shift = 0;
  for (let place = 0; place < text.length; place++) {
    const digit = VALUES[text.charCodeAt(place)];
    rest |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    number += rest >>> 0;
    found[count++] = number;
    rest = 0;
    shift = 0;
  }
  return found.subarray(0, count);
}

/** Calls a function with the places of each number that is in both of two ascending lists. */
function forBoth(one, other, call) {
  let place = 0;
  for (let own = 0; own < one.length; own++) {
    while (other[place] < one[own]) place++;
    if (other[place] === one[own]) call(own, place);
  }
}

/** The numbers of two ascending lists that are in both. */
function both(one, other) {
  const found = new Uint32Array(Math.min(one.length, other.length));
  let count = 0;
  forBoth(one, other, (own) => (found[count++] = one[own]));
  return found.subarray(0, count);
}

/** The numbers of several lists, ascending, each once. */
function anyOf(lists) {
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let count = 0;
  for (const list of lists) {
    all.set(list, count);
    count += list.length;
  }
  return all.sort().filter((number, place) => number !== all[place - 1]);
}

/** The documents of ascending fields, each with its best field, which comes first. */
function documentsOf(fields) {
  const documents = new Uint32Array(fields.length);
  const ranks = new Uint8Array(fields.length);
  let count = 0;
  for (const field of fields) {
    const document = (field / FIELDS) | 0;
    if (count && documents[count - 1] === document) continue;
    documents[count] = document;
    ranks[count++] = field % FIELDS;
  }
  return { documents: documents.subarray(0, count), ranks: ranks.subarray(0, count) };
}

/** The documents of both lists, with the sums of their ranks. */
function joined(one, other) {
  const documents = new Uint32Array(Math.min(one.documents.length, other.documents.length));
  const ranks = new Uint8Array(documents.length);
  let count = 0;
  forBoth(one.documents, other.documents, (own, place) => {
    documents[count] = one.documents[own];
    ranks[count++] = one.ranks[own] + other.ranks[place];
  });
  return { documents: documents.subarray(0, count), ranks: ranks.subarray(0, count) };
}

/** The last place of an ascending list whose value is not greater. */
function last(list, value) {
  let [start, end] = [0, list.length];
  while (start < end) {
    const middle = (start + end) >> 1;
    if (list[middle] <= value) start = middle + 1;
    else end = middle;
  }
  return start - 1;
}

/** The items of documents, each with the rank of its version in the preferred language, or else of the first one. */
function itemsOf({ documents, ranks }, tags, language, preferred) {
  const items = new Uint32Array(documents.length);
  const own = new Uint8Array(documents.length);
  const places = new Uint32Array(documents.length);
  const wanted = language ? tags.indexOf(language) : undefined;
  const best = tags.indexOf(preferred);
  let count = 0;
  for (let place = 0; place < documents.length; place++) {
    const number = documents[place] % tags.length;
    if (wanted !== undefined && number !== wanted) continue;
    const item = (documents[place] - number) / tags.length;
    const isNew = !count || items[count - 1] !== item;
    if (isNew) {
      items[count] = item;
      places[count++] = place;
    }
    if (isNew || number === best) own[count - 1] = ranks[place];
  }
  /** The languages of the versions of an item, the preferred one first. */
  const languages = (place) => {
    const found = [];
    const end = place + 1 < count ? places[place + 1] : documents.length;
    for (let version = places[place]; version < end; version++) {
      const tag = tags[documents[version] % tags.length];
      if (language && tag !== language) continue;
      if (tag === preferred) found.unshift(tag);
      else found.push(tag);
    }
    return found;
  };
  return { items: items.subarray(0, count), ranks: own, languages };
}

/** The places of items from one to another, the best first; equal ones stay in their order. */
function byRank(ranks, start, end) {
  const places = new Uint32Array(MOST_WORDS * FIELDS + 1);
  for (let place = start; place < end; place++) places[ranks[place] + 1]++;
  for (let rank = 1; rank < places.length; rank++) places[rank] += places[rank - 1];
  const sorted = new Uint32Array(end - start);
  for (let place = start; place < end; place++) sorted[places[ranks[place]]++] = place;
  return sorted;
}

/** Whether the texts of items are in few pieces. */
function areFew(items, first) {
  let count = 0;
  let piece;
  for (const item of items) {
    const own = last(first, item);
    if (own === piece) continue;
    piece = own;
    if (++count > FEW_PIECES) return false;
  }
  return true;
}

/** The lists of the terms of a piece. Each term says how many characters it shares with the one before it. */
function listsOf({ terms, lists }) {
  const all = lists.split(" ");
  let before = [];
  const named = terms.split(" ").map((term, place) => {
    before = [...before.slice(0, Number(term[0])), ...term.slice(1)];
    return [before.join(""), all[place]];
  });
  return new Map(named);
}

/** The index of this site. A file that could not be loaded is asked for again by the next search. */
export class Index {
  #files = new Map();

  #file(name) {
    if (!this.#files.has(name)) {
      const file = fetch(new URL(`search/${name}`, import.meta.url)).then((answer) => {
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.json();
      });
      this.#files.set(name, file);
      file.catch(() => this.#files.delete(name));
    }
    return this.#files.get(name);
  }

  /** Opens the index. */
  async open() {
    const pieces = await this.#file("index.json");
    if (!pieces.first) {
      pieces.first = numbers(pieces.texts);
      const characters = [...pieces.variants];
      variants = new Map(characters.flatMap((variant, place) => (place % 2 ? [] : [[variant, characters[place + 1]]])));
    }
    return pieces;
  }

  /** The lists of the terms of a piece. */
  async #terms(place) {
    const piece = await this.#file(`terms-${place}.json`);
    return (piece.byTerm ??= listsOf(piece));
  }

  /** The fields with a term, or with any term that begins like it. */
  async #fields({ term, isOpen }) {
    const { terms } = await this.open();
    let place = Math.max(last(terms, term), 0);
    let piece = await this.#terms(place);
    if (!isOpen) return numbers(piece.get(term) ?? "");
    const any = `${term}*`;
    // The list of all terms with a beginning stands after the term itself, which may be the last of its piece.
    if (terms[place + 1] === any) piece = await this.#terms(++place);
    if (piece.has(any)) return numbers(piece.get(any));
    const found = [];
    for (;;) {
      for (const [own, list] of piece) if (own.startsWith(term)) found.push(numbers(list));
      if (!terms[place + 1]?.startsWith(term)) break;
      piece = await this.#terms(++place);
    }
    return anyOf(found);
  }

  /** The documents that may have all words, each with the sum of its best fields. */
  async #documents(words) {
    const lists = await Promise.all(words.map((word) => Promise.all(parts(word).map((part) => this.#fields(part)))));
    return lists.map((list) => documentsOf(list.reduce(both))).reduce(joined);
  }

  /** The texts of an item: its path, and its fields by language. */
  async #texts(item) {
    const { first } = await this.open();
    const piece = last(first, item);
    const found = (await this.#file(`texts-${piece}.json`))[item - first[piece]];
    if (!found) throw new Error(`item ${item} is missing`);
    return found;
  }

  /** Every session with its texts. */
  async sessions() {
    const { first, kinds } = await this.open();
    const [start, end] = kinds.session;
    const pieces = [...first.keys()].filter((place) => first[place] >= start && first[place] < end);
    return (await Promise.all(pieces.map((place) => this.#file(`texts-${place}.json`)))).flat();
  }

  /** The results: groups with a count, the hits, and the place of the next ones. */
  async search(query, preferred) {
    try {
      return await this.#search(query, preferred);
    } catch {
      // The site may have another revision than the files that were loaded before.
      this.#files.clear();
      return this.#search(query, preferred);
    }
  }

  async #search({ text, kind, language, from = 0 }, preferred) {
    const { languages, kinds, first } = await this.open();
    const sought = words(text);
    if (!sought.length) return [];
    const tags = languages.map(([tag]) => tag);
    const found = itemsOf(await this.#documents(sought), tags, language, preferred);
    const exact = sought.every(isExact);
    const groups = [];
    for (const name of kind ? [kind] : ["session", "speaker", "interview", "question", "news", "page"]) {
      const [start, end] = (kinds[name] ?? [0, 0]).map((item) => last(found.items, item - 1) + 1);
      const readsAll = !exact && areFew(found.items.subarray(start, end), first);
      const hit = (place) => this.#hit(name, found.items[place], found.languages(place), sought, languages, preferred);
      groups.push(this.#group(name, byRank(found.ranks, start, end), { kind, from, exact, readsAll, hit }));
    }
    return (await Promise.all(groups)).filter(({ count }) => count > 0);
  }

  /** The results of a kind from its candidates, the best first. `hit` reads the texts of a candidate. */
  async #group(name, candidates, { kind, from, exact, readsAll, hit }) {
    const limit = kind ? OF_ONE_KIND : OF_EACH_KIND;
    const start = readsAll ? 0 : from;
    const end = readsAll ? candidates.length : Math.min(from + MOST_READ, candidates.length);
    const hits = [];
    let [read, refused, next] = [start, 0, from];
    while (read < end && from >= 0 && (readsAll || hits.length < limit)) {
      // As many as are missing are loaded at the same time.
      const batch = candidates.subarray(read, readsAll ? end : Math.min(read + limit - hits.length, end));
      const found = await Promise.all(Array.from(batch, hit));
      for (const [place, hit] of found.entries()) {
        refused += !hit;
        if (read + place < from || hits.length === limit) continue;
        if (hit) hits.push(hit);
        next = read + place + 1;
      }
      read += batch.length;
    }
    const isExact = exact || readsAll || (start === 0 && next === candidates.length);
    const count = candidates.length - refused;
    return { kind: name, count, isExact, hits, next: next < candidates.length ? next : undefined };
  }

  /** The result of an item, in the first of these languages in which its texts have all words. */
  async #hit(kind, item, own, sought, languages, preferred) {
    const { path, pages, ...versions } = await this.#texts(item);
    for (const language of own) {
      const fields = versions[language]?.slice(0, FIELDS);
      const texts = fields?.map(folded);
      if (!texts || !sought.every((word) => texts.some((text) => contains(text, word)))) continue;
      const title = kind === "question" ? fields[QUESTION] : fields[TITLE].split("\n")[0];
      const page = (pages ?? Object.keys(versions)).includes(preferred) ? language : preferred;
      const [, home] = languages.find(([tag]) => tag === page);
      return {
        href: home + path,
        lang: language,
        title: marked(title, sought),
        details: versions[language][FIELDS],
        excerpt: excerpt(fields[TEXT], sought),
      };
    }
  }
}

/** A text in stretches, with every occurrence of the words marked: [text, whether it is marked]. */
function marked(text, sought) {
  const own = traced(text);
  const places = [];
  for (const word of sought) {
    for (let found = find(own.text, word); found; found = find(own.text, word, found[1])) places.push(own.origin(...found));
  }
  places.sort((one, other) => one[0] - other[0]);
  const found = [];
  let end = 0;
  const push = (start, stop, isMarked) => {
    if (stop > start) found.push([text.slice(start, stop).replaceAll("\n", " "), isMarked]);
  };
  for (const [start, stop] of places) {
    if (stop <= end) continue;
    push(end, Math.max(start, end), false);
    push(Math.max(start, end), stop, true);
    end = stop;
  }
  push(end, text.length, false);
  return found;
}

const isEnd = (character, next) =>
  "。！？\n".includes(character) || (".!?".includes(character) && (next === undefined || SPACE.test(next)));

/** The sentence with the first word, and some of those after it. */
function excerpt(text, sought) {
  const own = traced(text);
  const place = sought.map((word) => find(own.text, word)).find(Boolean);
  const found = place ? own.origin(...place) : [0, 0];
  let start = found[0];
  let isCut = false;
  for (let columns = 0; start > 0; ) {
    const character = lastCharacter(text, start);
    if (isEnd(character, text[start])) break;
    columns += columnsOf(character);
    if (columns > BEFORE) {
      isCut = true;
      break;
    }
    start -= character.length;
  }
  let [end, columns, sentence, isCutAfter] = [start, 0, undefined, false];
  for (const character of text.slice(start)) {
    columns += columnsOf(character);
    if (columns > LONGEST) {
      isCutAfter = sentence === undefined;
      end = sentence ?? end;
      break;
    }
    end += character.length;
    if (end >= found[1] && isEnd(character, text[end])) sentence = end;
  }
  const stretches = marked(text.slice(start, end).trim(), sought);
  if (isCut) stretches.unshift(["…", false]);
  if (isCutAfter) stretches.push(["…", false]);
  return stretches;
}
