import type { EDIFICE_RULES } from '../../../utils/rules/lists/edifice';
import { buildWorld } from './world';

/** The demonstration schools that carry planted cases. */
export type PlantedSchool = 'papillons' | 'college' | 'centre';

/** The rules that planted cases may speak to: those of the family's list. */
export type PlantedRule = keyof typeof EDIFICE_RULES;

/**
 * One planted fault or near-miss: what a complete reading of the school must make of this subject under this rule.
 * `none` is a near-miss: it looks like the fault and isn't one.
 */
export interface Planted {
  school: PlantedSchool;
  rule: PlantedRule;
  /** A group's or class's name, or « LASTNAME Firstname », as the console shows it; of something missing, its name. */
  subject: string;
  /** Identifier of the subject on the demonstration platform; of something missing, the structure's. */
  id: string;
  expected: 'violation' | 'review' | 'none';
  why: string;
}

/**
 * Every planted fault and near-miss, relative to an ISO date (years in names and delays move with it).
 * What is not listed here is ordinary: no rule of the list above has anything to say about it.
 */
export function plantedOn(date: string): readonly Planted[] {
  return buildWorld(date).planted;
}
