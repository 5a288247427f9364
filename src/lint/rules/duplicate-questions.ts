import { findingAt } from '../finding.ts';
import { questionKey } from '../question-key.ts';
import type { SiteRule } from '../rule.ts';
import { textAt } from '../values.ts';

/** The same question stands once: two answers in two places cannot both be kept up. */
export const duplicateQuestions: SiteRule = ({ document }, site) => {
  if (document.collection !== 'qa') return [];
  const key = questionKey(textAt(document.value, 'question') ?? '');
  const [twin] = (site.qasByQuestion.get(key) ?? []).filter((other) => other.file !== document.file);
  if (!twin) return [];
  const message = `同じ質問が「${twin.file}」にもあります。一つにまとめるか、違いがわかる質問に書き直してください。`;
  return [findingAt(document, { path: ['question'] }, { rule: 'duplicate-questions', severity: 'warning', message })];
};
