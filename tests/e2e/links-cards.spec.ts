import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from '@playwright/test';
import { readMeta, readPages } from './setup/read-head.ts';
import { sites } from './setup/sites.ts';

/**
 * What each reader of links takes. Titles and descriptions beyond a limit are cut by the reader in the middle of a
 * word, so ours end before it; where a reader publishes no limit the strictest known one stands in.
 */
const readers = [
  {
    name: 'X',
    tags: { 'twitter:title': 70, 'twitter:description': 200, 'twitter:image:alt': 420 },
    imageBytes: 5_000_000,
    headBytes: Infinity,
  },
  {
    name: 'Facebook and Messenger',
    tags: { 'og:title': 140, 'og:description': 300 },
    imageBytes: 8_000_000,
    headBytes: 500_000,
  },
  {
    name: 'LINE and LINE WORKS',
    tags: { 'og:title': 140, 'og:description': 300 },
    imageBytes: 1_000_000,
    headBytes: Infinity,
  },
  {
    name: 'Slack',
    tags: { 'og:title': 140, 'og:description': 300, 'twitter:data1': 60, 'twitter:data2': 120 },
    imageBytes: 2_000_000,
    headBytes: 32_768,
  },
  { name: 'Teams', tags: { 'og:title': 140, 'og:description': 300 }, imageBytes: 1_000_000, headBytes: Infinity },
  { name: 'WhatsApp, the strictest with pictures', tags: { 'og:title': 140 }, imageBytes: 300_000, headBytes: 300_000 },
] as const;

const required = [
  'og:site_name',
  'og:type',
  'og:title',
  'og:description',
  'og:url',
  'og:image',
  'og:image:type',
  'og:image:width',
  'og:image:height',
  'og:image:alt',
  'og:locale',
  'twitter:card',
  'twitter:title',
  'twitter:description',
  'twitter:image',
];

for (const site of Object.values(sites)) {
  test.describe(`links to ${site.name}${site.base}`, () => {
    test('show every reader of links a title, a description and a picture within its limits', () => {
      const failures: string[] = [];
      const pages = readPages(site);
      expect(pages.length).toBeGreaterThan(100);
      for (const { page, html } of pages) {
        const meta = readMeta(html);
        for (const name of required) if (!meta.get(name)) failures.push(`${page}: no ${name}`);
        for (const name of ['og:url', 'og:image', 'twitter:image'])
          if (!meta.get(name)?.startsWith(site.address))
            failures.push(`${page}: ${name} is not an address of the site: ${meta.get(name)}`);
        const image = path.join(site.folder, (meta.get('og:image') ?? '').slice(site.address.length));
        const bytes = statSync(image).size;
        const lastTag = Buffer.byteLength(html.slice(0, html.lastIndexOf('<meta name="twitter:')));
        for (const reader of readers) {
          for (const [name, most] of Object.entries(reader.tags))
            if ([...(meta.get(name) ?? '')].length > most)
              failures.push(`${page}: ${name} is too long for ${reader.name}: ${meta.get(name)}`);
          if (bytes > reader.imageBytes)
            failures.push(`${page}: picture of ${bytes} bytes is too large for ${reader.name}`);
          if (lastTag > reader.headBytes)
            failures.push(`${page}: tags end at ${lastTag} bytes, too late for ${reader.name}`);
        }
        if (/^q\/\w+\/$/.test(page) && !html.includes('name="robots"') && meta.get('og:type') !== 'article')
          failures.push(`${page}: no article`);
      }
      expect(failures).toEqual([]);
    });

    test('carry pictures that decode, of the right size, below 300 KB, each Q&A its own', () => {
      test.setTimeout(240_000);
      const images = new Map<string, string>();
      for (const { page, html } of readPages(site)) {
        const image = readMeta(html).get('og:image') ?? '';
        const isAlone = /^q\/\w+\/$/.test(page) && !html.includes('http-equiv="refresh"');
        if (isAlone) expect(images.get(image), `${page} shares its card`).toBeUndefined();
        images.set(image, page);
      }
      expect(images.size).toBeGreaterThan(100);
      // The three sites share most of their cards; one of them is looked at whole.
      const sampled = site === sites.root ? [...images] : [...images].slice(0, 10);
      for (const [image, page] of sampled) {
        const bytes = readFileSync(path.join(site.folder, image.slice(site.address.length)));
        expect(bytes.length, page).toBeLessThan(300_000);
        const { width, height, data } = PNG.sync.read(bytes);
        expect([width, height], page).toEqual([1200, 630]);
        expect(hasColours(data, 9), `${page} is blank`).toBe(true);
      }
    });
  });
}

/** Whether a picture has so many colours; it is not looked at any further than that. */
function hasColours(data: Buffer, count: number): boolean {
  const colours = new Set<number>();
  for (const colour of new Uint32Array(data.buffer, data.byteOffset, data.length / 4))
    if (colours.add(colour).size >= count) return true;
  return false;
}

test('a browser draws a card as we made it', async ({ page }) => {
  await page.goto(`${sites.root.address}search/`);
  const image = await page.locator('meta[property="og:image"]').getAttribute('content');
  const size = await page.evaluate(async (src) => {
    const picture = new Image();
    picture.src = src ?? '';
    await picture.decode();
    return [picture.naturalWidth, picture.naturalHeight];
  }, image);
  expect(size).toEqual([1200, 630]);
});
