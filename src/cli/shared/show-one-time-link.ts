import { fstatSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CmsServer } from '../../../cms/server/create-cms-server.ts';
import { commandLineWords as words } from './words.ts';

/**
 * Tells the person who started the server, and nobody else, which link opens the desk; again after each use, because
 * each works once. `origin` is the server's, as in `http://localhost:4321`. Does nothing where the desk has a login.
 */
export async function showOneTimeLink({ oneTimeLink, privateFolder }: CmsServer, origin: string): Promise<void> {
  if (!oneTimeLink) return;
  const file = path.join(privateFolder, 'one-time-link.txt');
  const show = async (): Promise<void> => {
    const link = origin + oneTimeLink.path();
    if (!canOthersRead(process.stdout.fd)) return console.log(words.oneTimeLink(link));
    await rm(file, { force: true });
    await writeFile(file, `${link}\n`, { mode: 0o600, flag: 'wx' });
    console.log(words.oneTimeLinkIn(file));
  };
  oneTimeLink.onUse(() => void show().catch((error: unknown) => console.error(error)));
  await show();
}

/**
 * Output that goes into a file which others may read, or to the system's journal, is no place for a secret. systemd
 * names the journal's device and inode in `JOURNAL_STREAM`; other sockets are pipes from a parent process.
 */
function canOthersRead(output: number): boolean {
  const facts = fstatSync(output);
  const isJournal = process.env.JOURNAL_STREAM === `${facts.dev}:${facts.ino}`;
  return isJournal || (facts.isFile() && (facts.mode & 0o077) !== 0);
}
