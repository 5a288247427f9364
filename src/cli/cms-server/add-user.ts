import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { readAccounts, writeAccounts, type Account } from '../../../cms/server/access/accounts.ts';
import { refuseUnsafeFile } from '../../../cms/server/access/private-file.ts';
import { hashPassword } from '../../../cms/server/access/password.ts';
import { groupIds, loginName, personMail, personName, roles } from '../../../cms/server/access/person.ts';
import { askPassword } from './ask-password.ts';
import { UsageError } from './usage-error.ts';
import { findAccountsFile, type StartOptions } from './settings.ts';
import { cmsServerWords as words } from './words.ts';

/** Adds somebody who may edit, or changes what they may do. */
export async function addUser(args: string[], start: StartOptions = {}): Promise<void> {
  const { accounts, 'without-password': withoutPassword, ...rest } = parseFlags(args);
  const file = accounts ?? (await findAccountsFile([], start));
  if (file === undefined) throw new UsageError(words.usage);
  const result = userFlags.safeParse({ ...rest, groups: rest.groups?.split(',') ?? [] });
  if (!result.success) throw new UsageError(words.badUser(String(result.error.issues[0]?.path[0] ?? '')));
  const { mail, ...user } = result.data;
  const password = withoutPassword === true ? undefined : await hashPassword(await readPassword());
  const account: Account = {
    ...user,
    ...(mail === undefined ? {} : { mail }),
    ...(password === undefined ? {} : { password }),
  };
  // What others could only read is put right by writing it; what they could write may not be the owner's words.
  await refuseUnsafeFile(file, { leave: ['readable'] });
  const others = existsSync(file) ? (await readAccounts(file)).filter(({ login }) => login !== account.login) : [];
  await writeAccounts(file, [...others, account]);
  console.log(words.userSaved(account.login));
}

async function readPassword(): Promise<string> {
  const password = await askPassword(words.askPassword);
  if ([...password].length < 12) throw new UsageError(words.shortPassword);
  if (process.stdin.isTTY && (await askPassword(words.askAgain)) !== password)
    throw new UsageError(words.differentPasswords);
  return password;
}

function parseFlags(args: string[]) {
  const option = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args,
      options: {
        accounts: option,
        login: option,
        name: option,
        mail: option,
        role: option,
        groups: option,
        'without-password': { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(words.badArgument(error instanceof Error ? error.message : ''));
  }
}

const userFlags = z
  .strictObject({
    login: loginName,
    name: personName,
    mail: personMail.optional(),
    role: z.enum(roles),
    groups: groupIds,
  })
  .refine(({ role, groups }) => role !== 'editor' || groups.length > 0, { path: ['groups'] });
