import { describe, expect, test } from 'vitest';
import { typographyFaults } from '@/tests/helpers/typography';
import { checkWord } from '@/utils/ents/skolengo/own-word';
import { VOCABULARY, wordsFor } from '@/utils/ents/skolengo/vocabulary';

const HOST = 'college-demo.ent.auvergnerhonealpes.fr';
const typed = (label: string, term = 'lifetime', host = HOST) => checkWord({ host, term, label }, []);

test('a word is kept as the screen shows it, spaces apart', () => {
  expect(typed('  Échéance   du groupe ')).toEqual({
    word: { host: HOST, term: 'lifetime', label: 'Échéance du groupe' },
  });
});

describe('what is refused, with the reason', () => {
  test.each([
    ['nothing', '', 'lifetime', HOST, 'Tapez le mot'],
    ['blanks and signs', ' : ', 'lifetime', HOST, 'Tapez le mot'],
    ['no thing', 'Échéance', '', HOST, 'ce que le mot désigne'],
    ['an inherited name as a thing', 'Échéance', 'constructor', HOST, 'ce que le mot désigne'],
    ['no ENT', 'Échéance', 'lifetime', '', 'l’ENT'],
    ['a whole sentence', 'x'.repeat(81), 'lifetime', HOST, 'trop long'],
    ['markup', '<b>Durée</b>', 'lifetime', HOST, 'ne contient ni'],
    ['a word that is known', 'DUREE DE VIE', 'lifetime', HOST, 'déjà reconnu'],
    ['a word that says the opposite', 'Non limitée', 'thisYear', HOST, 'désigne déjà autre chose'],
    ['the name of a group', 'Nom', 'lifetime', HOST, 'nom d’un groupe'],
    ['the name of another screen', 'Corbeille', 'groups', HOST, 'corbeille des rubriques'],
    ['another service', 'Annuaire', 'messaging', HOST, 'service de l’annuaire'],
    ['a value given as a label', 'Non limitée', 'temporary', HOST, 'survit au changement d’année'],
  ])('%s', (_what, label, term, host, reason) => {
    const found = typed(label, term, host);
    const refusal = 'refusal' in found ? found.refusal : '';
    expect(refusal).toContain(reason);
    expect(typographyFaults(refusal)).toEqual([]);
  });

  test('a word that the school gave to another thing, and how to take it back', () => {
    const own = [{ host: 'ent.auvergnerhonealpes.fr', term: 'temporary', label: 'Échéance' }] as const;
    const { refusal } = checkWord({ host: HOST, term: 'sectionName', label: 'échéance' }, own) as {
      refusal: string;
    };
    expect(refusal).toContain('case « Rubrique temporaire »');
    expect(refusal).toContain('Retirez d’abord ce mot');
    expect(typographyFaults(refusal)).toEqual([]);
    expect(checkWord({ host: 'agora06.fr', term: 'sectionName', label: 'échéance' }, own)).toHaveProperty(
      'word',
    );
  });

  test.each([
    ['Utilisateur', 'groupName'],
    ['Du', 'yearStart'],
    ['Groupe', 'group'],
    ['Utilisateurs', 'accounts'],
  ])('« %s » may also be another thing, on another screen', (label, term) => {
    expect(typed(label, term)).toHaveProperty('word');
  });

  test('one that was added before, there only', () => {
    const own = [{ host: HOST, term: 'lifetime', label: 'Échéance' }] as const;
    expect(checkWord({ ...own[0], label: 'echeance' }, own)).toHaveProperty('refusal');
    expect(checkWord({ ...own[0], host: 'agora06.fr' }, own)).toHaveProperty('word');
  });
});

test('no word of the vocabulary means two opposed things, nor is written twice', () => {
  const { lasting, thisYear } = VOCABULARY;
  const words = [...lasting.said, ...lasting.guessed, ...thisYear.said, ...thisYear.guessed];
  expect(new Set(words).size).toBe(words.length);
  for (const term of Object.keys(VOCABULARY) as (keyof typeof VOCABULARY)[]) {
    const all = wordsFor('')(term);
    expect(all.length, term).toBeGreaterThan(0);
    expect(new Set(all).size, term).toBe(all.length);
  }
});
