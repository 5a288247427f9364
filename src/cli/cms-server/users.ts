import { parseArgs } from 'node:util';
import { readAccounts, writeAccounts, type Account } from '../../../cms/server/access/accounts.ts';
import { refuseUnsafeFile } from '../../../cms/server/access/private-file.ts';
import { Misuse } from './misuse.ts';
import { cmsServerWords as words } from './words.ts';

export async function removeUser(args: string[]): Promise<void> {
  const { file, login } = parseFlags(args);
  await refuseUnsafeFile(file, { leave: ['readable'] });
  const accounts = await read(file);
  if (login === undefined || !accounts.some((account) => account.login === login)) throw new Misuse(words.noUser(login ?? ''));
  await writeAccounts(file, accounts.filter((account) => account.login !== login));
  console.log(words.userRemoved(login));
}

export async function listUsers(args: string[]): Promise<void> {
  for (const { login, name, role, groups } of await read(parseFlags(args).file)) console.log([login, name, role, groups.join(',')].join('\t'));
}

async function read(file: string): Promise<Account[]> {
  return readAccounts(file).catch(() => {
    throw new Misuse(words.noConfig(file));
  });
}

function parseFlags(args: string[]): { file: string; login: string | undefined } {
  try {
    const { accounts, login } = parseArgs({ args, options: { accounts: { type: 'string' }, login: { type: 'string' } } }).values;
    if (accounts === undefined) throw new Misuse(words.usage);
    return { file: accounts, login };
  } catch (error) {
    throw error instanceof Misuse ? error : new Misuse(words.badArgument(error instanceof Error ? error.message : ''));
  }
}
