import { introduceAnswerer, prefectureName } from '../library/answerers.ts';
import { writeGrounds } from '../library/grounds.ts';
import type { LibraryQa } from '../library/qas.ts';
import { sayState } from '../library/status.ts';
import { provenances } from '../schema/choices.ts';
import { linkWords } from '../strings/links.ts';
import { provenanceWords } from '../strings/provenance.ts';
import { siteWords } from '../strings/site.ts';
import { absoluteMarkdown } from './absolute-links.ts';
import { paths } from './address.ts';
import type { Absolute } from './structured-data.ts';

/** A Q&A as one Markdown text, for people who want only words and for programs that read them. */
export function writePlainEdition(qa: LibraryQa, topicNames: readonly string[], absolute: Absolute): string {
  const url = absolute(paths.qa(qa.id));
  const { provenance } = qa;
  const words = provenanceWords[provenance];
  const facts = [
    ['アドレス', url],
    ['状態', sayState(qa.shownStatus, qa.reviewBy)],
    [
      '由来',
      qa.provenance === 'sample' ? `${provenances.sample}（${siteWords.sampleExplained}）` : provenances[qa.provenance],
    ],
    [
      provenance === 'sample' ? '想定した県' : '県人会',
      provenance === 'sample' ? prefectureName(qa.group) : `${prefectureName(qa.group)}人会`,
    ],
    ['話題', topicNames.join('、')],
    ...(provenance === 'chat' ? [[siteWords.asked, qa.asked]] : []),
    [words.day, qa.answered],
    [siteWords.reviewBy, qa.reviewBy],
    ['ライセンス', linkWords.licence.name],
  ];
  const answers = qa.answers.map(
    (answer, index) =>
      `## ${siteWords.answers}${index + 1}\n\n` +
      `${introduceAnswerer(answer.by, provenance)}、${words.day} ${answer.date}\n\n${lowerHeadings(answer.text)}`,
  );
  const sources =
    qa.sources.length === 0
      ? []
      : [
          `## ${siteWords.sources}\n\n${qa.sources.map((source) => `- ${source.title}${source.url ? ` <${source.url}>` : ''}`).join('\n')}`,
        ];
  const lines = writeGrounds(qa);
  const grounds =
    lines.length === 0 ? [] : [`## ${siteWords.grounds}\n\n${lines.map((line) => `- ${line}`).join('\n')}`];
  const parts = [
    `# ${qa.question}`,
    `${siteWords.summary}：${qa.summary}`,
    facts.map(([name, value]) => `- ${name}：${value}`).join('\n'),
    ...answers,
    openComponents(qa.source),
    ...grounds,
    ...sources,
  ];
  return `${absoluteMarkdown(parts.filter((part) => part !== '').join('\n\n'), url, absolute)}\n`;
}

/** Headings in an answer stand below the answer's own. */
function lowerHeadings(markdown: string): string {
  return markdown.replace(/^(#{1,5})(?= )/gm, '$1#');
}

const componentNames: Record<string, string> = {
  Note: '補足',
  Caution: '注意',
  Checklist: 'チェックリスト',
  Steps: '',
  Quote: '引用',
  Timeline: '',
  Flow: '図',
  Rooms: '図',
};

/** Our few components as plain Markdown: the title stays as a bold line, the content as it is. */
function openComponents(source: string): string {
  return source
    .replace(
      /<(Note|Caution|Checklist|Steps|Quote|Timeline|Flow|Rooms)((?:\s+[a-z]+="[^"]*")*)\s*>/g,
      (_tag, name: string, attributes: string) => {
        const title = attribute(attributes, 'title') ?? attribute(attributes, 'source');
        const label = [componentNames[name], title].filter(Boolean).join('：');
        return label === '' ? '' : `**${label}**\n`;
      },
    )
    .replace(/<\/(?:Note|Caution|Checklist|Steps|Quote|Timeline|Flow|Rooms)>/g, '')
    .replace(
      /<Figure((?:\s+[a-z]+="[^"]*")*)\s*\/>/g,
      (_tag, attributes: string) =>
        `![${attribute(attributes, 'alt') ?? ''}](${attribute(attributes, 'src') ?? ''})${attribute(attributes, 'caption') ? `\n\n${attribute(attributes, 'caption')}` : ''}`,
    )
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
}
