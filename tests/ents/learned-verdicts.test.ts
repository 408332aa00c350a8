// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import { audit } from '@/utils/core/audit';
import { contextOn } from '@/utils/core/context';
import type { EntId } from '@/utils/core/facts';
import { describedPage } from '@/utils/ents/described-page';
import { labelsOf, likelyColumns } from '@/utils/ents/draft-guesses';
import { type DescribedFact, judgedFacts } from '@/utils/ents/fact-fields';
import {
  choosableFields,
  describe as describePage,
  neededField,
  neededFields,
  type PageDraft,
} from '@/utils/ents/page-draft';
import { outlineOf } from '@/utils/reading/outline';
import { EDIFICE_RULES } from '@/utils/rules/lists/edifice';
import { ITSLEARNING_RULES } from '@/utils/rules/lists/itslearning';
import { SKOLENGO_RULES } from '@/utils/rules/lists/skolengo';

/* What the rules of each family conclude of a page that somebody taught, all the way from the page to the verdict. */

const RULES = { edifice: EDIFICE_RULES, itslearning: ITSLEARNING_RULES, skolengo: SKOLENGO_RULES };
const HERE = new URL('https://ent.commune.fr/outil');
const ALL = (Object.keys(RULES) as EntId[]).flatMap((ent) => judgedFacts(ent).map((fact) => ({ ent, fact })));

const screen = (headers: readonly string[], rows: readonly (readonly string[])[]) =>
  documentOf(`<title>Écran local</title><body><h1>Écran local</h1><table>
<tr>${headers.map((header) => `<th>${header}</th>`).join('')}</tr>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></body>`);

function judge(
  { ent, fact }: { ent: EntId; fact: DescribedFact },
  columns: PageDraft['columns'],
  document: Document,
  meanings: PageDraft['meanings'] = [],
) {
  const draft = { ent, fact, columns, meanings, title: 'Écran local', name: 'Écran local' };
  const described = describePage(draft, 'list');
  if ('problem' in described) throw new Error(described.problem);
  const page = describedPage(described.descriptor);
  expect(page.recognise(document, HERE)).toBe(true);
  const facts = page.gather(document, HERE);
  const context = contextOn(new Date('2026-11-23T10:00:00'), { ent });
  const results = audit(Object.values(RULES[ent]), facts, context);
  const outcomes = results.filter(({ outcome }) => outcome !== 'inapplicable');
  return {
    facts,
    flags: results.flatMap(({ flags }) => flags),
    verdicts: Object.fromEntries(outcomes.map(({ rule, outcome }) => [rule, outcome])),
  };
}

const nth = (at: number) => `Colonne ${String.fromCharCode(65 + at)}`;

/** Rules that the name alone suffices for: nothing else of the screen could change what they say. */
const BY_NAME: Partial<Record<DescribedFact, readonly string[]>> = {
  courses: ['duplicate-course'],
  timetableImports: ['unsupported-timetable-version'],
  manualGroups: ['past-year-group', 'undated-group', 'unlocked-gar-group'],
};

describe.each(ALL)('$fact, on $ent', ({ ent, fact }) => {
  const fields = choosableFields(fact).filter(({ field }) => !field.includes(' '));

  test('a page of which only the name was taught is judged, and no rule that asks for more is satisfied', () => {
    const name = neededField(fact) ?? fields[0]?.field ?? '';
    const needed = [name, ...neededFields(fact).slice(1)];
    const document = screen(
      fields.map((_, at) => nth(at)),
      [fields.map(({ field }) => (field === name ? 'Chorale 2026-2027' : needed.includes(field) ? '0' : ''))],
    );
    const columns = needed.map((field) => ({
      label: nth(fields.findIndex((one) => one.field === field)),
      field,
    }));
    const { verdicts } = judge({ ent, fact }, columns, document);
    // Strategies' people are compared with a list that the overlay fetches: without it nothing is concluded.
    if (fact !== 'strategyUsers') expect(Object.keys(verdicts)).not.toEqual([]);
    const satisfied = Object.keys(verdicts).filter((rule) => verdicts[rule] === 'pass');
    expect(
      satisfied.filter((rule) => !BY_NAME[fact]?.includes(rule)),
      'these pass on names alone: if a name is all they judge by, add them to BY_NAME of this test',
    ).toEqual([]);
  });

  test('a list that does not say whether it is whole satisfies nobody', () => {
    const needed = [neededField(fact) ?? fields[0]?.field ?? '', ...neededFields(fact).slice(1)];
    const columns = needed.map((field, at) => ({ label: nth(at), field }));
    const { verdicts } = judge({ ent, fact }, columns, screen(['Colonne A', 'Colonne B'], []));
    expect(Object.values(verdicts)).not.toContain('pass');
  });
});

test('courses: the columns of the guide are guessed, and what is known of them is judged', () => {
  const document = screen(
    ['Intitulé', 'Créé par', 'Participants', 'Dernière visite le', 'Créé le', 'État'],
    [
      ['TECHNO - 4 B', 'Intégration', '27', '10/06/2026', '27/09/2025', 'Actif'],
      ['Club échecs', 'VALCOMBE Idris', '12', '10/06/2026', '03/09/2025', 'Archivé'],
      ['MUSIQUE - 3 B', 'Intégration', '0', '', '03/09/2026', 'Actif'],
    ],
  );
  const [list] = outlineOf(document);
  const columns = likelyColumns('courses', list ? labelsOf(list) : []);
  expect(columns.map(({ field }) => field)).toEqual([
    'title',
    'imported',
    'participants',
    'lastVisit',
    'createdOn',
    'state',
  ]);
  const { facts, verdicts, flags } = judge({ ent: 'itslearning', fact: 'courses' }, columns, document);
  expect(facts.courses?.items.map(({ imported }) => imported)).toEqual([true, false, true]);
  expect(verdicts).toMatchObject({ 'unarchived-course': 'violation', 'empty-course': 'violation' });
  expect(flags.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(['MUSIQUE - 3 B', 'TECHNO - 4 B']),
  );
  expect(flags.map(({ subject }) => subject)).not.toContain('Club échecs');
});

test('groups of Edifice: an earlier year and the GAR group are told by their names', () => {
  const document = screen(
    ['Désignation', 'Né le'],
    [['Chorale 2024-2025'], ['Resp-Affect-GAR']].map((row) => [...row, '']),
  );
  const column = { label: 'Désignation', field: 'name' };
  const { verdicts } = judge({ ent: 'edifice', fact: 'manualGroups' }, [column], document);
  expect(verdicts).toMatchObject({ 'past-year-group': 'violation', 'unlocked-gar-group': 'review' });
});

test('classes of Edifice: those without a pupil are found, and one of which the number is not read lets nothing pass', () => {
  const rows = (...pupils: string[]) =>
    screen(
      ['Classe', 'Effectif', 'Enseignants'],
      pupils.map((count, at) => [`CM${at + 1}`, count, '1']),
    );
  const [list] = outlineOf(rows('12', '0'));
  const columns = likelyColumns('classes', list ? labelsOf(list) : []);
  expect(columns.map(({ field }) => field)).toEqual(['name', 'pupils', 'teachers']);
  const of = { ent: 'edifice', fact: 'classes' } as const;
  const { flags, verdicts } = judge(of, columns, rows('12', '0'));
  expect(flags.map(({ subject }) => subject)).toEqual(['CM2']);
  expect(verdicts).toEqual({ 'empty-class': 'review' });
  expect(judge(of, columns, rows('12', '24')).verdicts).toEqual({ 'empty-class': 'pass' });
  expect(judge(of, columns, rows('12', '')).verdicts).toEqual({ 'empty-class': 'review' });
  expect(() => judge(of, columns.slice(0, 1), rows('12'))).toThrow(/nombre d’élèves/);
});
