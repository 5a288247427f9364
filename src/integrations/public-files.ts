import { existsSync, globSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { isUpload, type LinkedFiles } from '../loader/linked-files.ts';
import type { BuildSettings } from './build-settings.ts';

/**
 * Brings `public/` into the site, the project's own and that beside the content, in place of Astro, which would copy
 * all of it: pictures that no entry of this audience shows stay away, also in development.
 */
export function publicFiles(
  { contentRoot, base }: Pick<BuildSettings, 'contentRoot' | 'base'>,
  linkedFiles: () => LinkedFiles,
): AstroIntegration {
  const folders = [...new Set([path.resolve('public'), path.join(contentRoot, 'public')])];
  return {
    name: 'kenjinkai-public-files',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const build = { copyPublicDir: false };
        if (command === 'build')
          updateConfig({
            vite: { plugins: [{ name: 'kenjinkai-own-copying', configEnvironment: () => ({ build }) }] },
          });
      },
      'astro:server:setup': ({ server }) => {
        const serve = folders.map((folder) => sirv(folder, { dev: true }));
        server.middlewares.use((request, response, next) => {
          const address = toAddress(request.url ?? '', base);
          const isFile = folders.some((folder) => existsSync(path.join(folder, address)));
          if (!isFile || address.endsWith('/')) return next();
          if (!linkedFiles().mayHold(address, namedByPages())) return void response.writeHead(404).end();
          if (!isUpload(address)) return next();
          request.url = encodeURI(address);
          serve.reduceRight<() => void>(
            (otherwise, handler) => () => handler(request, response, otherwise),
            () => next(),
          )();
        });
      },
      'astro:build:done': async ({ dir }) => {
        const named = namedByPages();
        const mayHold = (address: string) => linkedFiles().mayHold(address, named);
        for (const folder of folders) await copyHeld(folder, fileURLToPath(dir), mayHold);
      },
    },
  };
}

async function copyHeld(folder: string, out: string, mayHold: (address: string) => boolean): Promise<void> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const file of files) {
    const place = path.relative(folder, path.join(file.parentPath, file.name));
    if (file.isDirectory() || !mayHold(`/${place.split(path.sep).join('/')}`)) continue;
    await mkdir(path.join(out, path.dirname(place)), { recursive: true });
    await copyFile(path.join(folder, place), path.join(out, place));
  }
}

/** What maintainers' pages name, which everybody may read. */
function namedByPages(): ReadonlySet<string> {
  return new Set(globSync('content/pages/*.mdx').flatMap((file) => findAddresses(readFileSync(file, 'utf8'))));
}

/** Whatever looks like an address: these pages are programs, whose form is not known. */
function findAddresses(source: string): string[] {
  return [...source.matchAll(/(?<![\w./])\/(?!\/)[^\s"'`()<>[\]{}?#]+/g)].map(([address]) => decode(address));
}

/** As a browser asks for it, `/kenjinkai/images/a%20b.png?1` → `/images/a b.png`; upward steps are resolved. */
function toAddress(url: string, base: string): string {
  const pathname = URL.parse(url.replace(/^\/+/, '/'), 'http://localhost')?.pathname ?? '/';
  const inside = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
  return path.posix.normalize(decode(inside));
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
