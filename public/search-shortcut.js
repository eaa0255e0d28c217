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
