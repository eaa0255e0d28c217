// Shows an edit in the browser: renews the page when the content's revision changes, and lays problems over it.
let known;
let renewals = 0;

const element = (name, className, ...children) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
};

// The words are those of `check`.
function problem(helpWord, { severity, label, code, path, line, column, before, marked, after, message, help }) {
  const place = line ? `${path}:${line}:${column}` : path;
  const item = element("li", `preview-problem preview-${severity}`);
  item.append(
    element("p", "preview-message", element("strong", "", `${label}[${code}]: `), message),
    element("p", "preview-place", place),
  );
  if (line) {
    const number = element("span", "preview-line", `${line} | `);
    const caret = element("mark", "", marked || " ");
    item.append(element("pre", "", number, before, caret, after));
  }
  item.append(element("p", "preview-help", element("span", "", `${helpWord}: `), help));
  return item;
}

function show({ lang, summary, help_word, problems }) {
  document.querySelector(".preview-overlay")?.remove();
  if (!problems.length) return;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const details = element("details", "", element("summary", "", summary), element("ol", "", ...problems.map((one) => problem(help_word, one))));
  details.open = errors > 0;
  const overlay = element("aside", "preview-overlay", details);
  overlay.lang = lang;
  overlay.setAttribute("role", errors ? "alert" : "status");
  document.body.append(overlay);
}

// The page as it is now takes the place of the one shown: nothing flashes, and the reader stays where they were.
async function renew() {
  const response = await fetch(location.href, { headers: { accept: "text/html" } });
  const next = new DOMParser().parseFromString(await response.text(), "text/html");
  const style = (page) => page.querySelector('link[href^="/conference."]');
  const scripts = (page) => [...page.head.querySelectorAll("script, link[rel=modulepreload]")].map((one) => one.outerHTML).join();
  // The plan of this browser is filled in once.
  const isPlan = document.querySelector(".plan-view");
  const alike = !isPlan && next.documentElement.lang === document.documentElement.lang && scripts(next) === scripts(document);
  if (!next.querySelector("main") || !style(document) || !alike) return location.reload();
  const link = style(next).cloneNode();
  const loaded = new Promise((resolve) => ["load", "error"].forEach((name) => link.addEventListener(name, resolve)));
  style(document).after(link);
  await loaded;
  style(document).remove();
  document.title = next.title;
  document.querySelector("meta[name=revision]").content = revisionOf(next);
  const overlay = document.querySelector(".preview-overlay");
  document.body.replaceChildren(...next.body.childNodes, ...(overlay ? [overlay] : []));
  // The islands of the new page sleep: the module runs once an address. A revision can come back, by undoing.
  renewals += 1;
  // The stars of the new page are links.
  dispatchEvent(new Event("renewal"));
  if (document.querySelector("leptos-island")) await import(`/islands.js?renewal=${renewals}`);
}

const revisionOf = (page) => page.querySelector("meta[name=revision]")?.content ?? "";

document.addEventListener("keydown", (event) => {
  const details = document.querySelector(".preview-overlay details[open]");
  if (event.key === "Escape" && details) details.open = false;
});

let turn = Promise.resolve();
new EventSource("/preview/events").addEventListener("message", ({ data }) => {
  const change = JSON.parse(data);
  known ??= change.program;
  // One after another: a slow answer must not replace a newer one.
  turn = turn.then(async () => {
    if (change.program !== known) return location.reload();
    try {
      if (change.revision !== revisionOf(document)) await renew();
    } finally {
      show(change);
    }
  }).catch(() => {});
});
