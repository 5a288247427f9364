import { fieldName } from './field.ts';

/**
 * What keeps a piece of a path, as in `/q/old-name/`, from being a folder on every system and host: `.` and `..` lead
 * elsewhere, a name with a dot at its start is hidden, Windows drops a dot at the end and has device names that no file
 * may bear.
 */
export function findSegmentFault(segment: string): SegmentFault | undefined {
  if (segment.length > maxSegmentLength) return 'too-long';
  if (/^\.|\.$/.test(segment)) return 'dot';
  if (deviceName.test(segment)) return 'device';
  return undefined;
}

/** What is wrong with a path that has such a piece, for who wrote it. */
export function explainPath(path: string): string {
  const segment = path.split('/').find((part) => findSegmentFault(part) !== undefined) ?? '';
  const fault = findSegmentFault(segment);
  if (fault === 'too-long') {
    const shown = `${segment.slice(0, 20)}…`;
    return `${fieldName}の「${shown}」が長すぎます。「/」と「/」の間は${maxSegmentLength}文字以下にするか、この行を消してください。`;
  }
  if (fault === 'device') {
    return `${fieldName}の「${segment}」は、Windowsでファイル名に使えません。別の名前にするか、この行を消してください。`;
  }
  return `${fieldName}の「${segment}」は「.」で始まるか終わるため、アドレスに使えません。直すか、この行を消してください。`;
}

/** In ASCII characters: file systems take 255 bytes, and temporary files add to a name. */
export const maxSegmentLength = 100;

const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i;

type SegmentFault = 'too-long' | 'dot' | 'device';
