/** `node src/cli/cms-server.ts`: the CMS and the built site for an office network, and the list of those who may edit. */
import { addUser } from './cms-server/add-user.ts';
import { listUsers, removeUser } from './cms-server/users.ts';
import { Misuse } from './cms-server/misuse.ts';
import { serve } from './cms-server/serve.ts';
import { cmsServerWords as words } from './cms-server/words.ts';
import { UnsafeFile } from '../../cms/server/access/private-file.ts';
import { UnusableRepository } from '../../cms/server/repository/usable.ts';

const [command = 'serve', ...rest] = process.argv.slice(2).length === 0 || process.argv[2]?.startsWith('-') ? ['serve', ...process.argv.slice(2)] : process.argv.slice(2);
const commands = new Map<string, (args: string[]) => Promise<void>>([
  ['serve', serve],
  ['add-user', addUser],
  ['remove-user', removeUser],
  ['list-users', listUsers],
]);

try {
  const run = commands.get(command);
  if (!run) throw new Misuse(words.usage);
  await run(rest);
} catch (error) {
  const isExplained = error instanceof Misuse || error instanceof UnusableRepository || error instanceof UnsafeFile;
  if (!isExplained) throw error;
  console.error(error.message);
  process.exit(1);
}
