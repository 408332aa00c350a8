import type { RawGroup, RawLesson, RawPerson, RawPupil, RawTimetable, Spot } from './timetable-raw';
import type { XmlScanner } from './xml';

/** Namespace of the clear files of PRONOTE and EDT. */
export const CLEAR_EXPORT = 'http://www.index-education.com/exportemploidutemps';

/**
 * Reads a clear file (facts itslearning §6.2). Elements are known by their path from the root and never by their name
 * alone, since `Cours`, `Classe` or `Eleve` mean different things in different places; unknown ones are passed over.
 * @param scanner just after its root was opened
 * @param progress told the share that is read
 */
export function readClear(scanner: XmlScanner, progress?: (share: number) => void): RawTimetable {
  const reader = new ClearReader(scanner);
  let [section, item] = ['', ''];
  let items = 0;
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event !== 'open') continue;
    if (scanner.depth === 2) {
      section = scanner.element();
      if (section === 'AnneeScolaire') reader.readYear();
    } else if (scanner.depth === 3) {
      item = `${section}/${scanner.element()}`;
      if (++items % TOLD_EVERY === 0) progress?.(scanner.share);
      reader.readItem(item);
    } else if (scanner.depth === 4) {
      reader.readChild(item, scanner.element());
    }
  }
  return reader.raw;
}

/** Pupils and lessons between two tellings: a few in a school, a hundred in the largest file. */
const TOLD_EVERY = 500;

/** Keeps one copy of the words that recur all over a file: a text made of bytes is a new one each time. */
class ClearReader {
  readonly raw: RawTimetable;
  private readonly words = new Map<string, string>();
  private readonly items: Record<string, () => void> = {
    'Matieres/Matiere': () => this.readSubject(),
    'Professeurs/Professeur': () => this.readTeacher(),
    'Classes/Classe': () => this.readClass(),
    'Groupes/Groupe': () => this.readGroup(),
    'Eleves/Eleve': () => this.readPupil(),
    'Cours/Cours': () => this.readLesson(),
  };
  private readonly children: Record<string, (name: string) => void> = {
    'GrilleHoraire/PlacesParJour': (name) => this.readPlace(name),
    'Classes/Classe': (name) => this.readPart(name),
    'Groupes/Groupe': (name) => this.readMember(name),
    'Eleves/Eleve': (name) => this.readStay(name),
    'Cours/Cours': (name) => this.readAttendance(name),
  };
  private classIdent = '';
  private group: RawGroup | undefined;
  private pupil: RawPupil | undefined;
  private lesson: RawLesson | undefined;

  constructor(private readonly scanner: XmlScanner) {
    const uai = scanner.attribute('UAI')?.trim().toUpperCase();
    this.raw = {
      spot: this.spot(),
      ...(uai && { uai }),
      hours: new Map(),
      subjects: new Map(),
      teachers: new Map(),
      classes: new Map(),
      parts: new Map(),
      groups: new Map(),
      unidentified: new Map(),
      pupils: [],
      lessons: [],
    };
  }

  readYear(): void {
    const [from, to] = [this.day('DateDebut'), this.day('DateFin')];
    if (from && to) this.raw.year = { from, to };
  }

  readItem(path: string): void {
    this.items[path]?.();
  }

  readChild(path: string, name: string): void {
    this.children[path]?.(name);
  }

  private readPlace(name: string): void {
    const start = this.word('LibelleHeureDebut');
    if (name === 'Place' && start) this.raw.hours.set(this.word('Numero') ?? '', start.slice(0, 5));
  }

  private readSubject(): void {
    const ident = this.identOf('matières');
    if (ident !== '') this.raw.subjects.set(ident, this.word('Libelle') || (this.word('Code') ?? ''));
  }

  private readTeacher(): void {
    const ident = this.identOf('enseignants');
    if (ident !== '') this.raw.teachers.set(ident, this.person());
  }

  private readClass(): void {
    this.classIdent = this.identOf('classes');
    if (this.classIdent !== '')
      this.raw.classes.set(this.classIdent, { name: this.word('Nom') ?? '', ...this.spot() });
  }

  private readPart(name: string): void {
    const own = this.word('Nom');
    if (name === 'PartieDeClasse')
      this.raw.parts.set(this.ident(), { ofClass: this.classIdent, ...(own && { name: own }) });
  }

  private readGroup(): void {
    const name = this.word('Nom') ?? '';
    const ident = this.identOf('groupes');
    this.group = { ident, name, classes: [], parts: [], pupils: [], ...this.spot() };
    if (ident !== '') this.raw.groups.set(ident, this.group);
  }

  private readMember(name: string): void {
    if (name === 'Classe') this.group?.classes.push(this.ident());
    else if (name === 'PartieDeClasse') this.group?.parts.push(this.ident());
    else if (name === 'Eleve') this.group?.pupils.push(this.ident());
  }

  private readPupil(): void {
    const school = this.word('IDEtablissement');
    const ident = this.ident();
    this.pupil = { ident, ...this.person(), ...(school && { school }), classes: [], parts: [] };
    this.raw.pupils.push(this.pupil);
  }

  private readStay(name: string): void {
    if (name !== 'Classe' && name !== 'PartieDeClasse') return;
    const [from, to] = [this.day('DateEntree'), this.day('DateSortie')];
    const stay = { ident: this.ident(), ...(from && { from }), ...(to && { to }) };
    this.pupil?.[name === 'Classe' ? 'classes' : 'parts'].push(stay);
  }

  private readLesson(): void {
    const [day, place] = [this.word('Jour'), this.word('NumeroPlaceDebut')];
    const spot = this.spot();
    const lists = { teachers: [], classes: [], parts: [], groups: [], masks: [] };
    this.lesson = { ...spot, ...lists, ...(day && { day }), ...(place && { place }) };
    this.raw.lessons.push(this.lesson);
  }

  private readAttendance(name: string): void {
    const { lesson } = this;
    if (!lesson) return;
    if (name === 'Matiere') lesson.subject = this.ident();
    const list = ATTENDANCE.get(name);
    if (!list) return;
    lesson[list].push(this.ident());
    const mask = list === 'teachers' ? undefined : this.word('Semaines');
    if (mask && !lesson.masks.includes(mask)) lesson.masks.push(mask);
  }

  private person(): RawPerson {
    const birthDate = this.word('DateNaissance');
    const idpn = this.scanner.attribute('IDPN')?.trim();
    return {
      lastName: this.word('Nom') ?? '',
      firstName: this.word('Prenom') ?? '',
      ...(birthDate && { birthDate }),
      ...(idpn && { idpn }),
      ...this.spot(),
    };
  }

  /** The identifier of what is described here: without one, nothing can be told of it, and the last would pass for all. */
  private identOf(what: string): string {
    const ident = this.ident();
    if (ident === '') {
      const { unidentified } = this.raw;
      const known = unidentified.get(what);
      if (known) known.count++;
      else unidentified.set(what, { count: 1, ...this.spot() });
    }
    return ident;
  }

  private ident(): string {
    return this.word('Ident') ?? '';
  }

  private day(name: string): string | undefined {
    const text = this.word(name);
    return text && /^\d{4}-\d\d-\d\d/.test(text) ? text.slice(0, 10) : undefined;
  }

  private word(name: string): string | undefined {
    const text = this.scanner.attribute(name)?.trim();
    if (text === undefined) return undefined;
    const known = this.words.get(text);
    if (known !== undefined) return known;
    this.words.set(text, text);
    return text;
  }

  private spot(): Spot {
    const { line, column } = this.scanner.position(this.scanner.start);
    return { line, column: String(column) };
  }
}

/** The lists of a lesson that name others of the file. */
type Listed = 'teachers' | 'classes' | 'parts' | 'groups';

const ATTENDANCE: ReadonlyMap<string, Listed> = new Map([
  ['Professeur', 'teachers'],
  ['Classe', 'classes'],
  ['PartieDeClasse', 'parts'],
  ['Groupe', 'groups'],
]);
