// In a frame, this script tells the height of the schedule. On the page around it, it gives frames the heights that they tell.
{
  const { src, dataset } = document.currentScript;
  const { origin: site } = new URL(src);
  const root = document.documentElement;
  if ("frame" in dataset) {
    new ResizeObserver(() => parent.postMessage({ frameHeight: root.offsetHeight }, "*")).observe(root);
  } else {
    addEventListener("message", ({ origin, source, data }) => {
      if (origin !== site || !(data?.frameHeight > 0)) return;
      for (const frame of document.querySelectorAll("iframe")) {
        if (frame.contentWindow === source) frame.style.height = `${Math.ceil(data.frameHeight)}px`;
      }
    });
  }
}
