import { UnsafeFile } from '../../../cms/server/access/private-file.ts';
import { UnusableRepository } from '../../../cms/server/repository/usable.ts';
import { addUser } from './add-user.ts';
import { UsageError } from './usage-error.ts';
import { serve } from './serve.ts';
import type { StartOptions } from './settings.ts';
import { listUsers, removeUser } from './users.ts';
import { cmsServerWords as words } from './words.ts';

/** Runs one of the office server's commands; `serve` if none is named. What is wrong with it is said in a sentence. */
export async function runCommand(given: readonly string[], start: StartOptions): Promise<void> {
  const isNamed = given[0] !== undefined && !given[0].startsWith('-');
  const [command, ...rest] = isNamed ? given : ['serve', ...given];
  try {
    const run = commands.get(command ?? '');
    if (!run) throw new UsageError(words.usage);
    await run(rest, start);
  } catch (error) {
    const isExplained =
      error instanceof UsageError || error instanceof UnusableRepository || error instanceof UnsafeFile;
    if (!isExplained) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

const commands = new Map<string, (args: string[], start: StartOptions) => Promise<void>>([
  ['serve', serve],
  ['add-user', addUser],
  ['remove-user', removeUser],
  ['list-users', listUsers],
]);
