/** One fault of French typography: what is wrong, and where it stands. */
export interface TypographyFault {
  what: string;
  near: string;
}

/** Every space is written out as an escape: in an editor they all look the same. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/['‘]/gu, 'apostrophe droite ou ouvrante : écrire ’'],
  [/["“”]/gu, 'guillemets droits ou anglais : écrire « »'],
  [/«(?!\u00A0)/gu, '« doit être suivi d’une espace insécable (U+00A0)'],
  [/(?<!\u00A0)»/gu, '» doit être précédé d’une espace insécable (U+00A0)'],
  [/(?<![\u202F\p{P}])[;!?]/gu, '; ! ? doivent être précédés d’une espace fine insécable (U+202F)'],
  [/(?<!\u00A0):(?!\/\/|\d)/gu, ': doit être précédé d’une espace insécable (U+00A0)'],
  [/\.\.\./gu, 'trois points : écrire …'],
  [/ {2}/gu, 'deux espaces de suite'],
  [/^\s|\s$/gu, 'espace au début ou à la fin'],
];

/** What French typography reproaches to a text of the interface, in the order of the text's reading by each rule. */
export function typographyFaults(text: string): TypographyFault[] {
  return FAULTS.flatMap(([pattern, what]) =>
    [...text.matchAll(pattern)].map((match) => ({
      what,
      near: text.slice(Math.max(0, match.index - 15), match.index + 15),
    })),
  );
}
