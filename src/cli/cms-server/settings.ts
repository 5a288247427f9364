import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { refuseUnsafeFile } from '../../../cms/server/access/private-file.ts';
import { isRecord } from '../../lint/values.ts';
import { UsageError } from './usage-error.ts';
import { settingsFile, type CmsServerSettings } from './settings-file.ts';
import { cmsVariables, readVariables } from './variables.ts';
import { cmsServerWords as words } from './words.ts';
import { isLoopback } from '../../../cms/server/access/client-address.ts';

/**
 * Settings from the flags, else the environment, else the file, else the defaults. Refuses to open the door to a
 * network without a lock on it.
 */
export async function readSettings(args: string[], start: StartOptions = {}): Promise<CmsServerSettings> {
  const { written, file } = await readWritten(args, start);
  const merged = start.isOffice ? addOfficeDefaults(written) : written;
  const result = settingsFile.safeParse({ ...merged, repository: merged['repository'] ?? process.cwd() });
  if (!result.success) throw new UsageError(explain(result.error.issues[0], file ?? '引数か環境変数'));
  const { data } = result;
  if (data.address !== undefined) refuseOtherAddress(data.address, data);
  const hasSecret = data.access.mode === 'proxy' && data.access.secret !== undefined;
  if (file !== undefined && hasSecret) await refuseUnsafeFile(file, { isFromAdministrator: true });
  if (data.access.mode !== 'loopback') return data;
  if (!isLoopbackName(data.listen.host)) throw new UsageError(words.openDoor(data.listen.host));
  const named = data.otherHosts[0] ?? (data.address === undefined ? undefined : new URL(data.address).hostname);
  if (named !== undefined && !isLoopbackName(named.replace(/^\[|\]$/g, '')))
    throw new UsageError(words.namedWithoutLogin(named));
  return data;
}

/** An address that leads elsewhere than to what is served: the site would come up, and nobody could sign in. */
function refuseOtherAddress(address: string, { base, tls }: CmsServerSettings): void {
  const { pathname, protocol } = new URL(address);
  const path = pathname.endsWith('/') ? pathname : `${pathname}/`;
  if (path !== '/' && path !== base) throw new UsageError(words.otherBase(path, base));
  if (tls && protocol === 'http:') throw new UsageError(words.tlsWithoutHttps(address));
}

/** The accounts file of the same settings, for the commands that write it. */
export async function findAccountsFile(args: string[], start: StartOptions = {}): Promise<string | undefined> {
  const { written } = await readWritten(args, start);
  const { access } = start.isOffice ? addOfficeDefaults(written) : written;
  return isRecord(access) && typeof access['file'] === 'string' ? access['file'] : undefined;
}

async function readWritten(
  args: string[],
  { environment = process.env, isOffice = false }: StartOptions,
): Promise<Written> {
  const flags = parseFlags(args);
  const named = flags.config ?? (environment['CMS_CONFIG'] || undefined);
  const file = named ?? (isOffice && existsSync(usualFile) ? usualFile : undefined);
  const ofFile = file === undefined ? {} : resolveFiles(await readConfig(file), path.dirname(path.resolve(file)));
  const ofEnvironment = resolveFiles(readVariables(environment), process.cwd());
  const ofFlags = resolveFiles(nestFlags(flags), process.cwd());
  return { file, written: merge(merge(ofFile, ofEnvironment), ofFlags) };
}

/**
 * A server for an office: with accounts, and with a site that it builds itself. Without an address, on this machine.
 */
function addOfficeDefaults(written: Record<string, unknown>): Record<string, unknown> {
  const { access = {}, listen = {}, site, build = site === undefined, address } = written;
  const repository = typeof written['repository'] === 'string' ? written['repository'] : process.cwd();
  const mode = isRecord(access) ? (access['mode'] ?? 'accounts') : 'accounts';
  const port = isRecord(listen) && Number.isInteger(listen['port']) ? String(listen['port']) : usualPort;
  const isHere = !isRecord(listen) || listen['host'] === undefined || isLoopbackName(String(listen['host']));
  const file =
    mode === 'loopback' ? {} : { file: path.join(findGitFolder(repository), 'kenjinkai-cms', 'accounts.yaml') };
  const home = address ?? (isHere && mode === 'accounts' ? `http://localhost:${port}` : undefined);
  return {
    ...written,
    build,
    access: { ...file, ...(isRecord(access) ? access : {}), mode },
    ...(home === undefined ? {} : { address: home }),
  };
}

/** Where Git keeps what belongs to the clone and is neither checked out nor pushed. */
function findGitFolder(repository: string): string {
  try {
    const found = execFileSync('git', ['rev-parse', '--git-common-dir'], {
      cwd: repository,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return path.resolve(repository, found.trim());
  } catch {
    // Whoever opens the repository says what is wrong with it.
    return repository;
  }
}

function parseFlags(args: string[]) {
  const option = { type: 'string' } as const;
  const options = {
    config: option,
    repository: option,
    branch: option,
    site: option,
    base: option,
    host: option,
    port: option,
    address: option,
    accounts: option,
  };
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError(words.badArgument(error instanceof Error ? error.message : ''));
  }
}

function nestFlags({
  repository,
  branch,
  site,
  base,
  host,
  port,
  address,
  accounts,
}: ReturnType<typeof parseFlags>): Record<string, unknown> {
  const listen = { ...(host === undefined ? {} : { host }), ...(port === undefined ? {} : { port: Number(port) }) };
  const given = {
    repository,
    branch,
    site,
    base,
    address,
    listen: Object.keys(listen).length > 0 ? listen : undefined,
  };
  const access = accounts === undefined ? {} : { access: { mode: 'accounts', file: accounts } };
  return { ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)), ...access };
}

async function readConfig(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(words.noConfig(file));
  });
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [fault] = document.errors;
  if (fault) throw new UsageError(words.badYaml(file, lineCounter.linePos(fault.pos[0]).line));
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  return isRecord(value) ? value : {};
}

/** Paths in the file are relative to the file, those of flags and variables to where the command runs. */
function resolveFiles(written: Record<string, unknown>, folder: string): Record<string, unknown> {
  const resolved = { ...written };
  for (const {
    path: [first = '', second],
    kind,
  } of cmsVariables) {
    const value = resolved[first];
    if (kind !== 'file') continue;
    if (second === undefined && typeof value === 'string') resolved[first] = path.resolve(folder, value);
    else if (second !== undefined && isRecord(value) && typeof value[second] === 'string')
      resolved[first] = { ...value, [second]: path.resolve(folder, value[second]) };
  }
  return resolved;
}

/** The later one wins, setting by setting; another way of letting people in leaves nothing of the first. */
function merge(one: Record<string, unknown>, other: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = merged[key];
    const isOtherMode =
      key === 'access' &&
      isRecord(value) &&
      isRecord(before) &&
      value['mode'] !== undefined &&
      value['mode'] !== before['mode'];
    merged[key] = isRecord(value) && isRecord(before) && !isOtherMode ? { ...before, ...value } : value;
  }
  const { access } = merged;
  // Whoever names a file of accounts and nothing else wants them.
  if (isRecord(access) && access['mode'] === undefined && access['file'] !== undefined)
    merged['access'] = { mode: 'accounts', ...access };
  return merged;
}

function explain(issue: z.core.$ZodIssue | undefined, file: string): string {
  if (issue?.code === 'unrecognized_keys')
    return words.unknownSetting(file, [...issue.path, ...issue.keys.slice(0, 1)].join('.'));
  // Of a list the place is no name.
  const key = (issue?.path ?? []).filter((part) => typeof part === 'string').join('.');
  return words.badSetting(file, key, cmsVariables.find(({ path }) => path.join('.') === key)?.name);
}

function isLoopbackName(host: string): boolean {
  return host === 'localhost' || isLoopback(host);
}

/** Read by `npm run cms` if it is there. */
const usualFile = 'cms-server.yaml';
const usualPort = 4330;

interface Written {
  file: string | undefined;
  written: Record<string, unknown>;
}

export interface StartOptions {
  environment?: NodeJS.ProcessEnv;
  /** `npm run cms`: other defaults, for an office network. */
  isOffice?: boolean;
}
