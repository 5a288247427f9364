import { commandLineWords as words } from '../shared/words.ts';
import type { SiteState } from '../../../cms/protocol/session.ts';

/** Says on the command line what becomes of the site. */
export function sayState(): (state: SiteState, details: { isFirst: boolean; reasons: readonly string[] }) => void {
  let started = 0;
  return ({ state, at }, { isFirst, reasons }) => {
    if (state === 'failed') return console.error(words.buildFailed);
    if (state === 'ready') return console.log(words.built(((Date.parse(at) - started) / 1_000).toFixed(1)));
    started = Date.parse(at);
    console.log(isFirst ? words.building : words.rebuilding(summarise(reasons)));
  };
}

function summarise(files: readonly string[]): string {
  const [first = 'content'] = files;
  return files.length > 1 ? `${first} ほか${files.length - 1}件` : first;
}
