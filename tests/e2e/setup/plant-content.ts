import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { siteFixture } from './sites.ts';

const plantedRoot = path.resolve('.cache/e2e/planted-content');

/** What the hostile Q&A and its neighbours are called. */
export const planted = { hostile: 'qqhostil', withdrawn: 'qqwithdr', moved: 'qqmovedd', overdue: 'qqoverdu' } as const;

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
  return plantedRoot;
}

function plant(
  id: string,
  {
    question,
    summary,
    answer,
    more,
    body,
  }: { question: string; summary: string; answer: string; more: string; body: string },
): void {
  const text = `---
id: ${id}
question: ${JSON.stringify(question)}
summary: ${JSON.stringify(summary)}
group: gifu
topics: [records]
asked: 2026-01-05
answers:
  - by: { kind: city, population: from-50k, prefecture: gifu }
    date: 2026-01-06
    text: ${JSON.stringify(answer)}
provenance: sample
${more}
---

${body}
`;
  writeFileSync(path.join(plantedRoot, 'content/qa/gifu', `${id}.mdx`), text);
}
