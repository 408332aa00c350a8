import { describe, expect, test } from 'vitest';
import { beginsWithLabel, isLabel, norm } from '@/utils/reading/labels';

describe('labels are compared as people read them', () => {
  test.each([
    ['Sélection des élèves', 'Selection des Eleves'],
    ['Clé itslearning présente\u00A0:', 'clé itslearning présente:'],
    ['Date d’import', "Date d'import"],
    ['  Dernière\u202Fvisite\n le ▾', 'dernière visite le'],
    ['Nom *', 'Nom'],
    ['Suivi\u200B Synchros', 'Suivi Synchros'],
    ['Nœud', 'noeud'],
    ['E\u0301leve', '\u00C9lève'],
  ])('« %s » is « %s »', (one, other) => {
    expect(norm(one)).toBe(norm(other));
    expect(isLabel(one, ['autre chose', other])).toBe(true);
  });

  test.each([
    ['Classes', 'Classe'],
    ['Nom', 'Nom de famille'],
    ['', 'Nom'],
  ])('« %s » is not « %s »', (one, other) => {
    expect(isLabel(one, other)).toBe(false);
  });

  test('a label may go on, at the end of a word only', () => {
    const label = 'Mettre à jour tous les utilisateurs';
    expect(beginsWithLabel('Mettre à jour tous les utilisateurs («\u00A0Attention, …\u00A0»)', label)).toBe(
      true,
    );
    expect(beginsWithLabel(label, label)).toBe(true);
    expect(beginsWithLabel('Classes', 'Classe')).toBe(false);
    expect(beginsWithLabel('Ne pas mettre à jour tous les utilisateurs', label)).toBe(false);
  });
});
