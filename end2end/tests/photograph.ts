// A photograph as the browser draws it.
import type { Page } from "@playwright/test";

/** A wide photograph with many colours, as JPEG. */
export async function photograph(page: Page) {
  const encoded = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2400, 1600);
    const context = canvas.getContext("2d")!;
    for (let y = 0; y < 1600; y += 8) {
      for (let x = 0; x < 2400; x += 8) {
        context.fillStyle = `rgb(${(x * 7) % 256} ${(y * 5) % 256} ${(x + y) % 256})`;
        context.fillRect(x, y, 8, 8);
      }
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  });
  return Buffer.from(encoded, "base64");
}
