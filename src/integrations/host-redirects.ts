import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeHostRedirects } from '../links/host-redirects.ts';
import type { Redirect } from '../links/redirects.ts';
import type { BuildSettings } from './build-settings.ts';

/** Writes the redirects for the hosts that read them from a file. */
export function hostRedirects({ base }: Pick<BuildSettings, 'base'>): AstroIntegration {
  return {
    name: 'kenjinkai-host-redirects',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const out = fileURLToPath(dir);
        const redirects = JSON.parse(await readFile(path.join(out, 'data/redirects.json'), 'utf8')) as Redirect[];
        for (const [name, text] of Object.entries(writeHostRedirects(redirects, base))) {
          await mkdir(path.dirname(path.join(out, name)), { recursive: true });
          await writeFile(path.join(out, name), text);
        }
      },
    },
  };
}
