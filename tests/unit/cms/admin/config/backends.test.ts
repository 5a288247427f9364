import { describe, expect, it } from 'vitest';
import { backendNames, chooseBackend, deskPolicy } from '../../../../../cms/admin/config/backends.ts';
import { describeAdminConfig } from '../../../../../cms/admin/config/collections.ts';

const settings: Record<(typeof backendNames)[number], Record<string, string>> = {
  proxy: {},
  github: { CMS_REPO: 'kenjinkai/knowledge', CMS_LOGIN_SERVER: 'https://login.example.jp' },
  gitlab: { CMS_REPO: 'kenjinkai/group/knowledge', CMS_APP_ID: 'abc' },
  forgejo: { CMS_REPO: 'kenjinkai/knowledge', CMS_HOST: 'https://git.example.jp/', CMS_APP_ID: 'abc' },
  gitea: { CMS_REPO: 'kenjinkai/knowledge', CMS_HOST: 'https://git.example.jp', CMS_APP_ID: 'abc' },
};

const expected = {
  proxy: { name: 'kenjinkai', branch: 'main' },
  github: { name: 'github', repo: 'kenjinkai/knowledge', base_url: 'https://login.example.jp', auth_endpoint: 'auth' },
  gitlab: {
    name: 'gitlab',
    auth_type: 'pkce',
    app_id: 'abc',
    base_url: 'https://gitlab.com',
    auth_endpoint: 'oauth/authorize',
    api_root: 'https://gitlab.com/api/v4',
  },
  forgejo: {
    name: 'forgejo',
    auth_type: 'pkce',
    base_url: 'https://git.example.jp',
    auth_endpoint: 'login/oauth/authorize',
    api_root: 'https://git.example.jp/api/v1',
  },
  gitea: {
    name: 'gitea',
    auth_type: 'pkce',
    base_url: 'https://git.example.jp',
    api_root: 'https://git.example.jp/api/v1',
  },
} as const;

describe.each(backendNames)('CMS_BACKEND=%s', (name) => {
  const chosen = chooseBackend({ CMS_BACKEND: name, ...settings[name] });
  const desk = describeAdminConfig({ chosen, address: 'https://example.lg.jp/', today: '2026-11-23', ownGroups: [] });

  it('makes the configuration that Decap wants', () => {
    expect(desk.backend).toMatchObject(expected[name]);
    expect(desk.publish_mode).toBe(name === 'gitea' ? 'simple' : 'editorial_workflow');
  });

  it('lets the desk talk to that host and no other', () => {
    const connect =
      /connect-src ([^;]*)/
        .exec(deskPolicy(chosen))?.[1]
        ?.split(' ')
        .filter((source) => source.startsWith('https:')) ?? [];
    expect(connect).toEqual(chosen.hosts ?? []);
    if (name === 'proxy') expect(deskPolicy(chosen)).not.toContain('https:');
  });

  it('says in Japanese what is missing', () => {
    for (const key of Object.keys(settings[name])) {
      const { [key]: left, ...rest } = settings[name];
      expect(left).toBeDefined();
      expect(() => chooseBackend({ CMS_BACKEND: name, ...rest }), key).toThrow(key);
    }
  });
});

it('is the project’s own server unless something else is chosen', () => expect(chooseBackend({}).name).toBe('proxy'));
it('lets no address say more in the page’s policy than a host', () => {
  for (const host of [
    'https://git.example.jp; script-src *',
    'https://git.example.jp *',
    "https://git.example.jp'",
    'http://git.example.jp',
    'https://a@git.example.jp',
  ]) {
    expect(() => chooseBackend({ CMS_BACKEND: 'forgejo', ...settings.forgejo, CMS_HOST: host }), host).toThrow(
      'CMS_HOST',
    );
  }
});
it('refuses what it does not know', () => expect(() => chooseBackend({ CMS_BACKEND: 'svn' })).toThrow('使えません'));
