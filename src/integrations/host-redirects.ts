import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeHostRedirects } from '../links/host-redirects.ts';
import type { Redirect } from '../links/redirects.ts';
import { addsFiles, replaceFile, type AddedFiles } from './added-files.ts';
import type { BuildSettings } from './build-settings.ts';

/** Writes the redirects for the hosts that read them from a file. */
export function hostRedirects({ base }: Pick<BuildSettings, 'base'>): AddedFiles {
  return addsFiles('kenjinkai-host-redirects', async (out) => {
    const redirects = JSON.parse(await readFile(path.join(out, 'data/redirects.json'), 'utf8')) as Redirect[];
    for (const [name, text] of Object.entries(writeHostRedirects(redirects, base)))
      replaceFile(path.join(out, name), text);
  });
}
