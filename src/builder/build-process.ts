/**
 * A program that builds a site and stays, so that the next build makes only what has changed. Its parent gives an order
 * at a time over IPC. What goes wrong ends it: the parent starts another, which builds anew.
 */
import { inspect } from 'node:util';
import { readBuildSettings } from '../integrations/build-settings.ts';
import { openSiteBuild } from './site-build.ts';

const site = openSiteBuild(readBuildSettings(process.env), (text) => process.stdout.write(`${text}\n`));

process.on('message', async (order: BuildOrder) => {
  try {
    const isWhole = order.from === undefined ? await site.build().then(() => true) : await site.update(order);
    process.send?.({ isWhole } satisfies BuildResult);
  } catch (error) {
    process.stderr.write(`${inspect(error)}\n`);
    process.exit(1);
  }
});
// Without a parent nobody takes the site.
process.on('disconnect', () => process.exit());

/** With `from` the site that lies there is brought up to date in `to`; without it, it is built whole. */
export type BuildOrder = { readonly from?: undefined } | { readonly from: string; readonly to: string };

export interface BuildResult {
  /** False where the content has errors. */
  readonly isWhole: boolean;
}
