// The frame of every page: words of input methods, the key of the search box, and the copy for times without a network. One
// file is one request.

// Letters that an input method is still composing are no words yet: the scripts of a page hear of them when they are chosen.
// Keyboards of Android compose the words of Latin script, too, as they may correct them; these count at every letter.
const corrects = /Android/.test(navigator.userAgent);
// Wide letters are on the way to kana.
const isCorrectable = (text) => corrects && /^(?![^]*[\uFF00-\uFFEF])[\p{Script=Latin}\p{M}\p{N}'’-]*$/u.test(text ?? "");

// The text of a box before a composition, until it ends. A box that is taken from the page may never hear of the end.
const before = new WeakMap();
addEventListener("compositionstart", ({ target }) => before.set(target, target.value), true);
addEventListener(
  "input",
  (event) => {
    if (before.has(event.target) && !isCorrectable(event.data)) event.stopImmediatePropagation();
  },
  true,
);
addEventListener(
  "compositionend",
  ({ target }) => {
    const isChanged = target.value !== before.get(target);
    before.delete(target);
    // Only Firefox has an input event after the end.
    if (isChanged) target.dispatchEvent(new InputEvent("input", { bubbles: true }));
  },
  true,
);

// The key "/" moves to the search box. Visitors can turn it off on the search page (WCAG 2.2, success criterion 2.1.4).
const STORE = "search-shortcut:" + new URL(".", import.meta.url).pathname;

function isOff() {
  try {
    return localStorage.getItem(STORE) === "off";
  } catch {
    return false;
  }
}

const box = () => document.querySelector(".search-form [name=q], .site-search [name=q]");

/** Says whether there is such a key. */
function announce() {
  if (isOff()) box()?.removeAttribute("aria-keyshortcuts");
  else box()?.setAttribute("aria-keyshortcuts", "/");
}
announce();

addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
  if (key !== "/" || ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return;
  if (target.closest?.("input, select, textarea, [contenteditable]")) return;
  const found = box();
  if (!found || isOff()) return;
  event.preventDefault();
  found.select();
  found.focus();
});

// The switch on the search page.
const choice = document.querySelector(".shortcut-choice");
if (choice) {
  const mark = choice.querySelector("input");
  mark.checked = !isOff();
  mark.addEventListener("change", () => {
    try {
      localStorage.setItem(STORE, mark.checked ? "on" : "off");
    } catch {
      mark.checked = true;
    }
    announce();
  });
  choice.hidden = false;
}

// The service worker may save the site, as the page says: once the page is usable, and never for visitors who save data.
const { connection, serviceWorker } = navigator;

const save = () => {
  if (connection?.saveData) return;
  serviceWorker.controller?.postMessage({ language: document.documentElement.lang });
};

const register = async () => {
  serviceWorker.addEventListener("controllerchange", save);
  // Below the base path of the site, as this script is.
  await serviceWorker.register(new URL("sw.js", import.meta.url), { updateViaCache: "none" }).catch(() => {});
  save();
};

// Safari has no requestIdleCallback.
const idle = self.requestIdleCallback ?? ((work) => setTimeout(work, 1000));
const whenLoaded = () =>
  document.readyState === "complete" ? idle(register) : addEventListener("load", () => idle(register), { once: true });

// A page that is loaded ahead may never be seen.
if (serviceWorker && document.querySelector("link[rel=manifest][data-saves]")) {
  if (document.prerendering) document.addEventListener("prerenderingchange", whenLoaded, { once: true });
  else whenLoaded();
}
