import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { siteFixture } from './sites.ts';

export const plantedRoot = path.resolve('.cache/e2e/planted-content');

/** What the hostile Q&A and its neighbours are called. */
export const planted = { hostile: 'qqhostil', withdrawn: 'qqwithdr', moved: 'qqmovedd', overdue: 'qqoverdu' } as const;

/** A group, topic and month with so many questions that their lists stand on several pages. */
export const crowded = { group: 'tottori', topic: 'election', month: 7 } as const;

/** Where the planted site sends readers' notes; the others have no such place. */
export const plantedFeedback = 'https://forms.example/new?kind={kind}&part={section}&page={url}&version={id}-{version}';

export const hostileText = '<img src=x onerror=alert(1)><script>alert(2)</script>';

/** Copies the fixture and adds Q&As that no real content should hold. Returns the folder that holds the copy. */
export function plantContent(): string {
  rmSync(plantedRoot, { recursive: true, force: true });
  mkdirSync(plantedRoot, { recursive: true });
  cpSync(siteFixture, plantedRoot, { recursive: true });
  plant(planted.hostile, {
    question: `${hostileText} は無害な文字として表示されますか。`,
    summary: `${hostileText} "quoted' &amp; も文字のままです。`,
    answer: '文字のまま表示されます。',
    more: `audience: public\nstatus: current\nreviewBy: 2099-01-06\naliases: ['${hostileText}']\nsources:\n  - title: '${hostileText}'`,
    body: '```\n<script>alert(3)</script>\n```',
  });
  plant(planted.withdrawn, {
    question: '取り下げられた質問のページには何が残りますか。',
    summary: 'とりさげひみつことば',
    answer: 'とりさげひみつことば',
    more: 'audience: public\nstatus: withdrawn\nreviewBy: 2099-01-06\nwithdrawn: { date: 2026-02-03, reason: 制度が変わったため }',
    body: '',
  });
  plant(planted.moved, {
    question: '前のアドレスから、いまのページへ移れますか。',
    summary: '前のアドレスは自動で移ります。',
    answer: '移ります。',
    more: 'audience: public\nstatus: current\nreviewBy: 2099-01-06\nredirectFrom: [/q/qqoldold/]',
    body: '',
  });
  plant(planted.overdue, {
    question: '見直し期限を過ぎた回答は、どのように表示されますか。',
    summary: '要確認と表示されます。',
    answer: '要確認と表示されます。',
    more: 'audience: public\nstatus: current\nreviewBy: 2026-02-01',
    body: '',
  });
  for (let index = 0; index < manyInList; index += 1)
    plant(`pp${String(index).padStart(6, '0')}`, {
      question: `選挙の仕事の${index + 1}番目は、いつ、どのように進めますか。`,
      summary: `${index + 1}番目の仕事の進め方です。`,
      answer: '予定を決めて進めます。',
      // Of each four one is the work of July alone, and one of the whole year.
      more: `audience: public\nstatus: current\nreviewBy: 2099-01-06\ntiming: yearly\nmonths: ${monthsInTurn[index % 4] ?? ''}`,
      body: '',
      group: crowded.group,
      topic: crowded.topic,
    });
  for (let index = 0; index < manyInList; index += 1) plantPastEvent(index);
  return plantedRoot;
}

/** Questions of one group, topic and month, and events that were, each on several pages. */
const manyInList = 130;
const monthsInTurn = ['[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]', '[7, 8]', '[7]', '[6, 7, 8]'];

function plantPastEvent(index: number): void {
  const day = new Date(Date.UTC(2020, 0, 1 + 7 * index)).toISOString().slice(0, 10);
  const text = `title: 第${index + 1}回の集まり
kind: online
start: ${day}T19:00+09:00
end: ${day}T20:00+09:00
place: オンライン会議
online: true
summary: ${index + 1}回目の集まりです。
description: ${index + 1}回目に話したこと。
audience: public
provenance: chat
`;
  writeFileSync(path.join(plantedRoot, 'content/events', `pp${String(index).padStart(6, '0')}.yaml`), text);
}

function plant(
  id: string,
  { question, summary, answer, more, body, group = 'gifu', topic = 'records' }: PlantedQa,
): void {
  const text = `---
id: ${id}
question: ${JSON.stringify(question)}
summary: ${JSON.stringify(summary)}
group: ${group}
topics: [${topic}]
asked: 2026-01-05
answers:
  - by: { kind: city, population: from-50k, prefecture: ${group} }
    date: 2026-01-06
    text: ${JSON.stringify(answer)}
provenance: sample
${more}
---

${body}
`;
  writeFileSync(path.join(plantedRoot, 'content/qa', group, `${id}.mdx`), text);
}

interface PlantedQa {
  question: string;
  summary: string;
  answer: string;
  more: string;
  body: string;
  group?: string;
  topic?: string;
}
