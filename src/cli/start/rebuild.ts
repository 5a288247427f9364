import path from 'node:path';
import { changesProgram, createBuild } from '../site-server/run-build.ts';
import { createSiteBuilder } from '../site-server/site-builder.ts';
import { readBuildSettings } from '../../integrations/build-settings.ts';
import { followDay } from '../site-server/follow-day.ts';
import { settingsKeyOf } from '../site-server/settings-key.ts';
import { watchContent } from '../site-server/watch-content.ts';
import { rm } from 'node:fs/promises';
import { sayState } from '../site-server/say-state.ts';

/**
 * Builds once, then after each change below `content/`, into folders used in turn, so that the site being read is never
 * half-written. Resolves after the first build; the result stops the watch.
 */
export async function rebuildOnChange({ root, siteAddress, onBuilt }: RebuildOptions): Promise<() => void> {
  const folder = path.join(root, '.cache', 'start');
  // The program may have changed since the last time: nothing older is shown.
  await rm(path.join(folder, 'current'), { force: true });
  const settings = { SITE_URL: siteAddress, CACHE_DIR: path.join(folder, 'astro') };
  const build = createBuild({ program: root, settings, whenLost: () => builder.request('検索') });
  const say = sayState();
  const builder = createSiteBuilder({
    folder,
    settingsKey: settingsKeyOf({ ...process.env, ...settings }),
    build: (target, { from, reasons }) => build.run(target, { from: changesProgram(reasons) ? '' : from }),
    onState: (state, details) => {
      say(state, details);
      if (state.state === 'ready') onBuilt(builder.site.folder);
    },
  });
  const stopWatching = watchContent(root, builder.request);
  const { getDay } = readBuildSettings(process.env);
  const stopFollowing = followDay(getDay, () => builder.request('日付'));
  await builder.buildAtOnce('content');
  return () => {
    stopWatching();
    stopFollowing();
    builder.close();
    build.stop();
  };
}

export interface RebuildOptions {
  root: string;
  siteAddress: string;
  /** Called with the folder of each build that succeeded. */
  onBuilt: (folder: string) => void;
}
