// Lets the service worker save the site: once the page is usable, and never for visitors who save data.
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
if (serviceWorker) {
  if (document.prerendering) document.addEventListener("prerenderingchange", whenLoaded, { once: true });
  else whenLoaded();
}
