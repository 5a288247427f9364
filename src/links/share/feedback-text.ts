import { feedbackWords as words } from '../../strings/share-labels.ts';

/** Stands in a prepared message where the part of the page goes that the reader chooses. */
export const sectionMark = '{section}';

/** The message as text for a chat or a mail. */
export function writeFeedback(report: FeedbackReport): string {
  return [
    `${words.heading}：${report.kind}`,
    report.question,
    `${words.section}：${report.section}`,
    `${report.id}（${report.version}）`,
    report.url,
    '',
    '',
  ].join('\n');
}

/** The address that opens the prepared message, or undefined where neither a form nor a mail address is configured. */
export function feedbackAddress(
  report: FeedbackReport,
  { url, mail }: FeedbackSettings,
  siteName: string,
): string | undefined {
  if (url !== '')
    return url.replace(/\{(id|version|section|kind|question|url)\}/g, (_mark, name: keyof FeedbackReport) =>
      encodeURIComponent(report[name]),
    );
  if (mail === '') return undefined;
  const subject = `【${siteName}】${report.kind}：${report.question}`;
  return `mailto:${encodeURIComponent(mail).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(writeFeedback(report).replaceAll('\n', '\r\n'))}`;
}

export interface FeedbackSettings {
  /** Address with {id} {version} {section} {kind} {question} {url}, as of a form or a new issue; '' for none. */
  url: string;
  /** Mail address; '' for none. */
  mail: string;
}

export interface FeedbackReport {
  kind: string;
  question: string;
  section: string;
  id: string;
  version: string;
  /** Absolute address of the page. */
  url: string;
}
