import { existsSync, globSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import sirv from 'sirv';
import { isUpload, type LinkedFiles } from '../loader/linked-files.ts';
import { addsFiles, replaceFile, type AddedFiles } from './added-files.ts';
import type { BuildSettings } from './build-settings.ts';

/**
 * Brings `public/` into the site, the project's own and that beside the content, in place of Astro, which would copy
 * all of it: pictures that no entry of this audience shows stay away, also in development.
 */
export function publicFiles(
  { contentRoot, base }: Pick<BuildSettings, 'contentRoot' | 'base'>,
  linkedFiles: () => LinkedFiles,
): AddedFiles {
  const folders = [...new Set([path.resolve('public'), path.join(contentRoot, 'public')])];
  /** By place in the site, which version of which file was copied. */
  let copied = new Map<string, string>();
  const add = async (out: string): Promise<void> => {
    const named = namedByPages();
    const held = await listHeld(folders, (address) => linkedFiles().mayHold(address, named));
    for (const [place, { file, version }] of held)
      if (copied.get(place) !== version) replaceFile(path.join(out, place), await readFile(file));
    for (const place of copied.keys()) if (!held.has(place)) await rm(path.join(out, place), { force: true });
    copied = new Map([...held].map(([place, { version }]) => [place, version]));
  };

  return addsFiles('kenjinkai-public-files', add, {
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
  });
}

/** What the site may hold of the folders, by its place in them; a later folder goes before an earlier one. */
async function listHeld(
  folders: readonly string[],
  mayHold: (address: string) => boolean,
): Promise<Map<string, { file: string; version: string }>> {
  const held = new Map<string, { file: string; version: string }>();
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const file = path.join(entry.parentPath, entry.name);
      const place = path.relative(folder, file).split(path.sep).join('/');
      if (entry.isDirectory() || !mayHold(`/${place}`)) continue;
      const { ino, size, mtimeMs } = await stat(file);
      held.set(place, { file, version: `${ino} ${size} ${mtimeMs}` });
    }
  }
  return held;
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
