import { fieldName } from './field.ts';
import { canParse } from './parse-url.ts';

/**
 * What is wrong with an address of the web that readers are sent to, as `https://www.example.jp/a`. One rule for
 * sources and for the links of texts. The host is read from the text as it stands, since browsers and other programs
 * part it in different ways.
 */
export function findAddressFault(address: string): AddressFault | undefined {
  if (/[\p{C}\s\\]/u.test(address)) return 'form';
  const host = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1];
  if (host === undefined || host === '' || !canParse(address)) return 'form';
  const { username, password, hostname } = new URL(address);
  if (host.includes('@') || username !== '' || password !== '') return 'credentials';
  // A letter of Japanese may stand in percent signs; an ASCII one only hides what the host is.
  if (/%(?![89a-f][0-9a-f])/i.test(host)) return 'form';
  return isPublicHost(hostname) ? undefined : 'private-host';
}

/** What is wrong with such an address, for who wrote it. */
export function explainAddress(address: string): string {
  const fault = findAddressFault(address);
  if (fault === 'credentials') {
    return `${fieldName}の「//」と「/」の間に「@」があり、別のサイトへ導くことがあります。「@」とその前を消し、開いて確かめてください。`;
  }
  if (fault === 'private-host') {
    return `${fieldName}は庁内や手元だけの名前（数字だけのもの、localhost など）で、読む人は開けません。公開されているアドレスに直すか、消してください。`;
  }
  return `${fieldName}に空白・「\\」・目に見えない文字か、ドメイン名の中の「%」があります。正しいアドレスを貼り付け直してください。`;
}

/**
 * Whether an internet name (in the form of `URL.hostname`) can be reached by every reader: no bare number, which is an
 * address of the office or of nobody in particular, no name without a dot, none of the endings that never leave a
 * network (RFC 6761, 6762, 8375, ICANN's `internal`).
 */
function isPublicHost(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  if (name.startsWith('[') || /^[\d.]+$/.test(name)) return false;
  return (
    name.includes('.') &&
    !/\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|invalid|onion|home\.arpa)$/.test(
      name,
    )
  );
}

type AddressFault = 'form' | 'credentials' | 'private-host';
