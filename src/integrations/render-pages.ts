import { rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';
import { startProgress, type Progress, type Say } from '../loader/progress.ts';
import type { BuildSettings } from './build-settings.ts';
import { writeFiles, type WriteFile } from './file-writer.ts';

/**
 * Says how far a build is with its pages, and keeps the program that renders them, so that pages can be made again when
 * the content has changed: those whose cache key (`library/cache-key.ts`) is another, and those that have none.
 * `beforePages` is waited for before the first page of a site in `out`. `say` hears what is otherwise said in Astro's
 * log.
 */
export function renderPages(
  { base, site, outDir }: Pick<BuildSettings, 'base' | 'site' | 'outDir'>,
  beforePages: (out: string) => Promise<unknown>,
  say?: Say,
): PageRenderer {
  let renderer: AstroPrerenderer | undefined;
  /** By file, the key of the page as it was last rendered. */
  let keys = new Map<string, string | undefined>();

  /** Renders what is not known by its key; the number of pages that were written or taken away. */
  const renderChanged = async (prerenderer: AstroPrerenderer, out: string, progress: Progress): Promise<number> => {
    const pages = await prerenderer.getStaticPaths();
    const changed = pages.filter(
      ({ pathname, route, cacheKey }) =>
        cacheKey === undefined || keys.get(toFile(pathname, route)) !== String(cacheKey),
    );
    progress.expect(changed.length);
    await writeFiles(changed.length, (write) =>
      inParallel(changed, async ({ pathname, route }) => {
        try {
          const request = new Request(toAddress(pathname, route, base, site));
          const response = toResponse(await prerenderer.render(request, { routeData: route }));
          await writePage(response, path.join(out, toFile(pathname, route)), write);
        } catch (cause) {
          throw new Error(`ページ ${pathname} を作れませんでした。`, { cause });
        }
        progress.step();
      }),
    );
    const present = toKeys(pages);
    const gone = [...keys.keys()].filter((file) => !present.has(file));
    for (const file of gone) await removeFile(out, file);
    keys = present;
    return changed.length + gone.length;
  };

  return {
    integration: {
      name: 'kenjinkai-render-pages',
      hooks: {
        'astro:build:start': ({ setPrerenderer, logger }) =>
          setPrerenderer((prerenderer) => {
            renderer = prerenderer;
            return {
              ...prerenderer,
              getStaticPaths: async () => {
                await beforePages(outDir);
                keys = new Map();
                const log = say ?? ((text) => logger.info(text));
                await renderChanged(prerenderer, outDir, startProgress('ページを作っています', log));
                // All pages are there: Astro would write each in half a millisecond of three threads.
                return [];
              },
            };
          }),
      },
    },
    async renderChanged(out, log) {
      if (!renderer) throw new Error('Pages can be rendered again only after a build of this process.');
      await beforePages(out);
      forgetStaticPaths(renderer);
      return renderChanged(renderer, out, startProgress('ページを作り直しています', log));
    },
  };
}

function toResponse(rendered: Awaited<ReturnType<AstroPrerenderer['render']>>): Response {
  return rendered instanceof Response ? rendered : rendered.response;
}

async function writePage(response: Response, file: string, write: WriteFile): Promise<void> {
  if (response.status >= 300 && response.status < 400)
    throw new Error(`${file} would lead elsewhere (${response.status}): this program writes no redirects.`);
  if (response.body) await write(file, new Uint8Array(await response.arrayBuffer()));
  else await rm(file, { force: true });
}

function toKeys(pages: readonly Page[]): Map<string, string | undefined> {
  return new Map(
    pages.map(({ pathname, route, cacheKey }) => [
      toFile(pathname, route),
      cacheKey === undefined ? undefined : String(cacheKey),
    ]),
  );
}

/** Astro keeps what `getStaticPaths` returned for as long as its program lives. */
function forgetStaticPaths(prerenderer: AstroPrerenderer): void {
  const { app } = prerenderer as { app?: { routeCache?: { clearAll(): void } } };
  if (!app?.routeCache) throw new Error('Astro keeps its list of pages elsewhere: see `forgetStaticPaths`.');
  app.routeCache.clearAll();
}

/** Where Astro's format "directory" writes a page. */
function toFile(pathname: string, route: RouteData): string {
  const inside = pathname.replace(/^\/|\/$/g, '');
  if (route.type === 'endpoint') return inside;
  return inside === '404' ? '404.html' : path.posix.join(inside, 'index.html');
}

/** As Astro asks for a page; ours end in a slash. */
function toAddress(pathname: string, route: RouteData, base: string, site: string): string {
  const inside = pathname.replace(/^\/|\/$/g, '');
  const end = route.type === 'endpoint' || inside === '' ? '' : '/';
  return new URL(`${base}${inside}${end}`, new URL(site).origin).href;
}

async function removeFile(out: string, file: string): Promise<void> {
  await rm(path.join(out, file), { force: true });
  // Not empty where pages below it stay.
  await rmdir(path.join(out, path.dirname(file))).catch(() => undefined);
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

const atOnce = 8;

type Page = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

export interface PageRenderer {
  readonly integration: AstroIntegration;
  /**
   * Brings the pages of a site that was built or brought up to date last, and lies in `out` again, up to date. The
   * number of pages that were written or taken away.
   */
  renderChanged(out: string, log: Say): Promise<number>;
}
