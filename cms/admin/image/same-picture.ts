/**
 * The picture that was put into the same entry before, if this one has the same bytes. Decap keeps one unsaved file for
 * each content, so a second name for it would take the file of the first away.
 */
export function createSamePictures(): SamePictures {
  const recent: Remembered[] = [];
  return {
    reuse: (entry, bytes, image) => {
      const same = recent.find((other) => other.entry === entry && areEqual(other.bytes, bytes));
      if (same) return same.image;
      recent.push({ entry, bytes, image });
      if (recent.length > maxRemembered) recent.shift();
      return image;
    },
  };
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** An entry has fewer pictures than that. */
const maxRemembered = 40;

interface Remembered {
  entry: string;
  bytes: Uint8Array;
  image: PreparedImage;
}

export interface SamePictures {
  reuse(entry: string, bytes: Uint8Array, image: PreparedImage): PreparedImage;
}

export interface PreparedImage {
  file: File;
  width: number;
  height: number;
}
