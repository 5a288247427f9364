import { findingAt } from '../finding.ts';
import type { DocumentRule } from '../rule.ts';

/** The file can be read at all: front matter between its two lines, YAML without mistakes, one value a field. */
export const frontMatter: DocumentRule = ({ document }) => {
  if (!document.hasFrontMatter) {
    const message =
      'ファイルの先頭の項目欄が見つかりません。1行目と項目の終わりに、それぞれ「---」だけの行を入れてください。';
    return [findingAt(document, { offset: 0 }, { rule: 'front-matter', message })];
  }
  return document.faults.map(({ offset, message }) =>
    findingAt(document, { offset: document.yamlOffset + offset }, { rule: 'front-matter', message }),
  );
};
