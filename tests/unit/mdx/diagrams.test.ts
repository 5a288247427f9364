import { describe, expect, it } from 'vitest';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';
import { breakLabel } from '../../../src/mdx/diagrams/draw.ts';
import { readPlan } from '../../../src/mdx/diagrams/plan.ts';
import { elements } from './read-html.ts';

const compile = (source: string) => compileMdx(source, { basePath: '/' });
const codes = (source: string) => compile(source).problems.map(({ code }) => code);
const table = '| 部屋 | 使い方 |\n| - | - |\n| 体育館 | 居る場所 |\n| 保健室 | 休む |\n| 教室 | 着替え |\n\n';
const rooms = (plan: string) => `<Rooms title="割り当て" plan="${plan}">\n\n${table}</Rooms>`;

describe('a diagram', () => {
  it('numbers its boxes as the rows of its table, and is named for who cannot see it', () => {
    const { html, text, problems } = compile(`<Flow title="会場の流れ">\n\n${table}</Flow>`);
    expect(problems).toEqual([]);
    expect([...html.matchAll(/class="diagram-number"[^>]*>([^<]+)</g)].map(([, number]) => number)).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect([...html.matchAll(/class="diagram-text"[^>]*>([^<]+)</g)].map(([, label]) => label)).toEqual([
      '体育館',
      '保健室',
      '教室',
    ]);
    expect(elements(html, 'svg')).toEqual([
      {
        class: 'diagram-picture',
        viewBox: '0 0 360 184',
        role: 'img',
        'aria-label': '会場の流れの図。番号は下の表の行です。',
      },
    ]);
    expect(text.match(/体育館/g)).toHaveLength(1);
    expect(html).toContain('class="diagram diagram-counts"');
  });

  it('takes the numbers of a table that counts its rows', () => {
    const { html } = compile('<Flow title="流れ">\n\n| 順 | 場所 |\n| - | - |\n| 3 | 予診 |\n| 4 | 接種 |\n\n</Flow>');
    expect([...html.matchAll(/class="diagram-(?:number|text)"[^>]*>([^<]+)</g)].map(([, words]) => words)).toEqual([
      '3',
      '予診',
      '4',
      '接種',
    ]);
    expect(html).not.toContain('diagram-counts');
  });

  it.each(['1 1 2 / 1 1 3', '１ ２／３ ３', '1, 2, 3', '. 1 / 2 3'])('takes the plan %s', (plan) => {
    expect(codes(rooms(plan))).toEqual([]);
  });

  it.each([
    '1 2',
    '1 2 3 4',
    '1 2 / 3',
    '1 2 / 2 3',
    '1 1 / 1 2 / 3 3',
    '1 2 3 3 3 3',
    'a b c',
    '0 1 2 3',
    '1 2 3 / 1 2 1',
  ])('refuses the plan %s', (plan) => {
    expect(codes(rooms(plan))).toEqual(['rooms-plan']);
  });

  it.each([
    ['<Flow title="流れ">\n\n文\n\n</Flow>', 'table-content'],
    ['<Flow title="流れ">\n\n| 場所 |\n| - |\n\n</Flow>', 'table-content'],
    [`<Flow title="流れ">\n\n文\n\n${table}</Flow>`, 'table-content'],
    [`<Flow>\n\n${table}</Flow>`, 'missing-attribute'],
    [`<Rooms title="部屋">\n\n${table}</Rooms>`, 'missing-attribute'],
    [`<Timeline base="開庁日">\n\n${table}</Timeline>`, 'no-times'],
    ['<Timeline>\n\n| 時期 |\n| - |\n| 前日 |\n\n</Timeline>', 'missing-attribute'],
  ])('refuses %j', (source, code) => {
    expect(codes(source)).toEqual([code]);
  });

  it('keeps a table that counts from a day as it is, with the name of the day', () => {
    const { html, problems } = compile(
      '<Timeline base="開庁日">\n\n| 時期 | すること |\n| - | - |\n| 3か月前 | 契約 |\n| 随時 | 相談 |\n\n</Timeline>',
    );
    expect(problems).toEqual([]);
    expect(html).toMatch(/^<div class="timeline" data-base="開庁日">\n?<div class="table-scroll"/);
  });
});

it('finds the rectangle of each room', () => {
  expect(readPlan('1 1 2 / 1 1 3', 3)).toEqual({
    columns: 3,
    rows: 2,
    places: [
      { left: 0, top: 0, width: 2, height: 2 },
      { left: 2, top: 0, width: 1, height: 1 },
      { left: 2, top: 1, width: 1, height: 1 },
    ],
  });
});

it.each([
  ['1階の段差のない部屋', 6, 3, ['1階の段差の', 'ない部屋']],
  ['保健室・1階の教室', 3, 2, ['保健室・', '1階…']],
  ['受付', 8, 1, ['受付']],
  ['', 8, 1, []],
])('breaks %s', (label, fits, most, lines) => {
  expect(breakLabel(label, fits, most)).toEqual(lines);
});
