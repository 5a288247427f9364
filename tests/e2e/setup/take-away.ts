import type { Page } from '@playwright/test';

/**
 * Takes from every page what some browser at the supported floor lacks (Chrome 109, Firefox 115 or Safari 16.4), but
 * `checkVisibility`, which Playwright itself needs.
 */
export async function takeAway(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const typed = Object.getPrototypeOf(Uint8Array) as { prototype: object };
    for (const [owner, names] of [
      [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']],
      [typed.prototype, ['toSorted', 'toReversed', 'with']],
      [String.prototype, ['isWellFormed', 'toWellFormed']],
      [
        Set.prototype,
        ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
      ],
      [URL, ['canParse', 'parse']],
      [Map, ['groupBy']],
      [Object, ['groupBy']],
      [Promise, ['withResolvers', 'try']],
      [Array, ['fromAsync']],
      [AbortSignal, ['any']],
      [Intl, ['Segmenter']],
      [window, ['Iterator', 'requestIdleCallback', 'CloseWatcher', 'scheduler']],
    ] as [object, string[]][]) {
      for (const name of names) Reflect.deleteProperty(owner, name);
    }
    // Chrome 109 knows no `from-image`, and turns pictures without being asked.
    const decode = window.createImageBitmap.bind(window) as (...given: unknown[]) => Promise<ImageBitmap>;
    Object.assign(window, {
      createImageBitmap: (image: unknown, options?: { imageOrientation?: string }) =>
        options?.imageOrientation === 'from-image'
          ? Promise.reject(new TypeError('The provided value is not a valid enum value of type ImageOrientation.'))
          : decode(image, ...(options ? [options] : [])),
    });
    // No Safari writes WebP.
    const write = HTMLCanvasElement.prototype.toBlob;
    HTMLCanvasElement.prototype.toBlob = function (callback, type, quality) {
      write.call(this, callback, type === 'image/webp' ? 'image/png' : type, quality);
    };
    // Firefox 115 and Chrome 109 have no such properties, which then say nothing to a screen reader.
    for (const key of Object.keys(Element.prototype)) {
      if (/^aria[A-Z]|^role$/.test(key)) Reflect.deleteProperty(Element.prototype, key);
    }
  });
}
