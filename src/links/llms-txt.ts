import type { LibraryQa } from '../library/qas.ts';
import type { LibraryTopic } from '../library/topics.ts';
import { siteWords } from '../strings/site.ts';
import { paths } from './address.ts';
import { feedPaths, filePaths } from './file-paths.ts';
import type { Absolute } from './structured-data.ts';

/** Q&As in `llms.txt`: with more, it would be too long for a language model to read at once. */
const maxListed = 500;

/** `llms.txt` (llmstxt.org): what the site is, how to read it, and where each text stands. */
export function writeLlmsTxt(qas: readonly LibraryQa[], topics: readonly LibraryTopic[], absolute: Absolute): string {
  const listed = qas.slice(0, maxListed);
  return (
    [
      `# ${siteWords.name}`,
      `> ${siteWords.description}`,
      `「${siteWords.sample}」とあるものは${siteWords.sampleExplained}状態が「要確認」「古い情報」のものは、いまの制度と違うことがあります。引用するときは、質問のアドレスと日付を添えてください。`,
      section('データ', [
        link('すべての質問と回答（JSON）', absolute(filePaths.json)),
        link('県人会ごとの表とJSON', absolute(filePaths.data)),
        link('その形（JSON Schema）', absolute(filePaths.schema)),
        link('表（CSV）', absolute(filePaths.csv)),
        link('新しい順のフィード（Atom）', absolute(feedPaths.all)),
      ]),
      section(
        '話題',
        topics
          .filter((topic) => !topic.parent)
          .map((topic) => `${link(topic.name, absolute(paths.topic(topic.id)))}: ${topic.description}`),
      ),
      section(
        qas.length > listed.length ? `質問と回答（新しい${listed.length}件）` : '質問と回答',
        listed.map(
          (qa) =>
            `${link(qa.provenance === 'sample' ? `【${siteWords.sample}】${qa.question}` : qa.question, absolute(filePaths.markdown(qa.id)))}: ${qa.summary}`,
        ),
      ),
    ].join('\n\n') + '\n'
  );
}

function section(heading: string, items: readonly string[]): string {
  return `## ${heading}\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

function link(text: string, url: string): string {
  return `[${text.replace(/[[\]\\]/g, '\\$&')}](${url})`;
}
