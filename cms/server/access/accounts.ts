import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import * as z from 'zod';
import { passwordHash } from './password.ts';
import { groupIds, loginName, personMail, personName, placeholderMail, roles, type Person } from './person.ts';

/**
 * The people who may edit, from a YAML file that is read again when it changes, so that removing somebody works at
 * once.
 */
export function openAccounts(file: string): Accounts {
  let known: Account[] = [];
  let readAt = '';
  const load = async (): Promise<Account[]> => {
    const facts = await stat(file);
    const version = `${facts.mtimeMs} ${facts.size} ${facts.ino}`;
    if (version !== readAt) {
      known = await readAccounts(file);
      readAt = version;
    }
    return known;
  };
  return {
    find: async (login) => (await load()).find((account) => account.login === login),
    count: async () => (await load()).length,
  };
}

export function personOf(account: Account): Person {
  const { login, name, mail, role, groups } = account;
  return { login, name, mail: mail ?? placeholderMail(login), role, groups };
}

export async function readAccounts(file: string): Promise<Account[]> {
  return accountsFile.parse(parse(await readFile(file, 'utf8'))).users;
}

/** Whole or not at all, readable by its owner alone. */
export async function writeAccounts(file: string, users: readonly Account[]): Promise<void> {
  const text = stringify(accountsFile.parse({ users }));
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  // A file of that name that was there before would keep its own rights and, as a link, lead elsewhere.
  const fresh = `${file}.${process.pid}.new`;
  await rm(fresh, { force: true });
  await writeFile(fresh, text, { mode: 0o600, flag: 'wx', flush: true });
  await rename(fresh, file);
}

const account = z
  .strictObject({
    login: loginName,
    name: personName,
    mail: personMail.optional(),
    role: z.enum(roles),
    groups: groupIds.default([]),
    /** None for people whom a reverse proxy lets in. */
    password: z.string().regex(passwordHash).optional(),
  })
  .refine(({ role, groups }) => role !== 'editor' || groups.length > 0, { path: ['groups'] });

const accountsFile = z
  .strictObject({ users: z.array(account) })
  .refine(({ users }) => new Set(users.map(({ login }) => login)).size === users.length, { path: ['users'] });

export type Account = z.infer<typeof account>;

export interface Accounts {
  find: (login: string) => Promise<Account | undefined>;
  count: () => Promise<number>;
}
