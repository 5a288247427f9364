import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { rewriteExceptions } from '../../../cms/server/entries/privacy-exceptions.ts';
import { collectionOf } from '../../lint/locate-file.ts';
import { findMarkdownParts } from '../../lint/markdown-parts.ts';
import { parseDocument, type AnyDocument } from '../../lint/parse-document.ts';
import {
  judgeFindings,
  listStanding,
  parsePrivacyExceptions,
  privacyExceptionsFile,
  readJudgements,
} from '../../lint/privacy-exceptions.ts';
import { listPersonalInformation, personalInformationPrefix } from '../../lint/rules/personal-information.ts';
import { judgeWords as words } from '../shared/words.ts';
import { toDayInJapan } from '../../strings/days.ts';

/**
 * Writes down that what looks personal in a file may stay, for who edits without the desk: one judgement for each value
 * of one kind. Judgements of an earlier form, which named no value, are replaced.
 */
process.exitCode = await main(process.argv.slice(2));

/** 0 when something was judged, 1 when there was nothing to judge, 2 when it was not understood. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { root: { type: 'string', default: '.' } },
  });
  const [file = '', kind = '', reason = ''] = positionals;
  const collection = collectionOf(file);
  if (collection === undefined || kind === '' || [...reason].length < 5 || [...reason].length > 120)
    return fail(words.usage);
  const source = await readFile(path.join(values.root, file), 'utf8').catch(() => undefined);
  if (source === undefined) return fail(words.noFile(file));

  const document = parseDocument(file, source, collection) as AnyDocument;
  const all = listPersonalInformation(document, findMarkdownParts(document));
  const place = path.join(values.root, privacyExceptionsFile);
  const record = await readFile(place, 'utf8').catch(() => undefined);
  const recorded = record === undefined ? [] : readJudgements(parsePrivacyExceptions(record));
  const standing = listStanding(all, recorded);
  const judged = new Set(standing.flatMap(({ places }) => places));
  const open = all.filter((finding) => finding.rule === personalInformationPrefix + kind && !judged.has(finding));
  const added = judgeFindings(open, all, reason, toDayInJapan(new Date()));
  if (added.length === 0) return fail(words.nothing(file, kind), 1);

  const kept = standing.map(({ judgement }) => judgement).filter((judgement) => judgement.file === file);
  const rewritten = rewriteExceptions(record, {
    judged: new Map([[file, [...kept, ...added]]]),
    moved: new Map(),
    dropped: new Set(),
  });
  await writeFile(place, rewritten ?? '');
  console.log(
    words.done(
      added.length,
      open.map(({ line, column }) => `${line}:${column}`),
    ),
  );
  return 0;
}

function fail(sentence: string, code = 2): number {
  console.error(sentence);
  return code;
}
