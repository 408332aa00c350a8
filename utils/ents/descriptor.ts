import type { PageId } from '@/utils/core/facts';
import type { DescribedFact } from './fact-fields';

/**
 * A screen described by its words: plain data, interpreted by `described-page.ts`. The screens built in and those that a
 * person teaches are of this one type; `parse-descriptor.ts` refuses whatever is not.
 */
export interface ScreenDescriptor {
  version: 1;
  id: PageId;
  /** French name of the screen, as the ENT calls it. */
  title: string;
  /** What the screen calls itself, in its title or a heading: any one of them. */
  names: readonly string[];
  /** True for names that other screens bear too (« Groupes »): a heading then doesn't suffice. */
  common?: boolean;
  /** Services that the screen belongs to, as its title or its audience mark tells them: a hint. */
  services?: readonly string[];
  /** Services in which the same name means another screen: « Corbeille » of « Messagerie ». */
  elsewhere?: readonly string[];
  /** Values of `PROC` that the platform gives the screen: a hint, since forms lose it. */
  procs?: readonly string[];
  fact: DescribedFact;
  /** Ways to read it, in order: the first that finds what it looks for is taken. */
  reads: readonly Reading[];
}

/** One way to read a screen. */
export type Reading = ListReading | FormReading | TreeReading | CountReading | NothingReading;

/** Texts that a screen may use for one thing. */
export type Wordings = readonly string[];

/** What a text of the screen means, where the fact only knows some values. */
export interface Meaning {
  means: string | number | boolean;
  /** The text is one of these, or begins with one. */
  says: Wordings;
}

/** A column or a field, and the field of the fact that it fills in. */
export interface FieldReading {
  field: string;
  labels: Wordings;
  /** Without that column or field the screen is not understood. */
  required?: boolean;
  /** So particular to the screen that its presence tells it. */
  telling?: boolean;
  meanings?: readonly Meaning[];
  /** Which date, where one text holds two. */
  pick?: 'first' | 'last';
}

/** A list with headers. `key`: the fields that make a row's key, as the screen shows them. */
export interface ListReading {
  as: 'list';
  fields: readonly FieldReading[];
  key: readonly string[];
}

/** A form about one thing. It is found again by the words of its first required field. */
export interface FormReading {
  as: 'form';
  fields: readonly FieldReading[];
  /** True when that one thing is all there is to know; otherwise the reading is never complete. */
  whole?: boolean;
}

/** The branches under the node that bears one of `under`. */
export interface TreeReading {
  as: 'tree';
  field: string;
  under: Wordings;
}

/** How many rows a list has: none of its texts is kept. `columns` are the headers that tell the list. */
export interface CountReading {
  as: 'count';
  field: string;
  columns: readonly Wordings[];
}

/** The screen rightly shows no list: it offers one of these buttons instead. */
export interface NothingReading {
  as: 'nothing';
  buttons: Wordings;
}

/** The labels without which a way of reading finds nothing. */
export function requiredLabels(reading: Reading): readonly Wordings[] {
  if (reading.as === 'count') return reading.columns;
  if (reading.as === 'list' || reading.as === 'form')
    return reading.fields.filter(({ required }) => required).map(({ labels }) => labels);
  return reading.as === 'tree' ? [reading.under] : [];
}

/** The headers that the lists of a screen must have. */
export function requiredColumns({ reads }: ScreenDescriptor): readonly Wordings[] {
  return reads.flatMap((reading) =>
    reading.as === 'list' || reading.as === 'count' ? requiredLabels(reading) : [],
  );
}
