import type { School } from './model';

/** A pupil whose row will be edited: the part they play, and the class of the year that ends. */
export interface Part {
  part: string;
  lastName: string;
  firstName: string;
  className: string;
}

const part = (name: string, lastName: string, firstName: string, className: string): Part => ({
  part: name,
  lastName,
  firstName,
  className,
});

/** The pupils of each school who play a part in the edited files. No one else bears these surnames. */
export const CAST: Readonly<Record<School['kind'], readonly Part[]>> = {
  college: [
    part('accent', 'AUBÉPINE', 'Élodie', '6e A'),
    part('hyphen', 'BOISCLAIR', 'Jean-Baptiste', '6e B'),
    part('case', 'CHAMPVERT', 'Lucie', '6e C'),
    part('apostrophe', "D'ARCOURT", 'Inès', '6e D'),
    part('trailing space', 'ESTAMPE', 'Hugo', '6e E'),
    part('no-break space', 'LE FLANCHEC', 'Maël', '6e F'),
    part('zero', 'GRANDVAUX', 'Noémie', '5e A'),
    part('exponent', 'HAUTECOUR', 'Tom', '5e C'),
    part('date format', 'ISNARDON', 'Zoé', '5e C'),
    part('date', 'JOLIVERT', 'Axel', '5e D'),
    part('emptied', 'KERVADEC', 'Lina', '5e D'),
    part('pasted', 'LORMEAU', 'Sacha', '5e E'),
    part('key', 'MONTVALLON', 'Ambre', '5e E'),
    part('username', 'NOIRMONT', 'Jules', '5e F'),
    part('twin', 'ORSEVAL', 'Anaïs', '5e F'),
    part('dropped one', 'PRÉFLEURI', 'Rayan', '4e A'),
    part('dropped other', 'QUINTEFEUILLE', 'Rose', '4e B'),
    part('parent', 'ROCHEBRUNE', 'Éva', '4e C'),
    part('group', 'SAINTAUBIN', 'Nathan', '4e D'),
    part('leaver homonym', 'TERREBLANCHE', 'Emma', '3e A'),
    part('elder', 'VALCOMBE', 'Louis', '4e E'),
    part('moved class', 'WATTEBLED', 'Manon', '4e F'),
  ],
  lycee: [
    part('accent', 'AUBÉPINE', 'Raphaël', '2nde 1'),
    part('hyphen', 'BOISCLAIR', 'Anne-Lise', '2nde 2'),
    part('emptied', 'CHAMPVERT', 'Théo', '1re 1'),
    part('dropped one', "D'ARCOURT", 'Léa', '1re 2'),
    part('repeater', 'ESTAMPE', 'Noé', 'Tle 1'),
  ],
};

/** The pupil who plays a part. @throws {Error} for a part that nobody plays. */
export function partOf(kind: School['kind'], name: string): Part {
  const found = CAST[kind].find((one) => one.part === name);
  if (!found) throw new Error(`Nobody plays « ${name} ».`);
  return found;
}
