import { randomFrom } from './random';
import { type LessonModel, nameOf, type PupilModel, type TimetableModel } from './timetable-model';

/** « école & co » → « école &amp; co ». */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function attributes(values: Record<string, string | number | undefined>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

function isoDate(french: string): string {
  return french.split('/').reverse().join('-');
}

/**
 * The clear file that PRONOTE would make (facts itslearning §6.2), with elements of later versions that reuse the names
 * of others in other places.
 */
export function clearFile(model: TimetableModel, more: { uai?: string; encoding?: string } = {}): string {
  const { startsIn, classes, parts, groups, pupils, teachers, lessons } = model;
  const uai = more.uai ?? model.school.uai;
  const year = { DateDebut: `${startsIn}-09-01`, DateFin: `${startsIn + 1}-07-03` };
  const classIdent = new Map(classes.map((name, n) => [name, n + 1]));
  const subjects = [...new Set(lessons.map(({ subject }) => subject))];
  const subjectIdent = new Map(subjects.map((name, n) => [name, n + 1]));
  const lines = [
    `<?xml version="1.0" encoding="${more.encoding ?? 'UTF-8'}"?>`,
    `<ExportEmploiDuTemps xmlns="http://www.index-education.com/exportemploidutemps"${attributes({ Version: '1.1', UAI: uai })}>`,
    `<AnneeScolaire${attributes({ ...year, DatePremierJourSemaine1: `${startsIn}-08-31` })}/>`,
    '<GrilleHoraire NombrePlacesParJour="9" DureePlace="60"><JoursOuvres><Jour>1</Jour></JoursOuvres><PlacesParJour>',
    ...Array.from(
      { length: 9 },
      (_, n) => `<Place Numero="${n}" LibelleHeureDebut="${String(8 + n).padStart(2, '0')}:00:00"/>`,
    ),
    '</PlacesParJour></GrilleHoraire>',
    '<Mefs><Mef Ident="1" Code="10010012110"><Classe Ident="1"/></Mef></Mefs>',
    '<Absences><Absence><Eleve Ident="1"/><Cours Ident="4"/></Absence></Absences>',
    '<Matieres>',
    ...subjects.map(
      (name, n) => `<Matiere${attributes({ Ident: n + 1, Code: name.slice(0, 5), Libelle: name })}/>`,
    ),
    '</Matieres><Professeurs>',
    ...teachers.map(
      ({ ident, lastName, firstName, birthDate, idpn }) =>
        `<Professeur${attributes({ Ident: ident, Nom: lastName, Prenom: firstName, DateNaissance: birthDate, IDPN: idpn })}/>`,
    ),
    '</Professeurs><Classes>',
    ...classes.map((name) => {
      const own = parts.filter(({ className }) => className === name);
      const inside = own.map(({ ident }) => `<PartieDeClasse Ident="${ident}"/>`).join('');
      return `<Classe${attributes({ Ident: classIdent.get(name), Nom: name })}>${inside}</Classe>`;
    }),
    '</Classes><Groupes>',
    ...groups.map(({ ident, name, classes: whole, parts: own }) => {
      const inside = [
        ...whole.map((one) => `<Classe Ident="${classIdent.get(one)}"/>`),
        ...own.map((part) => `<PartieDeClasse Ident="${part.ident}"/>`),
      ];
      return `<Groupe${attributes({ Ident: ident, Nom: name })}>${inside.join('')}</Groupe>`;
    }),
    '</Groupes><Salles><Salle Ident="1" Nom="101"/></Salles><Eleves>',
    ...pupils.map((pupil, n) => pupilElement(pupil, n, classIdent, year)),
    '</Eleves><Cours>',
    ...lessons.map((lesson) => lessonElement(lesson, subjectIdent, classIdent)),
    '</Cours></ExportEmploiDuTemps>',
  ];
  return lines.join('\n');
}

function pupilElement(
  { lastName, firstName, birthDate, idpn, className, parts, leftOn }: PupilModel,
  n: number,
  classIdent: ReadonlyMap<string, number>,
  year: { DateDebut: string; DateFin: string },
): string {
  const stay = { DateEntree: leftOn ? '2025-09-01' : year.DateDebut, DateSortie: leftOn ?? year.DateFin };
  const own = { Ident: n + 1, Nom: lastName, Prenom: firstName, DateNaissance: isoDate(birthDate) };
  const responsables = [1, 2].map(
    (rank) =>
      `<Responsable${attributes({ Ident: 2 * n + rank, RespLegal: rank, Civilite: 'M.', Nom: lastName, Prenom: `Parent ${rank}`, Adresse1: `${n} rue des Écoles`, CodePostal: '49000', Ville: 'ANGERS' })}/>`,
  );
  return [
    `<Eleve${attributes({ ...own, Sexe: n % 2 ? 'Feminin' : 'Masculin', IDPN: idpn })}>`,
    ...responsables,
    ...(className ? [`<Classe${attributes({ Ident: classIdent.get(className), ...stay })}/>`] : []),
    ...parts.map(({ ident }) => `<PartieDeClasse${attributes({ Ident: ident, ...stay })}/>`),
    '</Eleve>',
  ].join('');
}

function lessonElement(
  { subject, teachers, classes, groups, parts, day, place }: LessonModel,
  subjectIdent: ReadonlyMap<string, number>,
  classIdent: ReadonlyMap<string, number>,
): string {
  const when = { Semaines: '18014123631575038' };
  const element = (name: string, ident: number | undefined) =>
    `<${name}${attributes({ Ident: ident, ...when })}/>`;
  return [
    `<Cours${attributes({ Jour: day, NumeroPlaceDebut: place, NombrePlaces: 1 })}>`,
    `<Matiere Ident="${subjectIdent.get(subject)}"/>`,
    ...teachers.map(({ ident }) => element('Professeur', ident)),
    ...classes.map((name) => element('Classe', classIdent.get(name))),
    ...parts.map(({ ident }) => element('PartieDeClasse', ident)),
    ...groups.map(({ ident }) => element('Groupe', ident)),
    element('Salle', 1),
    '</Cours>',
  ].join('');
}

/** What an encrypted file says in clear, all of it replaceable. */
export interface ContainerOptions {
  uai?: string;
  schoolName?: string;
  software?: string;
  madeOn?: string;
  partners?: readonly string[];
  /** Bytes of the so-called encrypted content. */
  size?: number;
}

/** An encrypted file with invented keys around random content: nobody can open it, nor needs to. */
export function encryptedFile(options: ContainerOptions = {}): string {
  const {
    uai = '0490856P',
    schoolName = 'COLLEGE FICTIF & CIE',
    software = 'PRONOTE Monoposte-PRONOTE 2026 - 0.5.14',
    madeOn = '2026-09-07T09:12:00+02:00',
    partners = ['INDEXEDUCATION', 'itslearning'],
    size = 3000,
  } = options;
  const random = randomFrom(size);
  const base64 = (bytes: number) =>
    Buffer.from(Uint8Array.from({ length: bytes }, () => random.below(256))).toString('base64');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<EXPORT_INDEX_EDUCATION xmlns="http://www.index-education.com/conteneurexportchiffre">',
    `<VERSION>1.0</VERSION><LOGICIEL>${escaped(software)}</LOGICIEL><CLES>`,
    ...partners.map((name) => `<PARTENAIRE${attributes({ NOM: name })}>${base64(128)}</PARTENAIRE>`),
    `</CLES><CONTENU CompresseAvantChiffrement="true">${base64(size)}</CONTENU>`,
    `<VERIFICATION>${base64(32)}</VERIFICATION><DATEHEURE>${madeOn}</DATEHEURE>`,
    `<UAI>${uai}</UAI><NOMETABLISSEMENT>${escaped(schoolName)}</NOMETABLISSEMENT>`,
    '<CODEPOSTALVILLE>49000 ANGERS</CODEPOSTALVILLE></EXPORT_INDEX_EDUCATION>',
  ].join('\n');
}

/** A lesson's audience in EDT's notation. */
export function audienceCell({ classes, groups, parts }: LessonModel): string {
  const partText = ({ className, partition, name }: LessonModel['parts'][number]) =>
    `<${className}> <${partition}> ${name}`;
  return [
    ...groups.flatMap(({ name, classes: whole, parts: own }) => {
      const made = [...own.map(partText), ...whole.map((one) => `<${one}>`)];
      return made.length > 0 ? made.map((text) => `[${name}]${text}`) : [`[${name}]`];
    }),
    ...classes,
    ...parts.map(partText),
  ].join(', ');
}

const DAYS = ['', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'];

/** The list of lessons that EDT exports: `EXP_COURS.xml`; later versions call the rows otherwise. */
export function exportedCourses({ lessons }: TimetableModel, row = 'Cours'): string {
  const cell = (name: string, text: string) => `<${name}>${escaped(text)}</${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TABLE nom="Cours">',
    ...lessons.map((lesson, n) =>
      [
        `<${row} numero="${n + 1}">`,
        cell('NUMERO', String(n + 1)) + cell('DUREE', '1h00') + cell('MAT_LIBELLE', lesson.subject),
        cell('PROF_NOM', lesson.teachers.map(({ lastName }) => lastName).join(', ')),
        cell('PROF_PRENOM', lesson.teachers.map(({ firstName }) => firstName).join(', ')),
        cell('CLASSE', audienceCell(lesson)) + cell('ALT.', 'H'),
        cell('JOUR', DAYS[lesson.day] ?? '') + cell('H.DEBUT', `${8 + lesson.place}h00`),
        `</${row}>`,
      ].join(''),
    ),
    '</TABLE>',
  ].join('\r\n');
}

/** The list of pupils that EDT exports: `EXP_ELEVE.xml`. */
export function exportedPupils({ pupils, groups }: TimetableModel): string {
  const cell = (name: string, text: string) => `<${name}>${escaped(text)}</${name}>`;
  return [
    '<TABLE nom="Elèves">',
    ...pupils.map(({ lastName, firstName, birthDate, className = '', parts }, n) => {
      const own = groups.filter(
        (group) => group.classes.includes(className) || group.parts.some((part) => parts.includes(part)),
      );
      const names = own.map(({ name }) => `[${name}]`).join(', ');
      return `<Eleves numero="${n + 1}">${cell('NOM', lastName)}${cell('PRENOM', firstName)}${cell('DATE_NAISS', birthDate)}${cell('CLASSE', className)}${cell('GROUPES', names)}</Eleves>`;
    }),
    '</TABLE>',
  ].join('\n');
}

/** The list of lessons copied from EDT's screen. */
export function pastedCourses({ lessons }: TimetableModel): string {
  const rows = lessons.map((lesson) => [
    '1h00',
    lesson.subject,
    lesson.teachers.map(nameOf).join(', '),
    audienceCell(lesson),
    DAYS[lesson.day] ?? '',
    `${8 + lesson.place}h00`,
  ]);
  return [['Durée', 'Matière', 'Professeur', 'Classe', 'Jour', 'H.Début'], ...rows]
    .map((cells) => cells.join('\t'))
    .join('\r\n');
}
