import { rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';
import { startProgress, type Say } from '../loader/progress.ts';
import { replaceFile } from './added-files.ts';
import type { BuildSettings } from './build-settings.ts';

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

  const render = async (prerenderer: AstroPrerenderer, { pathname, route }: Page, out: string): Promise<void> => {
    const request = new Request(toAddress(pathname, route, base, site));
    const response = toResponse(await prerenderer.render(request, { routeData: route }));
    await write(response, path.join(out, toFile(pathname, route)));
  };

  return {
    integration: {
      name: 'kenjinkai-render-pages',
      hooks: {
        'astro:build:start': ({ setPrerenderer, logger }) =>
          setPrerenderer((prerenderer) => {
            const progress = startProgress('ページを作っています', say ?? ((text) => logger.info(text)));
            renderer = prerenderer;
            return {
              ...prerenderer,
              getStaticPaths: async () => {
                await beforePages(outDir);
                const pages = await prerenderer.getStaticPaths();
                keys = toKeys(pages);
                progress.expect(pages.length);
                return pages;
              },
              render: async (request, options) => {
                const response = toResponse(await prerenderer.render(request, options));
                const inside = new URL(request.url).pathname.slice(base.length);
                await write(response, path.join(outDir, toFile(decodeURI(inside), options.routeData)));
                progress.step();
                // Astro writes nothing of an answer without a body; its way takes three threads and half a millisecond.
                return new Response(null);
              },
            };
          }),
      },
    },
    async renderChanged(out, log) {
      if (!renderer) throw new Error('Pages can be rendered again only after a build of this process.');
      const prerenderer = renderer;
      await beforePages(out);
      forgetStaticPaths(prerenderer);
      const pages = await prerenderer.getStaticPaths();
      const changed = pages.filter(
        ({ pathname, route, cacheKey }) =>
          cacheKey === undefined || keys.get(toFile(pathname, route)) !== String(cacheKey),
      );
      const progress = startProgress('ページを作り直しています', log);
      progress.expect(changed.length);
      await inParallel(changed, async (page) => {
        await render(prerenderer, page, out).catch((cause: unknown) => {
          throw new Error(`ページ ${page.pathname} を作れませんでした。`, { cause });
        });
        progress.step();
      });
      const present = toKeys(pages);
      const gone = [...keys.keys()].filter((file) => !present.has(file));
      for (const file of gone) await removeFile(out, file);
      keys = present;
      return changed.length + gone.length;
    },
  };
}

function toResponse(rendered: Awaited<ReturnType<AstroPrerenderer['render']>>): Response {
  return rendered instanceof Response ? rendered : rendered.response;
}

async function write(response: Response, file: string): Promise<void> {
  if (response.status >= 300 && response.status < 400)
    throw new Error(`${file} would lead elsewhere (${response.status}): this program writes no redirects.`);
  if (response.body) replaceFile(file, Buffer.from(await response.arrayBuffer()));
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
