/** What cleaning took away, in the words of the sentence that tells of it. */
export type RemovedPart = 'exif' | 'xmp' | 'comment' | 'profile' | 'preview' | 'trailer' | 'other';
