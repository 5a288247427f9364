import { UsageError } from './usage-error.ts';
import { cmsServerWords as words } from './words.ts';

/**
 * Settings of the office server as environment variables, each with the setting of the file that it stands for. What
 * editors' builds for hosted Git read beside them (`CMS_BACKEND` …) is in `cms/admin/config/backends.ts`.
 * `docs/server.md` lists all.
 */
export const cmsVariables: readonly Variable[] = [
  { name: 'CMS_REPOSITORY', path: ['repository'], kind: 'file' },
  { name: 'CMS_BRANCH', path: ['branch'], kind: 'text' },
  { name: 'CMS_ADDRESS', path: ['address'], kind: 'text' },
  { name: 'CMS_BASE', path: ['base'], kind: 'text' },
  { name: 'CMS_LISTEN_HOST', path: ['listen', 'host'], kind: 'text' },
  { name: 'CMS_LISTEN_PORT', path: ['listen', 'port'], kind: 'number' },
  { name: 'CMS_TLS_CERTIFICATE', path: ['tls', 'certificate'], kind: 'file' },
  { name: 'CMS_TLS_KEY', path: ['tls', 'key'], kind: 'file' },
  { name: 'CMS_OTHER_HOSTS', path: ['otherHosts'], kind: 'list' },
  { name: 'CMS_TRUSTED_PROXIES', path: ['trustedProxies'], kind: 'list' },
  { name: 'CMS_SECOND_PERSON', path: ['secondPerson'], kind: 'list' },
  { name: 'CMS_ACCESS', path: ['access', 'mode'], kind: 'text' },
  { name: 'CMS_ACCOUNTS', path: ['access', 'file'], kind: 'file' },
  { name: 'CMS_IDLE_MINUTES', path: ['access', 'idleMinutes'], kind: 'number' },
  { name: 'CMS_LONGEST_HOURS', path: ['access', 'longestHours'], kind: 'number' },
  { name: 'CMS_USER_HEADER', path: ['access', 'userHeader'], kind: 'text' },
  { name: 'CMS_SECRET_HEADER', path: ['access', 'secretHeader'], kind: 'text' },
  { name: 'CMS_SECRET', path: ['access', 'secret'], kind: 'text' },
  { name: 'CMS_TRUSTED_ADDRESSES', path: ['access', 'trustedAddresses'], kind: 'list' },
  { name: 'CMS_EDITOR_NAME', path: ['access', 'name'], kind: 'text' },
  { name: 'CMS_EDITOR_MAIL', path: ['access', 'mail'], kind: 'text' },
  { name: 'CMS_SITE', path: ['site'], kind: 'file' },
  { name: 'CMS_BUILD', path: ['build'], kind: 'switch' },
  { name: 'CMS_MEDIA_FOLDER', path: ['mediaFolder'], kind: 'text' },
  { name: 'CMS_AUDIT_FILE', path: ['auditFile'], kind: 'file' },
];

/** What the environment says, in the shape of the settings file. An empty variable says nothing. */
export function readVariables(environment: NodeJS.ProcessEnv): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { name, path, kind } of cmsVariables) {
    const text = environment[name] ?? '';
    if (text === '') continue;
    const [first = '', second] = path;
    const value = readValue(name, kind, text);
    if (second === undefined) found[first] = value;
    else found[first] = { ...(found[first] as object | undefined), [second]: value };
  }
  return found;
}

function readValue(name: string, kind: Variable['kind'], text: string): unknown {
  if (kind === 'number') return Number(text);
  if (kind === 'list')
    return text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  if (kind !== 'switch') return text;
  if (text !== 'on' && text !== 'off') throw new UsageError(words.badSwitch(name, text));
  return text === 'on';
}

export interface Variable {
  name: string;
  /** Keys in the settings file. */
  path: readonly string[];
  /** `file`: a path, from where the command runs; `list`: with commas between; `switch`: `on` or `off`. */
  kind: 'text' | 'number' | 'file' | 'list' | 'switch';
}
