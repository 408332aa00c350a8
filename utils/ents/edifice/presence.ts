import type { Presence } from '@/utils/ents/presence';
import { isConsole } from './screen';

/** Edifice: the whole console, since a school can be controlled from any of its screens. */
export const edificePresence: Presence = { id: 'edifice', recognise: isConsole };
