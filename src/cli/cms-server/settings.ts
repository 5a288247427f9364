import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import { isLoopback } from '../../../cms/server/access/addresses.ts';
import { refuseUnsafeFile } from '../../../cms/server/access/private-file.ts';
import { cmsOptions } from '../../../cms/server/options.ts';
import { Misuse } from './misuse.ts';
import { cmsServerWords as words } from './words.ts';

/** Settings from the file and the flags, flags first. Refuses to open the door to a network without a lock on it. */
export async function readSettings(args: string[]): Promise<CmsServerSettings> {
  const flags = parseFlags(args);
  const file = flags.config;
  const written = file === undefined ? {} : await readConfig(file);
  const merged = mergeFlags(written, flags, file === undefined ? process.cwd() : path.dirname(path.resolve(file)));
  const result = settingsFile.safeParse(merged);
  if (!result.success) throw new Misuse(explain(result.error.issues[0], file ?? '引数'));
  const { data } = result;
  const hasSecret = data.access.mode === 'proxy' && data.access.secret !== undefined;
  if (file !== undefined && hasSecret) await refuseUnsafeFile(file, { isFromAdministrator: true });
  if (data.access.mode !== 'loopback') return data;
  if (!isLoopbackName(data.listen.host)) throw new Misuse(words.openDoor(data.listen.host));
  const named = data.otherHosts[0] ?? (data.address === undefined ? undefined : new URL(data.address).hostname);
  if (named !== undefined && !isLoopbackName(named.replace(/^\[|\]$/g, ''))) throw new Misuse(words.namedWithoutLogin(named));
  return data;
}

function parseFlags(args: string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({ args, options: { config: option, repository: option, branch: option, site: option, base: option, host: option, port: option, address: option, accounts: option } }).values;
  } catch (error) {
    throw new Misuse(words.badArgument(error instanceof Error ? error.message : ''));
  }
}

async function readConfig(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Misuse(words.noConfig(file));
  });
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [fault] = document.errors;
  if (fault) throw new Misuse(words.badYaml(file, lineCounter.linePos(fault.pos[0]).line));
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** Paths in the file are relative to the file, those of flags to where the command runs. */
function mergeFlags(written: Record<string, unknown>, flags: ReturnType<typeof parseFlags>, folder: string): Record<string, unknown> {
  const inFile = (value: unknown): unknown => (typeof value === 'string' ? path.resolve(folder, value) : value);
  const access = written.access as Record<string, unknown> | undefined;
  const listen = { ...(written.listen as object | undefined), ...(flags.host === undefined ? {} : { host: flags.host }), ...(flags.port === undefined ? {} : { port: Number(flags.port) }) };
  const chosen = {
    ...written,
    listen,
    repository: flags.repository === undefined ? inFile(written.repository ?? process.cwd()) : path.resolve(flags.repository),
    site: flags.site === undefined ? inFile(written.site) : path.resolve(flags.site),
    auditFile: inFile(written.auditFile),
    branch: flags.branch ?? written.branch,
    base: flags.base ?? written.base,
    address: flags.address ?? written.address,
    access: flags.accounts === undefined ? (typeof access?.file === 'string' ? { ...access, file: inFile(access.file) } : access) : { mode: 'accounts', file: path.resolve(flags.accounts) },
  };
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
}

function explain(issue: z.core.$ZodIssue | undefined, file: string): string {
  if (issue?.code === 'unrecognized_keys') return words.unknownSetting(file, [...issue.path, ...issue.keys.slice(0, 1)].join('.'));
  return words.badSetting(file, issue?.path.join('.') ?? '');
}

function isLoopbackName(host: string): boolean {
  return host === 'localhost' || isLoopback(host);
}

const settingsFile = z
  .strictObject({
    ...z.strictObject(cmsOptions.shape).omit({ root: true }).shape,
    repository: z.string().min(1),
    /** Folder of the built site, served beside the CMS; none where another server does that. */
    site: z.string().min(1).optional(),
    listen: z.strictObject({ host: z.string().regex(/^[A-Za-z0-9.:-]{1,100}$/).default('127.0.0.1'), port: z.int().min(1).max(65_535).default(4330) }).prefault({}),
    tls: z.strictObject({ certificate: z.string().min(1), key: z.string().min(1) }).optional(),
  })
  .refine(({ access, address }) => access.mode === 'loopback' || address !== undefined, { path: ['address'] })
  .refine(({ access, trustedProxies }) => access.mode !== 'loopback' || trustedProxies.length === 0, { path: ['trustedProxies'] });

export type CmsServerSettings = z.infer<typeof settingsFile>;
