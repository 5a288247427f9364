import { stat } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import type { SiteSide } from '../../../cms/server/create-cms-server.ts';
import type { HostRule } from '../../../cms/server/http/own-host.ts';
import { changesProgram, createBuild } from '../site-server/run-build.ts';
import { sayState } from '../site-server/say-state.ts';
import { serveSite } from '../site-server/serve-site.ts';
import { createSiteBuilder, type SiteBuilder } from '../site-server/site-builder.ts';
import { followDay } from '../site-server/follow-day.ts';
import { settingsKeyOf } from '../site-server/settings-key.ts';
import { readBuildSettings } from '../../integrations/build-settings.ts';
import { watchContent } from '../site-server/watch-content.ts';
import { UsageError } from './usage-error.ts';
import type { CmsServerSettings } from './settings-file.ts';
import { cmsServerWords as words } from './words.ts';

/** The site beside the desk: one that is built here, a folder that somebody else builds, or none. */
export async function openSite(settings: CmsServerSettings): Promise<OpenSite> {
  const { site, base, build } = settings;
  if (build) return openBuiltSite(settings);
  if (site === undefined)
    return {
      side: {},
      serve: (hostRule) => serveSite({ site: { folder: undefined }, base, hostRule }),
      begin: () => undefined,
      close: () => undefined,
    };
  const facts = await stat(site).catch(() => undefined);
  if (!facts?.isDirectory()) throw new UsageError(words.noSite(site));
  return {
    side: {},
    serve: (hostRule) => serveSite({ site: { folder: site }, base, hostRule }),
    begin: () => undefined,
    close: () => undefined,
  };
}

async function openBuiltSite({ repository, base, address }: CmsServerSettings): Promise<OpenSite> {
  const content = await stat(path.join(repository, 'content')).catch(() => undefined);
  if (!content?.isDirectory()) throw new UsageError(words.nothingToBuild(repository));
  const origin = address === undefined ? {} : { SITE_URL: new URL(address).origin };
  const cache = path.join(repository, '.cache');
  const settings = {
    ...origin,
    BASE_PATH: base,
    CONTENT_ROOT: repository,
    CACHE_DIR: path.join(cache, 'cms', 'astro'),
  };
  const build = createBuild({ program: process.cwd(), settings, whenLost: () => builder.request('検索') });
  const folder = path.join(cache, 'cms');
  const builder: SiteBuilder = createSiteBuilder({
    folder,
    settingsKey: settingsKeyOf({ ...process.env, ...settings }),
    // The first site is what everybody waits for.
    build: (target, { from, reasons }) =>
      build.run(target, { from: changesProgram(reasons) ? '' : from, isBackground: from !== '' }),
    onState: sayState(),
  });
  let stopWatching = (): void => undefined;
  let stopFollowing = (): void => undefined;
  return {
    side: { site: builder.state, onPublished: () => builder.request('公開') },
    serve: (hostRule) => serveSite({ site: builder.site, base, hostRule }),
    begin: () => {
      stopWatching = watchContent(repository, builder.request);
      const { getDay } = readBuildSettings(process.env);
      stopFollowing = followDay(getDay, () => builder.request('日付'));
      void builder.buildAtOnce('起動');
    },
    close: () => {
      stopWatching();
      stopFollowing();
      builder.close();
      build.stop();
    },
  };
}

export interface OpenSite {
  /** What the desk wants to know, and tells. */
  side: SiteSide;
  serve: (hostRule: HostRule) => RequestListener;
  /** To be called once the server listens. */
  begin: () => void;
  close: () => void;
}
