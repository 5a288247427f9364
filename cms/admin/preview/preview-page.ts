/** Entry of the page that shows a saved draft as the site will, in its full width: what 「見え方を開く」 opens. */
import '../look/desk.css';
import { toDayInJapan } from '../../../src/strings/days.ts';
import { isYamlPath } from '../backend/entry-path.ts';
import { createClient, type Client } from '../backend/client.ts';
import { readFile } from '../backend/apply-changes.ts';
import { createCatalogue } from '../questions/catalogue.ts';
import { askLogin } from '../dialogs/ask-login.ts';
import { askOneTimeLink } from '../dialogs/ask-one-time-link.ts';
import { askReconnect } from '../dialogs/ask-reconnect.ts';
import { element } from '../element.ts';
import { explainError } from '../messages/plain-error.ts';
import { readSettings } from '../boot/settings.ts';
import { renderEntry } from './register-previews.ts';

const root = document.getElementById('desk');
if (root) {
  root.dataset['started'] = '';
  void open(root);
  addEventListener('hashchange', () => void open(root));
}

async function open(root: HTMLElement): Promise<void> {
  const { base } = readSettings(root);
  // Decap puts the page that the entry will have behind it.
  const [collection = '', ...rest] = decodeURI(location.hash.slice(1)).split('/');
  const slug = rest.slice(0, collection === 'qa' ? 2 : 1).join('/');
  const edit = element('a', { href: `${base}admin/#/collections/${collection}/entries/${slug}` }, '編集に戻る');
  try {
    const client = createClient({
      base,
      fetch: fetch.bind(globalThis),
      signIn: askLogin,
      openLink: askOneTimeLink,
      reconnect: askReconnect,
    });
    await client.openSession();
    await client.signIn();
    const page = await drawDraft(client, { base, collection, slug });
    const bar = element('p', { class: 'kj-draft-bar' }, '保存した下書きの見え方です。まだ公開されていません。 ', edit);
    root.replaceChildren(bar, page);
  } catch (error) {
    root.replaceChildren(
      element(
        'main',
        { class: 'kj-message' },
        element('h1', {}, '下書きの見え方を表示できません'),
        element('p', {}, explainError(error)),
        element('p', {}, edit),
      ),
    );
  }
}

async function drawDraft(client: Client, { base, collection, slug }: Place): Promise<HTMLElement> {
  const { diffs } = await client.act('unpublishedEntry', { collection, slug });
  const file = diffs.find(({ binary }) => !binary);
  if (!file) throw new Error('この下書きには、表示する文章がありません。');
  const { data } = await client.act('unpublishedEntryDataFile', {
    collection,
    slug,
    path: file.path,
  });
  const { fields, body } = readFile(data, isYamlPath(file.path));
  const { topics } = await createCatalogue({ base, client }).load();
  const topicNames = new Map(topics.map(({ id, name }) => [id, name]));
  const page = element('div', { class: 'kj-draft-page' });
  page.innerHTML = renderEntry(
    collection,
    { ...fields, body: body ?? '' },
    { base, today: toDayInJapan(new Date()), topicNames },
  );
  for (const { path, binary } of diffs) if (binary) await showImage(client, page, { base, collection, slug, path });
  return page;
}

/** A picture of the draft is nowhere on the site yet. */
async function showImage(
  client: Client,
  page: HTMLElement,
  { base, ...asked }: Place & { path: string },
): Promise<void> {
  const name = asked.path.split('/').at(-1) ?? '';
  const images = page.querySelectorAll<HTMLImageElement>(`img[src="${CSS.escape(`${base}images/${name}`)}"]`);
  if (images.length === 0) return;
  const { content } = await client.act('unpublishedEntryMediaFile', asked);
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes]));
  for (const image of images) Object.assign(image, { loading: 'eager', src: address });
}

interface Place {
  base: string;
  collection: string;
  slug: string;
}
