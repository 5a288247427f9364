import { describe, expect, it } from 'vitest';
import { startCompiler } from '../../../src/cli/compile-ahead.ts';
import { compileText } from '../../../src/lint/markdown-parts.ts';

const texts = Array.from({ length: 120 }, (_, index) => (index % 3 === 0 ? `前 {${index}} 後` : `## 見出し${index}\n\n本文**${index}**です。`));

describe('startCompiler', () => {
  it.each([
    ['on this core', 1],
    ['on all cores', 10_000],
  ])('finds %s what compiling one by one finds', async (_where, fileCount) => {
    const compiler = startCompiler(fileCount);
    for (const text of texts) compiler.add([text]);
    const compile = await compiler.finish();
    expect(texts.map(compile)).toEqual(texts.map(compileText));
    expect(compile('足し忘れた {文章}').problems).toHaveLength(1);
  });

  it('ends though nothing was added', async () => {
    const compile = await startCompiler(10_000).finish();
    expect(compile('本文')).toMatchObject({ text: '本文', problems: [] });
  });
});
