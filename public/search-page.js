// Searches while a visitor types, without a request to the server but for files of the index. The page of a static host and
// a saved copy have no results: this script fills them in.
import { Index, words } from "./search.js";

const view = document.querySelector(".search-view");
const texts = view.dataset;
const part = (selector) => view.querySelector(selector);
const [form, status, results] = [".search-form", ".search-status", ".search-results"].map(part);
const controls = form.elements;
const index = new Index();
let latest = 0;

/** The search of an address, as the server reads it: choices that the form does not have are ignored. */
function read() {
  const query = new URLSearchParams(location.search);
  const value = (name) => query.getAll(name).at(-1) ?? "";
  const choice = (name) => ([...(controls[name]?.options ?? [])].some((option) => option.value === value(name)) ? value(name) : "");
  const kind = choice("kind");
  // Further results are those of one kind.
  const from = kind && /^\d{1,9}$/.test(value("from")) ? Number(value("from")) : 0;
  return { text: value("q"), kind, language: choice("language"), from };
}

/** A search as an address has it. */
function address({ text, kind, language, from }) {
  const query = new URLSearchParams();
  const typed = text.trim();
  for (const [name, value] of Object.entries({ q: typed, kind, language, from })) if (typed && value) query.set(name, value);
  return `${form.action}${query.size ? "?" : ""}${query}`;
}

function fill(element, stretches) {
  const parts = stretches.map(([text, isMarked]) => {
    if (!isMarked) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
  element.replaceChildren(...parts);
}

function copyOf(template, selector) {
  return document.importNode(part(template).content.querySelector(selector), true);
}

function hitView({ href, lang, title, details, excerpt }) {
  const hit = copyOf(".hit-model", ".hit");
  if (lang !== document.documentElement.lang) hit.lang = lang;
  const link = hit.querySelector("a");
  link.href = href;
  fill(link, title);
  hit.querySelector(".hit-details").textContent = details;
  fill(hit.querySelector(".hit-excerpt"), excerpt);
  for (const line of hit.querySelectorAll("p")) if (!line.hasChildNodes()) line.remove();
  return hit;
}

const inWords = (count, isExact) =>
  (isExact ? (count === 1 ? texts.one : texts.exact) : texts.about).replace("{}", count);

function groupView({ kind, count, isExact, hits, next }, search) {
  const group = copyOf(".group-models", `[data-kind=${kind}]`);
  group.querySelector(".count").textContent = inWords(count, isExact);
  group.querySelector(".hits").append(...hits.map(hitView));
  const more = group.querySelector(".more");
  if (next === undefined) more.remove();
  else {
    const link = more.querySelector("a");
    link.href = address({ ...search, kind, from: search.kind ? next : 0 });
    if (search.kind) link.textContent = part(".group-models").dataset.more;
  }
  return group;
}

/** Shows a search. */
async function show(search) {
  const own = ++latest;
  const isEmpty = !search.text.trim();
  document.title = texts[isEmpty ? "whole" : "title"].replace("{}", () => search.text.trim());
  if (isEmpty) {
    status.textContent = "";
    results.replaceChildren();
  } else {
    if (!results.hasChildNodes()) status.textContent = texts.working;
    try {
      const groups = await index.search(search, document.documentElement.lang);
      // Something else was typed in the meantime.
      if (own !== latest) return;
      results.replaceChildren(...groups.map((group) => groupView(group, search)));
      const count = groups.reduce((sum, group) => sum + group.count, 0);
      const text = count ? inWords(count, groups.every((group) => group.isExact)) : texts.nothing;
      // The same text again would be announced again.
      if (status.textContent !== text) status.textContent = text;
    } catch {
      if (own !== latest) return;
      results.replaceChildren();
      status.textContent = texts.failed;
    }
  }
  for (const link of document.querySelectorAll(".language-switch a")) link.search = new URL(address(search)).search;
  part(".search-help").hidden = !isEmpty;
  part(".search-advice").hidden = isEmpty || results.hasChildNodes() || status.textContent === texts.failed;
  part(".for-symbols").hidden = words(search.text).length > 0;
  const choices = part(".for-choices");
  choices.hidden = !search.kind && !search.language;
  choices.querySelector("a").href = address({ text: search.text });
}

/** The search of the form. */
const typed = () => ({ text: controls.q.value, kind: controls.kind.value, language: controls.language?.value ?? "", from: 0 });

function write({ text, kind, language }) {
  controls.q.value = text;
  controls.kind.value = kind;
  if (controls.language) controls.language.value = language;
}

// The index is open before the first letter. If it cannot be loaded, the search says so.
const prepare = () => index.open().catch(() => {});
controls.q.addEventListener("focus", prepare, { once: true });
if (document.activeElement === controls.q) prepare();

// Letters typed one after another are one step back.
let isTyping = false;
form.addEventListener("input", ({ target }) => {
  const search = typed();
  const isText = target === controls.q;
  show(search);
  try {
    history[isText && isTyping ? "replaceState" : "pushState"](null, "", address(search));
  } catch {
    // Safari refuses a hundred changes in a short time.
  }
  isTyping = isText;
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  isTyping = false;
  // The keyboard of a phone makes way for the results.
  status.focus();
  show(typed());
});
// Further results and the search without conditions are shown in place, too.
view.addEventListener("click", (event) => {
  const link = event.target.closest?.(".more a, .for-choices a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  isTyping = false;
  history.pushState(null, "", link.href);
  const search = read();
  write(search);
  show(search).then(() => {
    status.focus();
    status.scrollIntoView({ block: "nearest" });
  });
});
addEventListener("popstate", () => {
  isTyping = false;
  write(read());
  show(read());
});

// The server has shown the search of the address, unless the page is a file or a copy. Words that were typed before this
// script arrived count.
const search = read();
if (controls.q.value !== controls.q.defaultValue) show(typed());
else if (search.text.trim() && controls.q.defaultValue === "") {
  write(search);
  show(search);
}
