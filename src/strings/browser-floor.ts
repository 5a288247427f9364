/** The oldest browsers that site and desk are made for (README). What is built is held to it by `src/cli/floor/`. */
export const browserFloor = { chrome: 109, edge: 109, firefox: 115, safari: 16.4 } as const;

/** As a part of a Japanese sentence. */
export const floorInWords = `Safari ${browserFloor.safari}、Firefox ${browserFloor.firefox}、Chrome・Edge ${browserFloor.chrome} 以降`;
