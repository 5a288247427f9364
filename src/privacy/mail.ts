import type { Detection } from './finding.ts';
import { findMatches, type GuardedPattern } from './guarded-pattern.ts';

/** Mail addresses, also full-width and disguised ones (`[at]`, （アット）, ★). `folded` is folded text. */
export function findMailAddresses(folded: string): Detection[] {
  const detections: Detection[] = [];
  const sign = hint.exec(folded)?.groups?.['sign'];
  const announced = sign === undefined ? [] : [...folded.matchAll(compile(`[${sign.replace(/[\^\-]/, '\\$&')}]`))];
  for (const match of [...findMatches(folded, mailAddress), ...announced]) {
    const { local = '', domain = '' } = match.groups ?? {};
    if (isNoMail(local, domain, folded[match.index + match[0].length])) continue;
    detections.push({
      kind: 'mail',
      start: match.index,
      end: match.index + match[0].length,
      certainty: documentationDomain.test(undisguise(domain)) ? 'likely' : 'certain',
    });
  }
  return detections;
}

const at = [
  String.raw`(?:\\?\s?@{1,2}\s?|\s?[[({<【〔「](?:at|a|アット|あっと|アットマーク|あっとまーく|@)[\])}>】〕」]\s?|\s(?:at)\s|\s?(?:アット|あっと)`,
  String.raw`(?:マーク|まーく)?\s?|[-_]at[-_]|[★☆●◎■◆])`,
].join('');
const dot = String.raw`(?:[.。・]|\s\.\s|\s?[[({【〔](?:dot|ドット|どっと|[.])[\])}】〕]\s?|\s(?:dot)\s|\s?(?:ドット|どっと)\s?)`;
const label = [
  String.raw`[A-Za-z0-9\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]`,
  String.raw`(?:[A-Za-z0-9\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー-]{0,60}`,
  String.raw`[A-Za-z0-9\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])?`,
].join('');
const mailAddress: GuardedPattern = {
  needs: /[@★☆●◎■◆]|[[({<【〔「](?:a|アット|あっと)|\sat\s|[-_]at[-_]|アット|あっと/i,
  pattern: compile(at),
};

function compile(sign: string): RegExp {
  return new RegExp(
    [
      String.raw`(?<![A-Za-z0-9._%+/-])(?<local>[A-Za-z0-9](?:[A-Za-z0-9._%+-]|\\_){0,63})${sign}(?<domain>`,
      String.raw`(?:${label}${dot}){1,6}[A-Za-z]{2,24})(?![A-Za-z0-9])`,
    ].join(''),
    'giu',
  );
}

/** 「#を@に変えて」 says which sign stands for it. */
const hint = /(?<sign>[#$%&*!?=~^+\-])\s?[」』]?\s?(?:を|→)\s?[「『]?(?:@|アット)/u;

/** Names set aside for examples: RFC 2606, RFC 6761, and those of the Japanese registry. */
const documentationDomain =
  /(?:^|\.)(?:example|test|invalid|localhost)$|(?:^|\.)example\.(?:com|net|org|edu|jp|(?:co|ne|or|go|lg|ac)\.jp)$/i;

function undisguise(domain: string): string {
  return domain.replace(new RegExp(dot, 'giu'), '.');
}

/** `logo@2x.png` is a picture, `git@host.example:path` a repository. */
function isNoMail(local: string, domain: string, next: string | undefined): boolean {
  return /\.(?:png|jpe?g|gif|svg|webp|avif|css|m?js|ts|pdf)$/i.test(domain) || (local === 'git' && next === ':');
}
