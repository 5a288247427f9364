import path from 'node:path';
import { audiences, isKeyOf, type Audience } from '../schema/choices.ts';
import { toDayInJapan } from '../strings/days.ts';
import { checkFolders } from './check-folders.ts';

/**
 * Settings of a build from the environment; each has a default with which the site works on this machine. Throws an
 * error with a Japanese sentence for a value that cannot be used.
 */
export function readBuildSettings(environment: NodeJS.ProcessEnv): BuildSettings {
  const audience = environment['AUDIENCE'] ?? 'public';
  if (!isKeyOf(audiences, audience))
    throw new Error(
      `AUDIENCE に「${audience}」は使えません。public（公開）か members（会員限定を含む）を指定してください。`,
    );
  const site = environment['SITE_URL'] ?? 'http://localhost:4321';
  if (!URL.canParse(site))
    throw new Error(
      `SITE_URL の「${site}」はアドレスとして読めません。https://example.lg.jp のように指定してください。`,
    );
  const day = environment['BUILD_DAY'];
  if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new Error(`BUILD_DAY の「${day}」は日付として読めません。2026-11-23 のように指定してください。`);
  const folders = {
    outDir: path.resolve(environment['OUT_DIR'] ?? (audience === 'public' ? 'dist' : `dist-${audience}`)),
    contentRoot: path.resolve(environment['CONTENT_ROOT'] ?? '.'),
    cacheFolder: path.resolve('.cache'),
    siteCacheFolder: path.resolve(environment['CACHE_DIR'] ?? '.cache/astro'),
  };
  checkFolders(folders);
  return {
    audience,
    site,
    getDay: () => day ?? toDayInJapan(new Date()),
    base: `/${(environment['BASE_PATH'] ?? '/').split('/').filter(Boolean).join('/')}/`.replace('//', '/'),
    ...folders,
    cards: environment['CARDS'] !== 'off',
    feedback: readFeedback(environment),
    operation: readOperation(environment),
  };
}

function readFeedback(environment: NodeJS.ProcessEnv): BuildSettings['feedback'] {
  const { FEEDBACK_URL: url = '', FEEDBACK_MAIL: mail = '' } = environment;
  if (url !== '' && !/^https?:$/.test(URL.parse(url.replace(/[{}]/g, ''))?.protocol ?? ''))
    throw new Error(
      `FEEDBACK_URL の「${url}」はアドレスとして読めません。https:// で始まるフォームや課題管理のアドレスを指定してください。`,
    );
  if (mail !== '' && !/^[^\s@]+@[^\s@]+$/.test(mail))
    throw new Error(`FEEDBACK_MAIL の「${mail}」はメールアドレスとして読めません。`);
  return { url, mail };
}

function readOperation(environment: NodeJS.ProcessEnv): BuildSettings['operation'] {
  const read = (name: string) => (environment[name] ?? '').trim();
  const [operator, contact, cityHall] = [read('OPERATOR'), read('CONTACT'), read('CITY_HALL_URL')];
  if (contact !== '' && !isMail(contact) && !isWebAddress(contact)) {
    throw new Error(
      `CONTACT の「${contact}」は連絡先として読めません。メールアドレスか、https:// で始まる問い合わせ先のアドレスを指定してください。`,
    );
  }
  if (cityHall !== '' && !isWebAddress(cityHall)) {
    throw new Error(
      `CITY_HALL_URL の「${cityHall}」はアドレスとして読めません。https:// で始まるオンライン市役所のアドレスを指定してください。`,
    );
  }
  return { operator, contact, cityHall };
}

function isMail(text: string): boolean {
  return /^[^\s@/]+@[^\s@/]+$/.test(text);
}

function isWebAddress(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '');
}

export interface BuildSettings {
  audience: Audience;
  /** Origin under which the site is published. */
  site: string;
  /** The day in Japan, ISO: `BUILD_DAY`, or today. */
  getDay: () => string;
  /** Path below the origin, with slashes at both ends. */
  base: string;
  outDir: string;
  /** The folder that holds `content/`. */
  contentRoot: string;
  /** Folder for what our integrations keep between builds: cards, the search index, the build lock. */
  cacheFolder: string;
  /** Astro's own cache folder, with the content store of the loaders. */
  siteCacheFolder: string;
  /** Whether pictures for chats are drawn (`CARDS=off` leaves them out). */
  cards: boolean;
  /**
   * Where readers' notes go: a form's address with {id} {version} {section} {kind} {question} {url}, or a mail address;
   * '' for neither.
   */
  feedback: { url: string; mail: string };
  /** Who runs the site, whom people outside the groups ask, and where オンライン市役所 is; '' where it is not set. */
  operation: { operator: string; contact: string; cityHall: string };
}
