import type { Card, Fiche } from '@/utils/core/fiche';
import { schoolMeant } from '@/utils/named-school';
import { listExpectations } from '@/utils/store/expectations';
import { fichesOf } from '@/utils/store/fiches';
import type { Expectation } from '@/utils/store/schema';
import { type BoardCard, cardsOfLine } from './join-cards';

/** The school that is open, and what the person chose on its page. */
export interface Opened {
  key: string;
  fiches: readonly Fiche[];
  /** What an import of its files was to give. */
  expectations: readonly Expectation[];
  shown?: string;
  before?: string;
  after?: string;
  /** Numbers typed from the platform's recap, by prediction and number: never kept. */
  found: Readonly<Record<string, string>>;
}

/** Reads all that there is of one school. @throws {StorageProblem} */
export async function openSchool(card: BoardCard): Promise<Opened> {
  const cards = cardsOfLine(card);
  const [expectations, ...each] = await Promise.all([
    listExpectations(),
    ...cards.map(({ school, transition }) => fichesOf(school, transition)),
  ]);
  return {
    key: card.school,
    fiches: each.flat().sort((a, b) => (a.at < b.at ? 1 : -1)),
    expectations: expectations.filter((one) => cards.some((known) => isOf(one, known))),
    found: {},
  };
}

/** Those that were kept before the school was named by its key go by what the person typed. */
function isOf({ of, school }: Expectation, { school: key, ent, host, id, name, uai, at }: Card): boolean {
  if (of !== undefined) return of === key;
  const only = { key, ent, host, id, name, ...(uai !== undefined && { uai }), lastSeen: at };
  const meant = schoolMeant(school, [only], ent);
  return 'school' in meant && meant.school.key === key;
}
