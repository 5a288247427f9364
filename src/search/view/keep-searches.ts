import type { DeviceList } from './device-list.ts';

/** Keeps searches on the device. What only stood still on the way to a longer text gives way to that. */
export function createKeeper(): Keeper {
  const halfway = new Map<DeviceList, string>();
  return (list, text, isMeant) => {
    const before = halfway.get(list);
    list.add(text, before !== undefined && text.startsWith(before) ? before : undefined);
    if (isMeant) halfway.delete(list);
    else halfway.set(list, text);
  };
}

/** `isMeant` is false for what has stood still and may go on. */
export type Keeper = (list: DeviceList, text: string, isMeant: boolean) => void;
