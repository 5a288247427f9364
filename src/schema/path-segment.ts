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

/** In ASCII characters: file systems take 255 bytes, and temporary files add to a name. */
export const maxSegmentLength = 100;

const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i;

export type SegmentFault = 'too-long' | 'dot' | 'device';
