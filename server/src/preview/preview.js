// Shows an edit in the browser: reloads when the content's revision changes, and lays problems over the page.
const TOP = "serverlessconf-preview-top";
let known;

const element = (name, className, ...children) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
};

function problem({ severity, code, path, line, column, before, marked, after, message, help }) {
  const place = line ? `${path}:${line}:${column}` : path;
  const item = element("li", `preview-problem preview-${severity}`);
  item.append(
    element("p", "preview-message", element("strong", "", `${severity}[${code}] `), message),
    element("p", "preview-place", place),
  );
  if (line) {
    const number = element("span", "preview-line", `${line} | `);
    const caret = element("mark", "", marked || " ");
    item.append(element("pre", "", number, before, caret, after));
  }
  item.append(element("p", "preview-help", help));
  return item;
}

function show(problems) {
  document.querySelector(".preview-overlay")?.remove();
  if (!problems.length) return;
  const count = (severity) => problems.filter((one) => one.severity === severity).length;
  const errors = count("error");
  const title = `${errors} errors, ${count("warning")} warnings`;
  const details = element("details", "", element("summary", "", title), element("ol", "", ...problems.map(problem)));
  details.open = errors > 0;
  const overlay = element("aside", "preview-overlay", details);
  overlay.lang = "en";
  overlay.setAttribute("role", errors ? "alert" : "status");
  document.body.append(overlay);
}

function reload() {
  sessionStorage.setItem(TOP, JSON.stringify({ url: location.href, top: scrollY }));
  location.reload();
}

function restore() {
  const kept = JSON.parse(sessionStorage.getItem(TOP) ?? "null");
  sessionStorage.removeItem(TOP);
  if (kept?.url === location.href && Math.abs(scrollY - kept.top) > 1) {
    scrollTo({ top: kept.top, behavior: "instant" });
  }
}

document.addEventListener("keydown", (event) => {
  const details = document.querySelector(".preview-overlay details[open]");
  if (event.key === "Escape" && details) details.open = false;
});

restore();
const shown = document.querySelector("meta[name=revision]")?.content ?? "";
new EventSource("/preview/events").addEventListener("message", ({ data }) => {
  const { program, revision, problems } = JSON.parse(data);
  known ??= program;
  if (revision !== shown || program !== known) reload();
  else show(problems);
});
