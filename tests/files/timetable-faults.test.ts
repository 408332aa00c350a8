import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  clearFile,
  encryptedFile,
  exportedCourses,
  exportedPupils,
  pastedCourses,
} from '@/tests/helpers/generate-timetable';
import { timetableModel } from '@/tests/helpers/timetable-model';
import { typographyFaults } from '@/tests/helpers/typography';
import type { FileProblem } from '@/utils/files/problem';
import { readTimetable } from '@/utils/files/timetable';
import { readPastedList } from '@/utils/files/timetable-paste';
import { MAX_TIMETABLE_BYTES, oversized } from '@/utils/files/xml-open';
import { latin1, utf8 } from './tables';

const model = timetableModel(4, { pupils: 40 });
const CLEAR = clearFile(model);
const ENCRYPTED = encryptedFile();
const BOMB = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`;

/** What was said of an input, its French checked. */
function said(input: string | Uint8Array, file = 'edt.xml'): FileProblem[] {
  const { problems } = readTimetable(file, typeof input === 'string' ? utf8(input) : input);
  checkFrench(problems);
  return problems;
}

function checkFrench(problems: readonly FileProblem[]): void {
  for (const { message, advice } of problems) {
    const text = `${message} ${advice}`;
    // What the file itself says has its own typography.
    expect(typographyFaults(text.replace(/«\u00A0[^»]*\u00A0»/g, '«\u00A0\u00A0»')), text).toEqual([]);
  }
}

describe('files that cannot be read say why, and where', () => {
  test.each<[string, string | Uint8Array, FileProblem['code'], RegExp, string?]>([
    ['empty', '', 'empty', /vide/],
    ['white space', ' \n ', 'not-xml', /pas du XML/],
    ['a text', 'Bonjour', 'not-xml', /pas du XML/],
    ['a roster', 'Nom;Prénom\r\nFICTIF;Noé', 'not-xml', /tableau \(CSV ou texte\)/],
    ['a PDF', '%PDF-1.7', 'not-xml', /document PDF/],
    ['an old Word document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'not-xml', /Excel ou Word/],
    [
      'a Word document',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
      'not-a-timetable',
      /bureautique/,
    ],
    ['the login page of the ENT', '<!DOCTYPE html><html><body>', 'not-xml', /page Web/],
    ['cut in a tag', CLEAR.slice(0, 2000), 'xml-truncated', /coupé/],
    [
      'cut between elements',
      CLEAR.slice(0, CLEAR.indexOf('</Eleves>')),
      'xml-truncated',
      /«\u00A0Eleves\u00A0»/,
    ],
    ['cut in the encrypted content', ENCRYPTED.slice(0, 1500), 'xml-truncated', /coupé/],
    [
      'without encrypted content',
      ENCRYPTED.replace(/<CONTENU.*<\/CONTENU>/s, ''),
      'xml-truncated',
      /«\u00A0CONTENU\u00A0»/,
    ],
    [
      'badly closed',
      CLEAR.replace('</Classes>', '</Classe>'),
      'xml-malformed',
      /«\u00A0Classes\u00A0» est ouvert/,
    ],
    ['two files end to end', `${CLEAR}\n${CLEAR.replace(/^.*\n/, '')}`, 'xml-malformed', /second document/],
    [
      'an entity bomb',
      CLEAR.replace('<ExportEmploi', `${BOMB}<ExportEmploi`),
      'xml-doctype',
      /DOCTYPE/,
      '2:1',
    ],
    ['an unknown entity', CLEAR.replace('Libelle="FRANCAIS"', 'Libelle="&b;"'), 'xml-doctype', /&b;/],
    ['an unknown encoding', CLEAR.replace('UTF-8', 'EBCDIC-CP-FR'), 'xml-encoding', /EBCDIC/, '1:'],
    ['another namespace', CLEAR.replace('exportemploidutemps', 'autre'), 'wrong-namespace', /autre/, '2:1'],
    ['other XML', '<rss><channel/></rss>', 'not-a-timetable', /«\u00A0rss\u00A0»/, '1:1'],
    ['a list of EDT of something else', '<TABLE nom="Salles"><Salle/></TABLE>', 'not-a-timetable', /Salles/],
    [
      'a list of lessons without classes',
      '<TABLE nom="Cours"><Cours><JOUR>lundi</JOUR><SALLE>B12</SALLE></Cours></TABLE>',
      'not-a-timetable',
      /classe \(«\u00A0CLASSE\u00A0»\).*Autres colonnes trouvées\u00A0: «\u00A0SALLE\u00A0»/,
      '1:1',
    ],
    [
      'a list of lessons of which no column is known',
      '<TABLE nom="Cours">\n<Cours><FREQUENCE>H</FREQUENCE></Cours></TABLE>',
      'not-a-timetable',
      /CLASSE.*FREQUENCE/,
      '1:1',
    ],
    [
      'a list of pupils without first names',
      '<TABLE nom="Elèves"><Eleves><NOM>FICTIF</NOM><CLASSE>4A</CLASSE></Eleves></TABLE>',
      'not-a-timetable',
      /ne donne le prénom \(«\u00A0PRENOM\u00A0»\)/,
      '1:1',
    ],
    ['an empty list', '<TABLE nom="Cours"></TABLE>', 'no-lessons', /vide/],
    ['a ZIP of a timetable', zipSync({ 'edt.xml': strToU8(CLEAR) }), 'not-a-timetable', /UDCal/],
    [
      'a cut ZIP',
      zipSync({ 'UDCal_00.xml': strToU8('<init/>') }).slice(0, -30),
      'zip-truncated',
      /incomplète/,
    ],
  ])('%s', (_name, input, code, message, place) => {
    const [problem, ...others] = said(input);
    expect([problem?.code, problem?.fatal, others]).toEqual([code, true, []]);
    expect(problem?.message).toMatch(message);
    if (place !== undefined) expect(`${problem?.line}:${problem?.column ?? ''}`).toBe(place);
    const reading = readTimetable('edt.xml', typeof input === 'string' ? utf8(input) : input);
    expect([reading.kind, reading.facts]).toEqual([undefined, {}]);
  });

  test('200 MB is refused before anything is read', () => {
    expect(oversized('edt.xml', 200 * 2 ** 20)?.message).toMatch(/200\u00A0Mo.*128\u00A0Mo/);
    expect(oversized('edt.xml', MAX_TIMETABLE_BYTES)).toBeUndefined();
    const [problem] = said(new Uint8Array(MAX_TIMETABLE_BYTES + 1));
    expect(problem?.code).toBe('too-large');
  });
});

describe('files that can be read, and something is odd', () => {
  test.each<[string, string | Uint8Array, FileProblem['code'], RegExp]>([
    ['two schools', withSchools('0490856P', '0134567A'), 'two-schools', /2\u00A0établissements/],
    [
      'a class left out',
      CLEAR.replace(/<Classe Ident="1" Nom="[^"]*">/, '<Classe Ident="999" Nom="X">'),
      'unknown-reference',
      /absent du fichier/,
    ],
    [
      'classes without their identifiers',
      CLEAR.replace(/<Classe Ident=/g, '<Classe Id='),
      'no-identifier',
      /\d+ classes\.$/,
    ],
    [
      'subjects without their identifiers',
      CLEAR.replace(/<Matiere Ident=/g, '<Matiere Id='),
      'no-identifier',
      /\d+ matières\.$/,
    ],
    ['no lesson', CLEAR.replace(/<Cours>.*<\/Cours>/s, '<Cours/>'), 'no-lessons', /aucun cours/],
    [
      'spoilt letters',
      CLEAR.replaceAll('É', 'E').replace('Nom="', 'Nom="HÃ©lÃ¨ne '),
      'lost-encoding',
      /abîmées/,
    ],
  ])('%s', (_name, input, code, message) => {
    const problems = said(input);
    expect(problems.map((problem) => [problem.code, problem.fatal])).toContainEqual([code, false]);
    expect(problems.find((problem) => problem.code === code)?.message).toMatch(message);
    expect(readTimetable('edt.xml', typeof input === 'string' ? utf8(input) : input).kind).toBe('clear');
  });

  test('what bears no identifier is never taken for the last one of its kind', () => {
    const { facts } = readTimetable('edt.xml', utf8(CLEAR.replace(/<Classe Ident=/g, '<Classe Id=')));
    expect(facts.timetableClasses?.items).toEqual([]);
    const whole = readTimetable('edt.xml', utf8(CLEAR)).facts;
    const names = new Set(whole.timetableClasses?.items.map(({ name }) => name));
    const taken = facts.lessons?.items.flatMap(({ classes }) => classes.filter((name) => names.has(name)));
    expect(taken).toEqual([]);
  });

  test('declared UTF-8 that is Windows-1252 is read as what it is', () => {
    const { facts } = readTimetable(
      'edt.xml',
      latin1('<TABLE nom="Elèves"><E><NOM>HÉRON</NOM><PRENOM>Zoé</PRENOM></E></TABLE>'),
    );
    expect(facts.timetablePupils?.items[0]).toMatchObject({ lastName: 'HÉRON', firstName: 'Zoé' });
  });

  test('elements of the same name in other places change nothing', () => {
    const { facts } = readTimetable('edt.xml', utf8(CLEAR));
    const without = CLEAR.replace(/<Mefs>.*<\/Absences>/s, '<Vide/><Vide/>');
    expect(without).not.toContain('Absence');
    expect(facts).toEqual(
      readTimetable('edt.xml', utf8(without.replace('<Vide/><Vide/>', '<Vide/>\n<Vide/>'))).facts,
    );
  });
});

function withSchools(...schools: string[]): string {
  let n = 0;
  return CLEAR.replaceAll(
    '<Eleve Ident',
    () => `<Eleve IDEtablissement="${schools[n++ % schools.length]}" Ident`,
  );
}

describe('archives of UDT', () => {
  const CALENDAR =
    '<?xml version="1.0"?><cal><annee>2026</annee><debut_eleve>01/09/2026</debut_eleve><fin_eleve>03/07/2027</fin_eleve></cal>';
  const whole = (calendar = CALENDAR) =>
    Object.fromEntries(
      ['00', '03', '04', '05', '07', '08', '10', '11', '12', '24'].map((number) => [
        `export/UDCal_${number}.xml`,
        strToU8(number === '24' ? calendar : '<x/>'),
      ]),
    );

  test('what it holds, its dates and its year', () => {
    const { kind, parts, facts, problems } = readTimetable(
      'udt.zip',
      zipSync(
        { ...whole(), 'udcal_12_07.xml': strToU8('<x/>'), 'semaines.xml': strToU8('<x/>') },
        { mtime: '2026-09-02T10:20:30' },
      ),
    );
    expect([kind, problems]).toEqual(['udt', []]);
    expect(parts).toHaveLength(12);
    expect(parts?.[1]).toEqual({ name: 'UDCal_03.xml', holds: 'salles', modified: '2026-09-02T10:20:30' });
    expect(parts?.map(({ holds }) => holds)).toContain('cours, semaine 07');
    expect(facts.timetableFiles?.items[0]).toMatchObject({
      form: 'udt',
      madeOn: '2026-09-02T10:20:30',
      year: { from: '2026-09-01', to: '2027-07-03' },
    });
  });

  test('what is missing, and a calendar that cannot be read, are said', () => {
    const { 'export/UDCal_04.xml': _, ...rest } = whole();
    expect(said(zipSync(rest), 'udt.zip')[0]?.message).toMatch(/professeurs \(UDCal_04\.xml\)/);
    expect(said(zipSync(whole('<cal><debut_eleve>')), 'udt.zip')[0]).toMatchObject({
      code: 'xml-truncated',
      fatal: false,
    });
    expect(said(zipSync(whole(BOMB)), 'udt.zip')[0]).toMatchObject({ code: 'xml-doctype', fatal: false });
  });
});

describe('pasted lists', () => {
  const paste = (text: string) => {
    const reading = readPastedList(text);
    checkFrench(reading.problems);
    return reading;
  };

  test.each<[string, string, FileProblem['code'], RegExp, number?]>([
    ['nothing', ' \n\t\n', 'empty', /vide/],
    ['a sentence', '\nBonjour à tous', 'not-a-timetable', /n’a qu’une colonne/, 2],
    ['another table', 'Nom\tNote\nFICTIF\t12', 'not-a-timetable', /pour qui/, 1],
    ['a list of pupils', 'Nom\tPrénom\tClasse\nFICTIF\tNoé\t4 A', 'not-a-timetable', /EXP_ELEVE/, 1],
    ['headers alone', 'Matière\tClasse', 'no-lessons', /aucun cours/, 1],
    ['a whole library', 'x'.repeat(20_000_001), 'too-large', /trop long/],
  ])('%s is refused', (_name, text, code, message, line) => {
    const { kind, problems } = paste(text);
    expect(problems.map((problem) => [problem.code, problem.fatal, problem.line])).toEqual([
      [code, true, line],
    ]);
    expect(problems[0]?.message).toMatch(message);
    expect(kind).toBeUndefined();
  });

  test('saved in a text file and dropped, the list is read as if it were pasted', () => {
    const text = 'Matière\tProfesseur\tClasse\nEPS\tFICTIF Noé\t4 A\nLATIN\t\t<4 A> <LATIN> LAT\n';
    const { kind, facts, problems } = readTimetable('liste.txt', utf8(text));
    expect([kind, problems]).toEqual(['pasted-list', []]);
    expect(facts.lessons?.items.map(({ at }) => at)).toEqual([
      { in: 'file', file: 'liste.txt', line: 2 },
      { in: 'file', file: 'liste.txt', line: 3 },
    ]);
    const accounts = readTimetable('eleves.csv', utf8('Nom;Prénom\nFICTIF;Noé\n'));
    expect(accounts.kind).toBeUndefined();
    expect(accounts.problems[0]?.message).not.toContain('malgré son nom');
    expect(accounts.problems[0]?.advice).toContain('Comptes de l’ENT');
    checkFrench(accounts.problems);
  });

  test('titles above the headers, quotes and short rows', () => {
    const { facts, problems } = paste(
      'Emploi du temps\t\nMatière\tClasse\tProf.\n"EPS"\t"4 A, <4 B> <EPS> ""F"""\tFICTIF Noé\n\nLATIN\t[4LAT]\nEPS\t4 C\n',
    );
    expect(
      facts.lessons?.items.map(({ subject, audience, at }) => [
        subject,
        audience,
        at.in === 'file' && at.line,
      ]),
    ).toEqual([
      ['EPS', 'class', 3],
      ['LATIN', 'group', 5],
      ['EPS', 'class', 6],
    ]);
    expect(facts.lessons?.items[0]?.parts).toEqual([{ class: '4 B', name: '"F"' }]);
    expect(problems.map(({ code, line, message }) => [code, line, /1\u00A0autre/.test(message)])).toEqual([
      ['short-row', 5, true],
    ]);
  });

  test('without headers, the marks of EDT show whom lessons are for', () => {
    const { facts, problems } = paste('1h00\tEPS\t<4 A> <EPS> F\n1h00\tEPS\t4 A\n');
    expect(facts.lessons?.items.map(({ audience }) => audience)).toEqual(['part', 'class']);
    expect(problems.map(({ code }) => code)).toEqual(['no-header']);
    for (const lesson of facts.lessons?.items ?? [])
      expect(lesson).toMatchObject({ subjectUnknown: true, teachersUnknown: true });
  });

  test('what no column gives is not known: never « sans matière », never « sans enseignant »', () => {
    const { facts, problems } = paste('\nClasse\tSalle\tIntervenant\n4 A\tB12\tEXEMPLE Alix\n');
    expect(facts.lessons?.items).toMatchObject([
      { subjectUnknown: true, teachersUnknown: true, teachers: [] },
    ]);
    expect(facts.timetableTeachers).toEqual({ items: [], complete: false });
    expect(problems).toMatchObject([{ code: 'missing-column', line: 2, fatal: false }]);
    expect(problems[0]?.message).toMatch(
      /«\u00A0Matière\u00A0».*«\u00A0Professeur\u00A0».*«\u00A0Intervenant\u00A0»/,
    );
    expect(problems[0]?.advice).toMatch(/noms des cours.*séances sans enseignant/);
  });

  test('an empty cell of a column that is there is none', () => {
    const { facts, problems } = paste('Matière\tClasse\tProf.\n\t4 A\t\n');
    expect(facts.lessons?.items[0]).not.toHaveProperty('subjectUnknown');
    expect(facts.lessons?.items[0]).not.toHaveProperty('teachersUnknown');
    expect(facts.timetableTeachers).toEqual({ items: [], complete: true });
    expect(problems).toEqual([]);
  });
});

describe('lists of EDT that lack columns', () => {
  const list = (nom: string, cells: Record<string, string>) => {
    const row = Object.entries(cells).map(([name, text]) => `<${name}>${text}</${name}>`);
    return `<?xml version="1.0"?>\n<TABLE nom="${nom}">\n<Ligne>${row.join('')}</Ligne></TABLE>`;
  };

  test.each([
    ['Cours', { CLASSE: '4A', PROF_NOM: 'FICTIF' }, ['MAT_LIBELLE'], /noms des cours/, ['subjectUnknown']],
    ['Cours', { CLASSE: '4A', MAT_LIBELLE: 'EPS' }, ['PROF_NOM'], /sans enseignant/, ['teachersUnknown']],
    ['Cours', { CLASSE: '4A', MAT_CODE: 'EPS', PROF_NOM: 'FICTIF' }, [], /^$/, []],
    [
      'Elèves',
      { NOM: 'FICTIF', PRENOM: 'Noé' },
      ['DATE_NAISS', 'CLASSE', 'GROUPES'],
      /homonymes.*de l’an passé/,
      ['birthDateUnknown', 'classesUnknown', 'groupsUnknown'],
    ],
    ['Elèves', { NOM: 'FICTIF', PRENOM: 'Noé', DATE_NAISS: '', CLASSE: '', GROUPES: '' }, [], /^$/, []],
  ] as const)('%s %o: %o', (nom, cells, columns, unsaid, flags) => {
    const text = list(nom, cells);
    const [problem, ...others] = said(text, 'EXP.xml');
    expect(others).toEqual([]);
    expect([...(problem?.message ?? '').matchAll(/«\u00A0(\w+)\u00A0»/g)].map(([, name]) => name)).toEqual(
      columns,
    );
    expect(problem?.advice ?? '').toMatch(unsaid);
    if (problem)
      expect(problem).toMatchObject({
        code: 'missing-column',
        line: 2,
        column: '1',
        fatal: false,
        advice: expect.stringContaining(`«\u00A0${nom === 'Cours' ? 'Cours' : 'Élèves'}\u00A0»`),
      });
    const { facts } = readTimetable('EXP.xml', utf8(text));
    const [item] = [...(facts.lessons?.items ?? []), ...(facts.timetablePupils?.items ?? [])];
    expect(
      Object.keys(item ?? {})
        .filter((key) => key.endsWith('Unknown'))
        .sort(),
    ).toEqual(flags);
  });
});

describe('hostile input', () => {
  const seeds = [CLEAR, ENCRYPTED, exportedCourses(model), exportedPupils(model)].map((text) =>
    utf8(text.slice(0, 6000)),
  );
  const archive = zipSync({ 'UDCal_24.xml': strToU8('<a><debut_eleve>01/09/2026</debut_eleve></a>') });
  const mutated = fc
    .record({
      seed: fc.constantFrom(...seeds, utf8(CLEAR), archive),
      edits: fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255) }), { maxLength: 8 }),
      cut: fc.option(fc.nat()),
    })
    .map(({ seed, edits, cut }) => {
      const bytes = seed.slice(0, cut === null ? seed.length : cut % seed.length);
      for (const { at, byte } of edits) if (bytes.length > 0) bytes[at % bytes.length] = byte;
      return bytes;
    });

  test('any bytes give a reading or a problem, and are left as they are', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 300 })), (bytes) => {
        const before = bytes.slice();
        const { kind, problems } = readTimetable('edt.xml', bytes);
        expect(kind !== undefined || problems.some(({ fatal }) => fatal)).toBe(true);
        expect(Buffer.compare(bytes, before)).toBe(0);
      }),
      { numRuns: 400 },
    );
  });

  test('any text pasted gives lessons or a problem', () => {
    const cells = fc.constantFrom(
      'Classe',
      'Matière',
      '[G]',
      '<4A> <P> x',
      '<',
      '[',
      '"',
      ',',
      '\t',
      '\n',
      '4 A',
      '__proto__',
    );
    const text = fc.oneof(
      fc.array(cells, { maxLength: 40 }).map((all) => all.join('')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    fc.assert(
      fc.property(text, (pasted) => {
        const { kind, problems, facts } = readPastedList(pasted);
        expect(
          kind === undefined ? problems.some(({ fatal }) => fatal) : (facts.lessons?.items.length ?? 0) > 0,
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('the paste of a generated school is read whole', () => {
    expect(readPastedList(pastedCourses(model)).facts.lessons?.items).toHaveLength(model.lessons.length);
  });

  test('tens of thousands of brackets, commas or ampersands take no time to speak of', () => {
    for (const cell of [
      '['.repeat(50_000),
      ','.repeat(50_000),
      '&amp;'.repeat(20_000),
      '<'.repeat(50_000),
      '< >'.repeat(20_000),
    ]) {
      expect(readPastedList(`Matière\tClasse\nEPS\t${cell}x`).kind).toBe('pasted-list');
      const text = `<TABLE nom="Cours"><C><MATIERE>EPS</MATIERE><CLASSE>${cell.replaceAll('<', '&lt;')}</CLASSE></C></TABLE>`;
      expect(readTimetable('edt.xml', utf8(text)).kind).toBe('edt-list');
    }
  });
});
