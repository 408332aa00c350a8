import { vi } from 'vitest';
import type { GroupView, ResultsView } from '@/components/workshop/results-view';
import type { ControlView, FileView, WorkshopActs, WorkshopView } from '@/components/workshop/view';

export function doNothing(): WorkshopActs {
  return {
    give: vi.fn(),
    remove: vi.fn(),
    cancel: vi.fn(),
    map: vi.fn(),
    keep: vi.fn(),
    forgetKept: vi.fn(),
    setUpdateAll: vi.fn(),
    setLeaving: vi.fn(),
    filter: vi.fn(),
    more: vi.fn(),
    decide: vi.fn(),
    chooseCorrection: vi.fn(),
    chooseCorrections: vi.fn(),
    writeCorrected: vi.fn(),
    predict: vi.fn(),
    removal: {
      chooseFile: vi.fn(),
      search: vi.fn(),
      pick: vi.fn(),
      more: vi.fn(),
      set: vi.fn(),
      prepare: vi.fn(),
    },
    setFound: vi.fn(),
    forgetPrediction: vi.fn(),
    askErase: vi.fn(),
    cancelErase: vi.fn(),
    erase: vi.fn(),
    copy: vi.fn(),
    demonstrate: vi.fn(),
  };
}

export const FATAL = {
  place: 'Student.csv, ligne 3',
  message: 'Un guillemet n’est jamais refermé.',
  advice: 'Refermez ce guillemet.',
  fatal: true,
};

export const FILE: FileView = {
  id: 1,
  name: 'Student.csv',
  about: 'élèves, 214 lignes, UTF-8',
  refused: false,
  problems: [],
  mapping: {
    needed: false,
    columns: [{ column: 0, header: 'Nom élève', sample: 'Lambert', field: 'lastName' }],
    fields: [
      { value: 'ignore', label: 'Autre chose' },
      { value: 'lastName', label: 'Nom' },
      { value: 'firstName', label: 'Prénom' },
    ],
  },
};

export const EMPTY: ControlView = {
  reference: { side: 'reference', problems: [], files: [] },
  toImport: { side: 'toImport', problems: [], files: [] },
  keep: { possible: false, today: '2026-08-27', proposed: '2026-09-11', latest: '2026-11-27' },
};

export const GROUP: GroupView = {
  id: 'changed-sync-key',
  grade: 'critical',
  title: 'Clé de synchro changée',
  why: 'Le compte serait doublé.',
  remedy: 'Remettez la valeur de l’export.',
  source: 'Guide 000',
  count: '26 constats',
  total: 26,
  rows: [
    {
      id: 'one',
      subject: 'Lambert Zoé',
      says: 'Le prénom a changé.',
      place: 'Student.csv, ligne 2',
      review: true,
      changes: [
        {
          label: 'Prénom',
          fragments: [
            { kind: 'equal', text: 'Zo' },
            { kind: 'removed', text: 'é' },
            { kind: 'added', text: 'e' },
            { kind: 'added', text: '\u00A0', spoken: 'espace insécable' },
          ],
        },
      ],
      reasons: ['Même date de naissance.'],
      decision: { hash: 'h1', verdict: 'check' },
      correction: { id: 'c1', label: 'Remettre «\u00A0Zoé\u00A0»', chosen: true },
    },
  ],
  more: 25,
};

export const RESULTS: ResultsView = {
  verdict: { grade: 'critical', text: '1 problème à réparer avant l’import.' },
  keyRules: ['Student.csv\u00A0: clé = prénom + nom'],
  cautions: ['«\u00A0Broken.csv\u00A0» n’est pas contrôlé.'],
  updateAll: false,
  box: '« Mettre à jour tous les utilisateurs »',
  consequences: { unticked: 'Personne n’est supprimé.', ticked: 'Les absents sont supprimés.' },
  gauge: {
    grade: 'critical',
    says: '30 absents\u00A0: 24 attendus, 6 inattendus',
    alarms: ['Toute la classe 5e B est absente.'],
    known: 100,
    expected: 24,
    unexpected: 6,
    levels: [
      { label: '3e', known: 24, absent: 24, leaving: true },
      { label: '4e', known: 26, absent: 6, leaving: false },
    ],
    classes: [{ label: '3e A', known: 24, absent: 24, leaving: false }],
    profiles: [
      { label: 'Élèves', known: 100, absent: 30, leaving: false },
      { label: 'Enseignants', known: 12, absent: 0, leaving: false },
    ],
  },
  filters: {
    text: '',
    profile: '',
    verdict: '',
    className: '',
    profiles: [
      { value: 'pupil', label: 'Élèves' },
      { value: 'teacher', label: 'Enseignants' },
    ],
    verdicts: [
      { value: 'certain', label: 'Certain' },
      { value: 'review', label: 'À vérifier' },
    ],
    classes: [],
  },
  groups: [GROUP],
  decided: [{ hash: 'h2', people: 'Roux Élise → Roux Elise', verdict: 'same' }],
  corrections: {
    total: 3,
    chosen: 1,
    undecided: 2,
    kinds: [{ kind: 'accents', label: 'Accents', count: 3, chosen: true }],
    files: [
      {
        id: 1,
        name: 'Student.csv',
        newName: 'Student-corrige.csv',
        cells: 1,
        ready: { href: 'blob:x', identical: false },
        problems: [],
      },
    ],
  },
  predictable: { schools: ['Collège du Lac'] },
};

export const VIEW: WorkshopView = {
  section: 'controle',
  control: EMPTY,
  removal: {
    files: [],
    people: [],
    search: '',
    found: 0,
    more: 0,
    chosen: 0,
    schoolName: '',
    uai: '',
    profile: 'Enseignants',
  },
  expected: { predictions: [] },
  settings: { erasing: 'idle' },
};

export const PEOPLE: WorkshopView = {
  ...VIEW,
  section: 'suppression',
  removal: {
    ...VIEW.removal,
    files: [{ id: 1, name: 'Teacher.csv', chosen: true }],
    people: [
      { row: 0, name: 'Roux Élise', detail: 'Nom d’utilisateur\u00A0: elise.roux', chosen: true },
      { row: 1, name: 'Blanc Hugo', detail: '', chosen: false },
    ],
    found: 80,
    more: 78,
    chosen: 1,
    schoolName: 'Collège du Lac',
    uai: '0750052M',
    request: {
      fileName: '0750052M-Collège du Lac-27aout2026-Enseignants.csv',
      href: 'blob:y',
      to: 'support.fr@itslearning.com',
      subject: '0750052M-Collège du Lac-Suppression Utilisateurs',
      body: 'Bonjour,',
      warnings: ['La lettre du code UAI n’est pas la bonne.'],
    },
  },
};

export const EXPECTED: WorkshopView = {
  ...VIEW,
  section: 'attendu',
  expected: {
    predictions: [
      {
        id: 'p1',
        school: 'Collège du Lac',
        profile: 'Élèves',
        when: 'Contrôle du 27/08/2026',
        numbers: [
          { id: 'created', label: 'Créés', expected: 24, found: '24', verdict: 'Conforme', agrees: true },
          {
            id: 'deleted',
            label: 'Supprimés',
            expected: 24,
            found: '30',
            verdict: '+6',
            agrees: false,
          },
          { id: 'updated', label: 'Mis à jour', expected: 70, found: '' },
        ],
        seen: 'Suivi synchro, import du 27/08/2026',
        gaps: ['30 comptes supprimés au lieu de 24, soit 6 de plus.'],
      },
    ],
  },
};
