import { describe, expect, it } from 'vitest';
import { checkValue, findLimit, typeOf } from '../../../cms/admin/checks/check-value.ts';
import { deriveFields } from '../../../cms/admin/backend/entry-summary.ts';
import { renderEvent, renderPride } from '../../../cms/admin/preview/render-others.ts';
import { renderQa } from '../../../cms/admin/preview/render-qa.ts';
import { readBuildSettings } from '../../../src/integrations/build-settings.ts';
import { readPlainYaml } from '../../../src/lint/read-plain-yaml.ts';
import { parseDocument } from '../../../src/lint/parse-document.ts';
import { countValues } from '../../../src/search/query/filter-pages.ts';
import { lint, qa, qaFile, soundEvent, soundGroup, soundTopic, yaml } from './content.ts';

/** Names that every object answers to, though nobody gave them to it. */
const inherited = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length', 'then'];
const context = { base: '/', today: '2026-11-20', topicNames: new Map<string, string>() };

describe.each(inherited)('%s', (name) => {
  it.each([
    ['qa', qaFile, qa().replace('---\n', `---\n${name}: 1\n`)],
    ['qa, in an answer', qaFile, qa().replace('  - by:\n', `  - ${name}: x\n    by:\n`)],
    ['groups', 'content/groups/gifu.yaml', `${name}: 1\n${yaml(soundGroup)}`],
    ['groups, in the tile', 'content/groups/gifu.yaml', yaml(soundGroup).replace('tile:\n', `tile:\n  ${name}: 1\n`)],
    ['topics', 'content/topics/office.yaml', `${name}:\n  a: 1\n${yaml(soundTopic)}`],
    ['events', 'content/events/a.yaml', `${name}: [1]\n${yaml(soundEvent)}`],
    [
      'vocabulary',
      'content/vocabulary/a.yaml',
      `title: 言葉\nsynonyms:\n  - ${name}: 1\n    words: [山, 丘]\n    strength: same\n`,
    ],
  ])('is an unknown field: %s', (_where, file, source) => {
    const findings = lint({ [file]: source });
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(`^「${name}」という項目はありません。`),
    ]);
    expect(findings[0]).toMatchObject({ file, rule: 'fields', severity: 'error' });
  });

  it('is no value of a choice', () => {
    expect(lint({ [qaFile]: qa({ status: name }) }).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^状態の値が正しくありません。次のどれかにしてください/),
    ]);
    expect(
      lint({ [qaFile]: qa({ group: name }) }).some(({ message }) =>
        message.startsWith('都道府県人会の値が正しくありません'),
      ),
    ).toBe(true);
    expect(lint({ [qaFile]: qa({ topics: [name] }) }).every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('is read alike by both parsers, and brings nothing with it', () => {
    const source = qa().replace('---\n', `---\n${name}:\n  audience: members\n`);
    const [plain, exact] = [parseDocument(qaFile, source, 'qa', readPlainYaml), parseDocument(qaFile, source, 'qa')];
    expect(plain.issues.map(({ path, code }) => ({ path, code }))).toEqual(
      exact.issues.map(({ path, code }) => ({ path, code })),
    );
    expect((Object.create(null) as { audience?: string }).audience).toBeUndefined();
    expect(({} as { audience?: string }).audience).toBeUndefined();
  });

  it('means nothing to the desk', () => {
    expect(checkValue(name, 'question', 'x')).toBeUndefined();
    expect(checkValue('qa', name, 'x')).toBeUndefined();
    expect(typeOf('qa', `answers.${name}`)).toBeUndefined();
    expect(findLimit('qa', name)).toBeUndefined();
    expect(deriveFields({ status: name }, '2026-11-20')).not.toHaveProperty('__status');
    for (const page of [
      renderEvent({ kind: name }, context),
      renderPride({ kind: name }, context),
      renderQa({ status: name, provenance: name, answers: [{ by: { kind: name, population: name } }] }, context),
    ]) {
      expect(JSON.stringify(page)).not.toMatch(/native code|\[object/);
    }
  });

  it('is no audience', () => {
    expect(() => readBuildSettings({ AUDIENCE: name })).toThrow(/AUDIENCE/);
  });

  it('is counted like any other value of a filter', () => {
    const counts = countValues([0, 1], {}, { values: { topic: [name] }, pages: { topic: [[0], [0]] } } as never);
    expect(Object.hasOwn(counts['topic'] ?? {}, name) && counts['topic']?.[name]).toBe(2);
  });
});
