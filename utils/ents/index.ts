import { edifice } from './edifice/edifice';
import type { Ent } from './page';

/** Every family whose screens are read. */
export const ENTS: readonly Ent[] = [edifice];
