import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readAccounts, writeAccounts, type Account } from '../../../cms/server/access/accounts.ts';
import { refuseUnsafeFile } from '../../../cms/server/access/private-file.ts';
import { UsageError } from './usage-error.ts';
import { findAccountsFile, type StartOptions } from './settings.ts';
import { cmsServerWords as words } from './words.ts';

export async function removeUser(args: string[], start: StartOptions = {}): Promise<void> {
  const { file, login } = await readFlags(args, start);
  await refuseUnsafeFile(file, { leave: ['readable'] });
  const accounts = await read(file);
  if (login === undefined || !accounts.some((account) => account.login === login))
    throw new UsageError(words.noUser(login ?? ''));
  await writeAccounts(
    file,
    accounts.filter((account) => account.login !== login),
  );
  console.log(words.userRemoved(login));
}

export async function listUsers(args: string[], start: StartOptions = {}): Promise<void> {
  const { file } = await readFlags(args, start);
  for (const { login, name, role, groups } of await read(file))
    console.log([login, name, role, groups.join(',')].join('\t'));
}

async function read(file: string): Promise<Account[]> {
  return readAccounts(file).catch(() => {
    throw new UsageError(existsSync(file) ? words.badAccounts(file, '') : words.noAccounts(file));
  });
}

async function readFlags(args: string[], start: StartOptions): Promise<{ file: string; login: string | undefined }> {
  const { accounts, login } = parseFlags(args);
  const file = accounts ?? (await findAccountsFile([], start));
  if (file === undefined) throw new UsageError(words.usage);
  return { file, login };
}

function parseFlags(args: string[]) {
  try {
    return parseArgs({ args, options: { accounts: { type: 'string' }, login: { type: 'string' } } }).values;
  } catch (error) {
    throw new UsageError(words.badArgument(error instanceof Error ? error.message : ''));
  }
}
