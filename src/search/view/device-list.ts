/**
 * A short list of searches kept on this device alone, newest first. Where storage is refused (private mode, policy), it
 * is simply empty.
 */
export function openDeviceList(
  key: string,
  maxItems: number,
  storage: Storage | undefined = availableStorage(),
): DeviceList {
  const read = (): string[] => {
    try {
      const value: unknown = JSON.parse(storage?.getItem(key) ?? '[]');
      return Array.isArray(value)
        ? value.filter((item): item is string => typeof item === 'string').slice(0, maxItems)
        : [];
    } catch {
      return [];
    }
  };
  return {
    read,
    add: (text, insteadOf) => {
      const trimmed = text.trim();
      if (trimmed === '') return;
      try {
        storage?.setItem(
          key,
          JSON.stringify(
            [trimmed, ...read().filter((item) => item !== trimmed && item !== insteadOf)].slice(0, maxItems),
          ),
        );
      } catch {
        // A full or refused storage loses a convenience, nothing else.
      }
    },
    clear: () => storage?.removeItem(key),
  };
}

/** Searches that the reader may want again. */
export function openRecent(): DeviceList {
  return openDeviceList('kenjinkai:recent', 8);
}

/** Searches that found nothing. */
export function openMissed(): DeviceList {
  return openDeviceList('kenjinkai:missed', 100);
}

function availableStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

export interface DeviceList {
  read: () => string[];
  /** `insteadOf` is what it goes on from, and leaves. */
  add: (text: string, insteadOf?: string) => void;
  clear: () => void;
}
