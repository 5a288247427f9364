/** Holds a built site to the oldest browsers that are supported: `npm run check:floor -- dist`. */
import { checkBuilt } from '../floor/check-built.ts';
import { floorWords as words } from '../shared/words.ts';

const folders = process.argv.slice(2);
let hasFaults = false;
for (const folder of folders.length > 0 ? folders : ['dist']) {
  const { checked, faults } = checkBuilt(folder);
  if (checked === 0) {
    console.error(words.nothingBuilt(folder));
    hasFaults = true;
  }
  for (const { file, what } of faults) console.error(words.fault(file, what));
  hasFaults ||= faults.length > 0;
  if (!hasFaults) console.log(words.fine(folder, checked));
}
process.exitCode = hasFaults ? 1 : 0;
