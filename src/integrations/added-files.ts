import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Say } from './progress.ts';

/** An integration that adds files to the site once its pages are there. */
export function addsFiles(name: string, add: AddFiles, hooks: AstroIntegration['hooks'] = {}): AddedFiles {
  return {
    add,
    integration: {
      name,
      hooks: {
        ...hooks,
        'astro:build:done': ({ dir, logger }) => add(fileURLToPath(dir), (text) => logger.info(text)),
      },
    },
  };
}

/** Puts a file into a site whose files may be second names of an older site's: those must not change. */
export async function replaceFile(file: string, data: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const fresh = `${file}.${randomUUID()}`;
  await writeFile(fresh, data);
  await rename(fresh, file);
}

/**
 * Brings the files into the site's folder `out`, also when they or older ones are there already, and takes away those
 * that no longer belong there.
 */
type AddFiles = (out: string, log: Say) => Promise<void>;

export interface AddedFiles {
  readonly integration: AstroIntegration;
  /** The same again, after the content has changed. */
  readonly add: AddFiles;
}
