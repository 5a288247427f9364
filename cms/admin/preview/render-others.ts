import { prefectureName } from '../../../src/library/answerers.ts';
import { eventKinds, isKeyOf, prideKinds, synonymStrengths } from '../../../src/schema/choices.ts';
import { eventTitle } from '../../../src/library/event-times.ts';
import { formatSpan } from '../../../src/strings/dates.ts';
import { siteWords } from '../../../src/strings/site.ts';
import { html, type Html } from './page-html.ts';
import { listOf, sources, text, writtenText } from './parts.ts';
import type { PreviewContext } from './render-qa.ts';

/** The pages of the smaller collections, with the markup of the site's own. */

export function renderEvent(data: Record<string, unknown>, { base }: PreviewContext): Html {
  const kind = text(data['kind']);
  const [start, end] = [text(data['start']), text(data['end'])];
  const isDated = !Number.isNaN(Date.parse(start)) && !Number.isNaN(Date.parse(end));
  const when = isDated ? formatSpan(start, end) : text(data['when']);
  return html`<main id="content">
    <h1>${eventTitle(text(data['title'])) || '（催しの名前）'}</h1>
    ${sample(data)}
    <p class="lead">${text(data['summary'])}</p>
    <dl class="facts">
      <div>
        <dt>日時</dt>
        <dd>${when}</dd>
      </div>
      <div>
        <dt>種類</dt>
        <dd>${isKeyOf(eventKinds, kind) ? eventKinds[kind] : ''}</dd>
      </div>
      ${
        text(data['place']) !== '' &&
        html`<div>
          <dt>場所</dt>
          <dd>${text(data['place'])}</dd>
        </div>`
      }${
        text(data['group']) !== '' &&
        html`<div>
          <dt>県人会</dt>
          <dd>${prefectureName(text(data['group']))}人会</dd>
        </div>`
      }
    </dl>
    <div class="prose">${writtenText(text(data['description']), base)}</div>
    ${sources(data['sources'])}
  </main>`;
}

export function renderPride(data: Record<string, unknown>, { base }: PreviewContext): Html {
  const kind = text(data['kind']);
  return html`<main id="content">
    <ul class="pride-list">
      <li class="card pride-card">
        <p class="pride-where">
          ${prefectureName(text(data['group']))}
          ${text(data['place'])}・${isKeyOf(prideKinds, kind) ? prideKinds[kind] : ''}${sample(data)}
        </p>
        <h3>${text(data['title']) || '（題名）'}</h3>
        <div class="prose">${writtenText(text(data['text']), base)}</div>
        ${sources(data['sources'])}
      </li>
    </ul>
  </main>`;
}

export function renderTopic(data: Record<string, unknown>): Html {
  return html`<main id="content">
    <h1>${text(data['name']) || '（話題の名前）'}</h1>
    <p class="lead">${text(data['description'])}</p>
  </main>`;
}

export function renderGroup(data: Record<string, unknown>): Html {
  return html`<main id="content">
    <h1>${text(data['groupName']) || '（県人会の名前）'}</h1>
    <div class="prose">
      ${text(data['introduction'])
        .split('\n')
        .map((line) => html`<p>${line}</p>`)}
    </div>
    ${sources(data['sources'])}
  </main>`;
}

export function renderVocabulary(data: Record<string, unknown>): Html {
  const words = (value: unknown) => (Array.isArray(value) ? value.map(String).join('、') : '');
  const strength = (value: unknown) =>
    isKeyOf(synonymStrengths, text(value)) ? synonymStrengths[text(value) as keyof typeof synonymStrengths] : '';
  return html`<main id="content">
    <h1>${text(data['title']) || '（分野の名前）'}</h1>
    <div class="prose">
      <table>
        <thead>
          <tr>
            <th>この言葉で検索した人に</th>
            <th>見つけたい言葉</th>
            <th>近さ</th>
          </tr>
        </thead>
        <tbody>
          ${listOf(data['synonyms']).map(
            (group) =>
              html`<tr>
                <td>${words(group['words'])}</td>
                <td>${words(group['to']) || '（互いに）'}</td>
                <td>${strength(group['strength'])}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </main>`;
}

function sample(data: Record<string, unknown>): Html | false {
  return data['provenance'] === 'sample' && html`<span class="tag tag-sample">${siteWords.sample}</span>`;
}
