const SCHOOL = 'ecoles/';

/** The school that an address of the workshop names, by its key; undefined for the board. */
export function schoolInAddress(hash: string): string | undefined {
  const named = hash.replace(/^#/, '');
  if (!named.startsWith(SCHOOL) || named === SCHOOL) return undefined;
  try {
    return decodeURIComponent(named.slice(SCHOOL.length));
  } catch {
    // Cut short as it was copied: it names no school.
    return undefined;
  }
}

/** The address of one school's page, or of the board: the browser goes back from the one to the other. */
export function schoolAddress(key: string | undefined): string {
  return key === undefined ? '#ecoles' : `#${SCHOOL}${encodeURIComponent(key)}`;
}
