import { defineRule } from '@/utils/core/rule';

export const temporarySection = defineRule({
  id: 'temporary-section',
  impact: 'serious',
  fate: 'vanishes',
  title: 'Rubrique temporaire',
  why: 'Une rubrique temporaire part à la « Corbeille » : ses publications disparaissent de l’accueil et du site public, et ses rôles sont retirés, sauf celui des gestionnaires.',
  remedy:
    'Paramètres de la rubrique › décocher « Rubrique temporaire » si elle doit rester. Sinon, il n’y a rien à faire.',
  source: { guide: '003', section: 'Les rubriques temporaires créées par l’administrateur' },
  needs: ['sections'],
  *check({ sections }) {
    const unknown = sections.items.filter(({ temporary }) => temporary === undefined);
    for (const { at, name, temporary } of sections.items)
      if (temporary)
        yield { at, subject: name, says: 'Cette rubrique quittera le site au changement d’année.' };
    const [first] = unknown;
    if (!first) return;
    yield {
      at: first.at,
      subject: unknown.length === 1 ? first.name : `${unknown.length} rubriques`,
      says: 'Indéterminé : rien ici ne dit si la case « Rubrique temporaire » est cochée. Ouvrez les paramètres.',
      review: true,
    };
  },
});
