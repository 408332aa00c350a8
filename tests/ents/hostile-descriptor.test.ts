// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import { typographyFaults } from '@/tests/helpers/typography';
import { describedPage } from '@/utils/ents/described-page';
import { type DescribedFact, FACT_FIELDS } from '@/utils/ents/fact-fields';
import { Unreadable } from '@/utils/ents/page';
import { parseDescriptor } from '@/utils/ents/parse-descriptor';

/* Whatever is given as a description: refused with a reason, or harmless to read a page by. */

const HERE = new URL('https://ent.commune.fr/outil');
const PAGE = `<title>Groupes</title><body><h1>Groupes</h1><table><tr><th>Nom</th><th>Durée</th></tr>
<tr><td>Chorale</td><td>Un an</td></tr></table><form><label>Nom <input value="x"></label></form>
<ul role="tree"><li role="treeitem">Corbeille<ul role="group"><li role="treeitem">Rome</li></ul></li></ul></body>`;

const word = fc.oneof(
  fc.constantFrom(
    'Nom',
    'Durée',
    'Groupes',
    'Corbeille',
    '<script>',
    'javascript:x',
    '',
    '__proto__',
    'constructor',
  ),
  fc.string({ maxLength: 12 }),
);
const wordings = fc.array(word, { maxLength: 3 });
const fieldName = fc.oneof(
  fc.constantFrom(
    'name',
    'lifetime',
    'messages',
    'from',
    'to',
    'toString',
    '__proto__',
    'hasOwnProperty',
    'title',
  ),
  fc.string({ maxLength: 8 }),
);
const meaning = fc.record({ means: fc.oneof(fc.boolean(), fc.integer(), word), says: wordings });
const field = fc.record(
  {
    field: fieldName,
    labels: wordings,
    required: fc.boolean(),
    telling: fc.boolean(),
    meanings: fc.array(meaning, { maxLength: 2 }),
    pick: fc.constantFrom('first', 'last', 'middle'),
  },
  { requiredKeys: ['field', 'labels'] },
);
const reading = fc.oneof(
  fc.record({
    as: fc.constantFrom('list', 'form', 'tree', 'count', 'nothing', 'script'),
    fields: fc.array(field, { maxLength: 3 }),
    key: fc.array(fieldName, { maxLength: 2 }),
  }),
  fc.record({
    as: fc.constant('list'),
    fields: fc.array(field, { minLength: 1, maxLength: 2 }),
    key: fc.constant(['name']),
  }),
  fc.record({
    as: fc.constant('form'),
    fields: fc.array(field, { minLength: 1, maxLength: 2 }),
    whole: fc.boolean(),
  }),
  fc.record({ as: fc.constant('tree'), field: fieldName, under: wordings }),
  fc.record({ as: fc.constant('count'), field: fieldName, columns: fc.array(wordings, { maxLength: 2 }) }),
  fc.record({ as: fc.constant('nothing'), buttons: wordings }),
);
const descriptor = fc.record({
  version: fc.constantFrom(1, 1, 1, 2, '1'),
  id: fc.constantFrom(
    'skolengo/own-a',
    'edifice/own-b',
    'skolengo/own-a',
    'skolengo/free-groups',
    '__proto__',
  ),
  title: word,
  names: wordings,
  common: fc.boolean(),
  fact: fc.constantFrom(...Object.keys(FACT_FIELDS), 'toString', '__proto__'),
  reads: fc.array(reading, { maxLength: 2 }),
});
/** One that is well made, of any kind of fact: what is accepted must be looked at too. */
const clean = fc.array(fc.constantFrom('Nom', 'Durée', 'Corbeille', 'Groupes', 'toString'), {
  minLength: 1,
  maxLength: 3,
});
const sound = fc.constantFrom(...(Object.keys(FACT_FIELDS) as DescribedFact[])).chain((fact) => {
  const fields = Object.keys(FACT_FIELDS[fact].fields);
  const read = fields.map((name) =>
    fc.record({ field: fc.constant(name), labels: clean, required: fc.constant(true) }),
  );
  return fc.record({
    version: fc.constant(1),
    id: fc.constant('skolengo/own-a'),
    title: fc.constant('Groupes'),
    names: clean,
    common: fc.boolean(),
    fact: fc.constant(fact),
    reads: fc.tuple(
      fc.oneof(
        fc.record({
          as: fc.constant('list'),
          fields: fc.tuple(...read),
          key: fc.constant(fields.slice(0, 1)),
        }),
        fc.record({ as: fc.constant('form'), fields: fc.tuple(...read), whole: fc.boolean() }),
        fc.record({ as: fc.constant('tree'), field: fc.constant(fields[0]), under: clean }),
        fc.record({ as: fc.constant('count'), field: fc.constant(fields[0]), columns: fc.tuple(clean) }),
      ),
    ),
  });
});
/** Anything JSON can hold, as well as what nearly is a description. */
const given = fc.oneof(
  { arbitrary: descriptor.map((value) => JSON.stringify(value)), weight: 4 },
  { arbitrary: sound.map((value) => JSON.stringify(value)), weight: 4 },
  fc.json(),
  fc.string({ maxLength: 60 }),
);

test('it never throws, changes nothing of the language, and says in good French why it refuses', () => {
  const kept = new Set<string>();
  fc.assert(
    fc.property(given, (json) => {
      const parsed = parseDescriptor(json);
      expect(Object.keys(Object.prototype)).toEqual([]);
      if ('problem' in parsed) {
        expect(parsed.problem).toMatch(/^Cette description est refusée, rien n’en est gardé\u00A0: .+\.$/);
        // What the file itself says is quoted as it is.
        if (!parsed.problem.includes('«')) expect(typographyFaults(parsed.problem)).toEqual([]);
        return;
      }
      kept.add(parsed.descriptor.fact);
      expect(JSON.parse(JSON.stringify(parsed.descriptor))).toEqual(parsed.descriptor);
      const page = describedPage(parsed.descriptor);
      const document = documentOf(PAGE);
      const before = document.documentElement.outerHTML;
      page.recognise(document, HERE);
      page.places(document);
      try {
        const facts = page.gather(document, HERE);
        expect(Object.keys(facts).every((name) => name === parsed.descriptor.fact)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
      }
      expect(document.documentElement.outerHTML).toBe(before);
    }),
    { numRuns: 1000, seed: 20261123 },
  );
  // Otherwise the property would have looked at refusals only.
  expect(kept.size).toBeGreaterThan(8);
});
