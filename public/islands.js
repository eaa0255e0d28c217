// Wakes the islands of a page: loads their module, then each leptos-island in document order.
// Leptos' own script is inline and carries a nonce; this one is a file, so that pages stay the same bytes.
const link = (selector) => document.querySelector(selector).href;

async function wake(node, module, children) {
  if (node.localName === "leptos-island") {
    children?.();
    await module[node.dataset.component]?.(node);
  }
  const inner = node.localName === "leptos-children" ? node.$$on_hydrate : children;
  for (const child of [...node.children]) await wake(child, module, inner);
}

// The filter of the schedule asks for the words of the sessions.
addEventListener("wordswanted", async () => {
  try {
    (await import("./session-words.js")).prepare();
  } catch {
    document.querySelector(".schedule-filter").dataset.words = "failed";
    dispatchEvent(new Event("words"));
  }
});

if (document.querySelector("leptos-island")) {
  const module = await import(link("link[rel=modulepreload]"));
  await module.default({ module_or_path: link("link[rel=preload][as=fetch]") });
  await wake(document.body, module);
}
