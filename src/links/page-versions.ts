/**
 * Name of the meta element that says from which versions of its files a page was made, so that the desk can wait for
 * it.
 */
export const pageVersionsName = 'kenjinkai-versions';
