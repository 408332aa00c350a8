import type {
  Course,
  CourseSearch,
  HierarchyNode,
  Strategy,
  StrategyUser,
} from '@/utils/core/itslearning-facts';
import { onPage } from './test-rule';

/** A course of 2026-2027, imported, active, visited: each test says what differs. */
export function course(title: string, known: Partial<Course> = {}): Course {
  const { organisation = 'Etablissement', createdOn = '' } = known;
  return {
    at: onPage(`${title}|${organisation}|${createdOn}`, 'itslearning/courses'),
    title,
    organisation,
    imported: true,
    participants: 27,
    lastVisit: '2026-10-01',
    updatedOn: '2026-09-10',
    createdOn: '2026-09-03',
    state: 'active',
    ...known,
  };
}

/** A course of which one thing could not be read. */
export function without(known: Course, field: keyof Course): Course {
  const { [field]: _, ...rest } = known;
  return rest as Course;
}

/** The same, of the year before. */
export function pastCourse(title: string, known: Partial<Course> = {}): Course {
  return course(title, {
    createdOn: '2025-09-27',
    updatedOn: '2026-06-10',
    lastVisit: '2026-06-10',
    ...known,
  });
}

/** A search that shows everything it found. */
export function search(known: Partial<CourseSearch> = {}): CourseSearch {
  return {
    at: onPage('Effectuer sur tous les résultats', 'itslearning/courses'),
    state: 'active',
    shown: 20,
    total: 20,
    announced: 20,
    everyResult: true,
    unmet: [],
    pending: [],
    ...known,
  };
}

/** Nodes from their paths: « Etablissement/Cours 2026-2027 ». */
export function tree(...paths: string[]): HierarchyNode[] {
  return paths.map((written) => {
    const path = written.split('/');
    const name = path.pop() ?? '';
    return { at: onPage(`${name}|${path.join(' › ')}`, 'itslearning/hierarchy'), name, path, folded: false };
  });
}

/** A strategy of the list whose names are on the screen. */
export function strategy(name: string, known: Partial<Strategy> = {}): Strategy {
  return { at: onPage(`${name}|`, 'itslearning/strategies'), name, individuals: 1, named: true, ...known };
}

/** Somebody whom a strategy names. */
export function strategyUser(name: string, known: Partial<StrategyUser> = {}): StrategyUser {
  const { strategy: of = 'Impression' } = known;
  return { at: onPage(`${name}|${of}`, 'itslearning/strategies'), name, strategy: of, ...known };
}
