/**
 * A program that builds a site and stays, so that the next build makes only what has changed. Its parent gives an order
 * at a time over IPC. What goes wrong ends it: the parent starts another, which builds anew.
 */
import { inspect } from 'node:util';
import { readBuildSettings } from '../integrations/build-settings.ts';
import { openSiteBuild } from './site-build.ts';

const site = openSiteBuild(readBuildSettings(process.env), (text) => process.stdout.write(`${text}\n`));

/** One order after the other. */
let turn = Promise.resolve();
process.on('message', (order: BuildOrder) => {
  turn = turn.then(() => carryOut(order));
});
// Without a parent nobody takes the site.
process.on('disconnect', () => process.exit());

async function carryOut(order: BuildOrder): Promise<void> {
  try {
    if (order.from === undefined) await site.build();
    const isWhole = order.from === undefined || (await site.update(order, () => tell({ isShowable: true })));
    tell({ isShowable: isWhole, isDone: true });
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exit(1);
  }
}

function tell(result: BuildResult): void {
  process.send?.(result);
}

/** What is wrong with the content or the settings is said in a sentence; of anything else the place in the program. */
function describe(error: unknown): string {
  return error instanceof Error && error.name === 'AstroUserError' ? error.message : inspect(error);
}

/** With `from` the site that lies there is brought up to date in `to`; without it, it is built whole. */
export type BuildOrder = { readonly from?: undefined } | { readonly from: string; readonly to: string };

/** Told once or twice for each order. */
export interface BuildResult {
  /** Whether the site can be shown; false where the content has errors. */
  readonly isShowable: boolean;
  /** Whether nothing is left to do. */
  readonly isDone?: boolean;
}
