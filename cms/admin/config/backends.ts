/**
 * Where the editors' work goes, chosen by one setting. `proxy` is the project's own server beside the site; the others
 * are Decap's own backends for hosted Git. Throws a Japanese sentence where the setting does not do.
 */
export function chooseBackend(environment: Readonly<Record<string, string | undefined>>): ChosenBackend {
  const name = environment['CMS_BACKEND'] ?? 'proxy';
  if (!isBackendName(name))
    throw new Error(`CMS_BACKEND に「${name}」は使えません。${backendNames.join('、')} のどれかを指定してください。`);
  const branch = environment['CMS_BRANCH'] ?? 'main';
  if (name === 'proxy') return { name, backend: { name: 'kenjinkai', branch }, workflow: true };

  const repo = environment['CMS_REPO'] ?? '';
  if (!/^[\w.-]+(\/[\w.-]+)+$/.test(repo))
    throw new Error(
      `CMS_BACKEND=${name} には CMS_REPO が必要です。CMS_REPO=組織名/リポジトリ名 の形で指定してください。`,
    );
  const backend = { name, repo, branch, commit_messages: commitMessages };
  const address = (key: string, needed: boolean): Record<string, string> => {
    const value = environment[key];
    if (value === undefined && needed)
      throw new Error(`CMS_BACKEND=${name} には ${key} が必要です。https:// で始まるアドレスを指定してください。`);
    // It goes into the page's policy, where a space or a semicolon would begin something else.
    if (value !== undefined && !/^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w./~-]*)?$/.test(value))
      throw new Error(`${key} の「${value}」は https:// で始まるアドレスではありません。`);
    return value === undefined ? {} : { [key]: value.replace(/\/$/, '') };
  };
  const appId = (): string => {
    const value = environment['CMS_APP_ID'];
    if (!value) throw new Error(`CMS_BACKEND=${name} には CMS_APP_ID（OAuthアプリケーションのID）が必要です。`);
    return value;
  };
  const pkce = (host: string, endpoint: string) => ({
    auth_type: 'pkce',
    base_url: host,
    auth_endpoint: endpoint,
    app_id: appId(),
  });

  switch (name) {
    case 'github': {
      const login = address('CMS_LOGIN_SERVER', true)['CMS_LOGIN_SERVER'] ?? '';
      return {
        name,
        backend: { ...backend, base_url: login, auth_endpoint: environment['CMS_LOGIN_PATH'] ?? 'auth' },
        workflow: true,
        hosts: ['https://api.github.com', 'https://raw.githubusercontent.com', login],
      };
    }
    case 'gitlab': {
      const host = address('CMS_HOST', false)['CMS_HOST'] ?? 'https://gitlab.com';
      return {
        name,
        backend: { ...backend, ...pkce(host, 'oauth/authorize'), api_root: `${host}/api/v4` },
        workflow: true,
        hosts: [host],
      };
    }
    case 'forgejo':
    case 'gitea': {
      const host = address('CMS_HOST', true)['CMS_HOST'] ?? '';
      return {
        name,
        backend: { ...backend, ...pkce(host, 'login/oauth/authorize'), api_root: `${host}/api/v1` },
        workflow: name === 'forgejo',
        hosts: [host],
      };
    }
  }
}

export const backendNames = ['proxy', 'github', 'gitlab', 'forgejo', 'gitea'] as const;

/** What the desk's own policy must allow besides the site itself. */
export function deskPolicy({ hosts = [] }: Pick<ChosenBackend, 'hosts'>): string {
  const also = hosts.length === 0 ? '' : ` ${hosts.join(' ')}`;
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${also}`,
    "font-src 'self' data:",
    `connect-src 'self' blob:${also}`,
    "frame-src 'self' blob:",
    "worker-src 'self' blob:",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

const commitMessages = {
  create: '{{collection}}を追加：{{slug}}',
  update: '{{collection}}を更新：{{slug}}',
  delete: '{{collection}}を削除：{{slug}}',
  uploadMedia: '画像を追加：{{path}}',
  deleteMedia: '画像を削除：{{path}}',
};

function isBackendName(name: string): name is BackendName {
  return (backendNames as readonly string[]).includes(name);
}

export type BackendName = (typeof backendNames)[number];

export interface ChosenBackend {
  name: BackendName;
  /** Decap's `backend` setting. */
  backend: Record<string, unknown> & { name: string };
  /** Whether drafts and reviews are possible: Decap's gitea backend has none. */
  workflow: boolean;
  /** Origins to which the desk has to talk. */
  hosts?: string[];
}
