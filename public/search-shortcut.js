// The key "/" moves to the search box. Visitors can turn it off on the search page (WCAG 2.2, success criterion 2.1.4).
const STORE = "search-shortcut:" + new URL(".", import.meta.url).pathname;

function isOff() {
  try {
    return localStorage.getItem(STORE) === "off";
  } catch {
    return false;
  }
}

addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
  if (key !== "/" || ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return;
  if (target.closest?.("input, select, textarea, [contenteditable]")) return;
  const box = document.querySelector('[aria-keyshortcuts="/"]');
  if (!box || isOff()) return;
  event.preventDefault();
  box.select();
  box.focus();
});

// The switch on the search page.
const choice = document.querySelector(".shortcut-choice");
if (choice) {
  const box = choice.querySelector("input");
  box.checked = !isOff();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(STORE, box.checked ? "on" : "off");
    } catch {
      box.checked = true;
    }
  });
  choice.hidden = false;
}
