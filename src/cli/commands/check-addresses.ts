/**
 * `node src/cli/check-addresses.ts [folder] [--write]`: no address of the last release may have vanished from the built
 * site.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findVanished, listPermanentUrls, readReleased, writeReleased } from '../../links/permanent-urls.ts';
import { commandLineWords as words } from '../shared/words.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    released: { type: 'string', default: 'docs/released-addresses.txt' },
  },
});
const [folder = 'dist'] = positionals;

const built = listPermanentUrls(globSync('**/*', { cwd: folder }));
if (built.length === 0) exit(words.nothingBuilt(folder));
const released = readReleased(readFileSync(values.released, 'utf8'));
const vanished = findVanished(released, built);
if (vanished.length > 0) exit(words.addressesVanished(vanished));
if (values.write) writeFileSync(values.released, writeReleased(built));
console.log(words.addressesStand(released.length, built.length));

function exit(message: string): never {
  console.error(message);
  process.exit(1);
}
