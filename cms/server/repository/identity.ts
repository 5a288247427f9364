import type { Git } from './git/git.ts';

export async function readIdentity(git: Git): Promise<{ name: string; mail: string } | undefined> {
  const [name = '', mail = ''] = await Promise.all(
    ['user.name', 'user.email'].map(async (key) =>
      (await git.run(['config', '--get', key], { accept: [1] })).toString().trim(),
    ),
  );
  return name === '' || mail === '' ? undefined : { name, mail };
}
