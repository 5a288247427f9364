/** An answer as text for a chat: at most five lines, the link alone on the last one so that every chat finds it. */
export function writePlain(answer: ShareableAnswer): string {
  return lines([labelled(answer), `→ ${answer.summary}`, parenthesised(byline(answer)), answer.url]);
}

/** For Slack's message field with markup on. Slack has no escape; a word joiner keeps its signs from pairing up. */
export function writeSlack(answer: ShareableAnswer): string {
  return lines([
    `*${tameSlack(labelled(answer))}*`,
    `> ${tameSlack(answer.summary)}`,
    tameSlack(byline(answer)),
    answer.url,
  ]);
}

/** CommonMark, for Teams, LoGoチャット, wikis and issues. */
export function writeMarkdown(answer: ShareableAnswer): string {
  return [
    `**[${escapeMarkdown(labelled(answer))}](<${answer.url}>)**`,
    `> ${escapeMarkdown(answer.summary)}`,
    escapeMarkdown(byline(answer)),
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}

/** Several answers one after another, with a blank line between. */
export function writeTogether(answers: readonly ShareableAnswer[]): string {
  return answers.map(writePlain).join('\n\n');
}

/** `mailto:` without a receiver; the reader's mail program asks for one. */
export function writeMail(answer: ShareableAnswer, siteName: string): string {
  const subject = `【${siteName}】${answer.question}`;
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`${writePlain(answer).replaceAll('\n', '\r\n')}\r\n`)}`;
}

function labelled({ question, label }: ShareableAnswer): string {
  return label === '' ? question : `【${label}】${question}`;
}

function byline({ who, when }: ShareableAnswer): string {
  return [who, when].filter((part) => part !== '').join('、');
}

function parenthesised(text: string): string {
  return text === '' ? '' : `（${text}）`;
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

const joiner = '\u2060';

function tameSlack(text: string): string {
  return text.replace(/[*_~`<:]/g, (sign) => sign + joiner);
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()<>#|~]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+])(?=\s|$)/, '\\$1')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

export interface ShareableAnswer {
  question: string;
  summary: string;
  /** From what kind of organisation; '' if not known. */
  who: string;
  /** Day as people read it. */
  when: string;
  /** Short warnings such as 作例・要確認; '' for none. */
  label: string;
  /** Absolute address. */
  url: string;
}
