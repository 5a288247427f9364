import { test as base, expect } from '@playwright/test';
import { findWebKit } from '../../../src/cli/browser/find-webkit.ts';
import { sites } from '../../e2e/setup/sites.ts';
import { openRecordingProxy, type RecordingProxy } from './recording-proxy.ts';
import { startWebKit } from './start-webkit.ts';
import { WebKitPage } from './webkit-page.ts';

/** Tests with one WebKit for each worker, and the built site behind a proxy. */
export const test = base.extend<
  { site: RecordingProxy; reader: WebKitPage },
  { webkit: WebKitPage; front: RecordingProxy }
>({
  webkit: [
    async ({}, use) => {
      const places = findWebKit();
      if (!places) throw new Error('WebKit is not installed.');
      const { web, close } = await startWebKit(places);
      await use(new WebKitPage(web));
      await close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  front: [
    async ({}, use) => {
      const proxy = await openRecordingProxy(sites.root.origin);
      await use(proxy);
      proxy.close();
    },
    { scope: 'worker' },
  ],
  site: async ({ front: proxy }, use) => {
    proxy.cut(undefined);
    await use(proxy);
    proxy.cut(undefined);
  },
  reader: async ({ webkit }, use, info) => {
    await webkit.web.resize(1280, 900);
    await use(webkit);
    if (info.status === info.expectedStatus) return;
    const body = await webkit.web.picture().catch(() => undefined);
    if (body) await info.attach('page', { body, contentType: 'image/png' });
  },
});

export { expect };
