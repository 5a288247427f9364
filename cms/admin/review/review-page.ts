/** Entry of the review page: what has to be looked at again, with one click for what still holds. */
import '../look/look.css';
import { prefectureName } from '../../../src/library/answerers.ts';
import { formatShortDay } from '../../../src/strings/dates.ts';
import { addMonths, toDayInJapan } from '../../../src/strings/days.ts';
import { createClient, type Client } from '../backend/client.ts';
import { createEntryList } from '../backend/entry-list.ts';
import type { ListedEntry } from '../../protocol/entry-shapes.ts';
import { askLogin } from '../dialogs/ask-login.ts';
import { askOneTimeLink } from '../dialogs/ask-one-time-link.ts';
import { askReconnect } from '../dialogs/ask-reconnect.ts';
import { sayNoServer } from '../dialogs/say-no-server.ts';
import { showStartFailure } from '../dialogs/show-start-failure.ts';
import { button, element } from '../element.ts';
import { explainError } from '../messages/plain-error.ts';
import '../messages/messages.css';
import { readSettings } from '../boot/settings.ts';
import { listDue, type DueQuestion } from './list-due.ts';
import { confirmStillRight } from './still-right.ts';

const root = document.getElementById('desk');
if (root) {
  root.dataset['started'] = '';
  open(root).catch(() => showStartFailure(root));
}

async function open(root: HTMLElement): Promise<void> {
  const { base } = readSettings(root);
  const client = createClient({
    base,
    fetch: fetch.bind(globalThis),
    signIn: askLogin,
    openLink: askOneTimeLink,
    reconnect: askReconnect,
  });
  try {
    await client.openSession();
  } catch (error) {
    return sayNoServer(root, error);
  }
  const { user } = await client.signIn();
  const entries = await createEntryList(client).load({ folder: 'content/qa', extension: 'mdx', depth: 2 });
  draw(root, client, entries, base, user?.groups ?? []);
}

function draw(
  root: HTMLElement,
  client: Client,
  entries: readonly ListedEntry[],
  base: string,
  ownGroups: readonly string[],
): void {
  const today = toDayInJapan(new Date());
  const within = element(
    'select',
    { id: 'kj-within', class: 'kj-input' },
    element('option', { value: '0' }, '期限が過ぎたもの'),
    element('option', { value: '3' }, '3か月以内のものも'),
    element('option', { value: '12' }, '1年以内のものも'),
  );
  const mine = element('input', { id: 'kj-mine', type: 'checkbox' });
  mine.checked = ownGroups.length > 0;
  const count = element('p', { role: 'status' });
  const body = element('tbody', { role: 'rowgroup' });
  const show = () => {
    const due = listDue(entries, {
      until: addMonths(today, Number(within.value)),
      groups: mine.checked ? ownGroups : [],
    });
    count.textContent = due.length === 0 ? '見直しが必要な質問はありません。' : `${due.length}件あります。`;
    body.replaceChildren(...due.map((question) => row(question, client, base, today)));
  };
  within.addEventListener('change', show);
  mine.addEventListener('change', show);
  root.replaceChildren(
    element(
      'main',
      { class: 'kj-review' },
      element('p', {}, element('a', { href: `${base}admin/` }, '← 編集室へ戻る')),
      element('h1', {}, '見直しが必要な質問'),
      element(
        'p',
        {},
        '内容がいまも正しければ「まだ正しい」を押してください。見直し期限が1年先になります。直すところがあれば、質問を開いて編集してください。',
      ),
      element(
        'div',
        { class: 'kj-row' },
        element('label', { for: within.id }, '範囲'),
        within,
        ...(ownGroups.length > 0 ? [mine, element('label', { for: mine.id }, '自分の県人会だけ')] : []),
      ),
      count,
      createTable(body),
    ),
  );
  show();
}

/** On a narrow screen its parts lie one below the other, where browsers forget that it is a table: hence the roles. */
function createTable(body: HTMLElement): HTMLElement {
  const titles = ['質問', '県人会', '見直し期限', '確認'];
  const cells = titles.map((title) => element('th', { scope: 'col', role: 'columnheader' }, title));
  const head = element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...cells));
  return element('table', { role: 'table' }, head, body);
}

function row(question: DueQuestion, client: Client, base: string, today: string): HTMLElement {
  const answer = element('td', { role: 'cell' });
  // Takes the focus while the button is away, so that the next press of Tab goes on from this row.
  const said = element('span', { role: 'status', tabindex: '-1' });
  const press = button('まだ正しい', () => {
    press.hidden = true;
    said.textContent = '保存しています…';
    said.focus();
    void confirmStillRight(client, { path: question.path, slug: question.slug, today })
      .then((done) => {
        if (done.kind === 'has-draft')
          said.textContent = '編集中の下書きがあります。下書きの見直し期限を変えてください。';
        else if (done.kind === 'gone') said.textContent = 'この質問は、いまは公開されていません。';
        else
          said.textContent = `${done.kind === 'published' ? '公開しました' : '確認待ちに出しました'}（次は${formatShortDay(done.reviewBy)}）`;
      })
      .catch((error: unknown) => {
        said.textContent = explainError(error);
        press.hidden = false;
        press.focus();
      });
  });
  press.setAttribute('aria-label', `「${question.question}」はまだ正しい`);
  answer.append(press, ' ', said);
  const link = element('a', { href: `${base}admin/#/collections/qa/entries/${question.slug}` }, question.question);
  const day = `${formatShortDay(question.reviewBy)}${question.needsReview ? '（要確認）' : ''}`;
  const cells = [link, prefectureName(question.group), day].map((content) => element('td', { role: 'cell' }, content));
  return element('tr', { role: 'row' }, ...cells, answer);
}
