import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Say } from '../loader/progress.ts';

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

/**
 * Puts a file into a site whose files may be second names of an older site's: those must not change. It is written at
 * once: a small file takes a fifth of the processor time in which other threads would write it.
 */
export function replaceFile(file: string, data: string | Uint8Array): void {
  try {
    writeFileSync(file, data, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') mkdirSync(path.dirname(file), { recursive: true });
    else if (code !== 'EEXIST') throw error;
    const fresh = `${file}.${randomUUID()}`;
    writeFileSync(fresh, data);
    renameSync(fresh, file);
  }
}

/** The same files in the development server, which has no built ones. `find` is asked for a place inside the site. */
export function servesFiles(base: string, find: (place: string) => ServedFile | undefined): AstroIntegration['hooks'] {
  return {
    'astro:server:setup': ({ server }) => {
      server.middlewares.use((request, response, next) => {
        const pathname = URL.parse(request.url ?? '', 'http://localhost')?.pathname ?? '';
        const home = base.replace(/\/$/, '');
        const file = pathname.startsWith(home) ? find(pathname.slice(home.length)) : undefined;
        if (!file) return next();
        response.setHeader('Content-Type', `${file.type}; charset=utf-8`);
        response.end(file.write());
      });
    },
  };
}

interface ServedFile {
  readonly type: string;
  write(): string | Uint8Array;
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
