import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeDifference, visibleDifference } from '@/utils/matching/difference';

describe('saying what changed', () => {
  test.each([
    ['Hélène', 'Helène', 'é remplacé par e'],
    ['DUPONT', 'DUPONT ', 'espace en trop à la fin'],
    ['DUPONT', ' DUPONT', 'espace en trop au début'],
    ['LE GOFF', 'LE  GOFF', 'espace en trop'],
    ['LE GOFF', 'LE\u00A0GOFF', 'espace remplacé par espace insécable'],
    ['LE GOFF', 'LE\u202FGOFF', 'espace remplacé par espace fine insécable'],
    ["L'HOTE", 'L’HOTE', 'apostrophe droite remplacée par apostrophe typographique'],
    ['D’ARC', 'DARC', 'apostrophe typographique retirée'],
    ['Jean-Luc', 'Jean–Luc', 'trait d’union remplacé par tiret demi-cadratin'],
    ['Jean-Luc', 'Jean Luc', 'trait d’union remplacé par espace'],
    ['MARTIN', 'MAR\u200BTIN', 'espace invisible de largeur nulle en trop'],
    ['MARTIN', 'MAR\u00ADTIN', 'tiret conditionnel invisible en trop'],
    ['MARTIN', '\uFEFFMARTIN', 'indicateur d’ordre des octets invisible en trop au début'],
    ['MARTIN', 'MАRTIN', 'A remplacé par lettre d’un autre alphabet qui ressemble à A'],
    ['Mathieu', 'Matthieu', 't ajouté'],
    ['Matthieu', 'Mathieu', 't retiré'],
    ['Dupont', 'DUPONT', 'passé en majuscules'],
    ['DUPONT', 'dupont', 'passé en minuscules'],
    ['DUPONT', 'Dupont', 'majuscules et minuscules réparties autrement'],
    ['DUPONT-MARTIN', 'DUPONT', '« -MARTIN » retiré à la fin'],
    ['MARTIN', 'LEROY', '« MARTIN » remplacé par « LEROY »'],
    ['Hélène', 'He\u0301le\u0300ne', 'accents codés autrement, invisible à l’écran'],
    ['', 'MARTIN', '« MARTIN » ajouté'],
    ['MARTIN', '', '« MARTIN » effacé'],
    ['MARTIN', 'MARTIN', 'aucune différence'],
  ])('%j → %j: %s', (before, after, said) => {
    expect(describeDifference(before, after)).toBe(said);
  });
});

describe('showing what changed', () => {
  test('segments, with the spoken name of what cannot be seen', () => {
    expect(visibleDifference('LE GOFF', 'LE\u00A0GOFFE')).toEqual([
      { kind: 'equal', text: 'LE' },
      { kind: 'removed', text: ' ', spoken: 'espace' },
      { kind: 'added', text: '\u00A0', spoken: 'espace insécable' },
      { kind: 'equal', text: 'GOFF' },
      { kind: 'added', text: 'E' },
    ]);
  });

  test('an invisible character is named even where nothing changed, an ordinary space is not', () => {
    expect(visibleDifference('LE GOF', 'LE GOFF')[0]).toEqual({ kind: 'equal', text: 'LE GOF' });
    expect(visibleDifference('A\u200BBCD', 'A\u200BBCE')[0]?.spoken).toContain('largeur nulle');
  });

  test('several of one kind are counted', () => {
    expect(visibleDifference('MARTIN', 'MARTIN   ').at(-1)?.spoken).toBe('3 × espace');
  });

  test('a paragraph is compared as a whole', () => {
    const long = 'x'.repeat(5000);
    expect(visibleDifference(long, `${long}y`)).toHaveLength(2);
  });

  test('the segments give back both texts', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', 'e', '\u0301', ' ', '\u00A0', '-', '’', '\u200B', '👩'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const fragments = visibleDifference(before, after);
        const without = (kind: string) =>
          fragments
            .filter((one) => one.kind !== kind)
            .map((one) => one.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });
});
