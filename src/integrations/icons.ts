import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { renderPicture } from './cards/render-picture.ts';

const sizes = { 'icon-192.png': 192, 'icon-512.png': 512, 'apple-touch-icon.png': 180 } as const;

/**
 * The icon as PNG for home screens. Systems cut the maskable one to their own shape, so its sign stands well inside.
 */
export function icons(): AstroIntegration {
  return {
    name: 'kenjinkai-icons',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const out = fileURLToPath(dir);
        const icon = await readFile(path.join(out, 'icon.svg'), 'utf8');
        const maskable = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="#b7282e"/><svg x="18" y="18" width="64" height="64" viewBox="0 0 64 64">${icon.replace(/^.*?<svg[^>]*>/s, '').replace('</svg>', '')}</svg></svg>`;
        await Promise.all([
          ...Object.entries(sizes).map(([name, size]) => writeFile(path.join(out, name), renderPicture(icon, size))),
          writeFile(path.join(out, 'icon-maskable-512.png'), renderPicture(maskable, 512)),
        ]);
      },
    },
  };
}
