import { edifice } from './edifice/edifice';
import { itslearning } from './itslearning/itslearning';
import type { Ent } from './page';

/** Every family whose screens are read. */
export const ENTS: readonly Ent[] = [edifice, itslearning];
