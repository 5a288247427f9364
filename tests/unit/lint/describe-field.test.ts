import { describe, expect, it } from 'vitest';
import { describeField, labelOf } from '../../../src/lint/describe-field.ts';
import { qa } from '../../../src/schema/qa.ts';

describe('describeField', () => {
  it.each([
    [[], ''],
    [['summary'], '一言回答（summary）'],
    [['topics', 1], '話題（2番目）（topics[1]）'],
    [['answers', 0, 'by', 'kind'], '回答（1番目）の答えた人の団体の種類（answers[0].by.kind）'],
    [['unknown'], 'unknown'],
    [['answers', 0, 'unknown'], '回答（1番目）（answers[0].unknown）'],
  ])('%j → %s', (path, words) => {
    expect(describeField(qa, path)).toBe(words);
  });
});

describe('labelOf', () => {
  it.each([
    [['answers', 0, 'date'], '回答日'],
    [['topics', 1], '話題（2番目）'],
    [[], 'この項目'],
  ])('%j → %s', (path, label) => {
    expect(labelOf(qa, path)).toBe(label);
  });
});
