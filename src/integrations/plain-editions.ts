import { rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheKeyOf } from '../library/cache-key.ts';
import type { LibraryQa } from '../library/library-qa.ts';
import { absoluteAddress } from '../links/address.ts';
import { filePaths } from '../links/file-paths.ts';
import { writePlainEdition } from '../links/plain-edition.ts';
import { servesFiles, type AddedFiles } from './added-files.ts';
import type { BuildSettings } from './build-settings.ts';
import { writeFiles } from './file-writer.ts';
import type { SiteContent } from './site-content.ts';

/** Writes each Q&A as a Markdown file beside its page: as pages, ten thousand of them would take twenty seconds. */
export function plainEditions(
  { base, site }: Pick<BuildSettings, 'base' | 'site'>,
  content: Pick<SiteContent, 'getLoaded'>,
): AddedFiles {
  /** By id, what was written last. */
  let written = new Map<string, string>();
  const topicsOf = (qa: LibraryQa) => qa.topics.map((id) => content.getLoaded().topicNames.get(id) ?? id);
  const write = (qa: LibraryQa) => writePlainEdition(qa, topicsOf(qa), (place) => absoluteAddress(place, site, base));

  const add = async (out: string): Promise<void> => {
    const qas = content.getLoaded().qas.filter(({ status }) => status !== 'withdrawn');
    const keys = new Map(qas.map((qa) => [qa.id, cacheKeyOf([qa, qa.fileVersion, topicsOf(qa)])]));
    const changed = qas.filter(({ id }) => keys.get(id) !== written.get(id));
    await writeFiles(changed.length, async (writeFile) => {
      for (const qa of changed) await writeFile(path.join(out, filePaths.markdown(qa.id)), encoder.encode(write(qa)));
    });
    const gone = [...written.keys()].filter((id) => !keys.has(id));
    await Promise.all(gone.map((id) => rm(path.join(out, filePaths.markdown(id)), { force: true })));
    written = keys;
  };

  const hooks = servesFiles(base, (place) => {
    const shown = content.getLoaded().qas.filter(({ status }) => status !== 'withdrawn');
    const qa = shown.find(({ id }) => filePaths.markdown(id) === place);
    return qa && { type: 'text/markdown', write: () => write(qa) };
  });
  return { add, integration: { name: 'kenjinkai-plain-editions', hooks } };
}

const encoder = new TextEncoder();
