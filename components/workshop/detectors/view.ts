import type { Grade } from '@/components/impact-icon';

export interface DetectorRowView {
  id: string;
  title: string;
  on: boolean;
  /** « actif », « éteint », « version de page inconnue »… */
  state: string;
  grade: Grade;
  /** « vu à l’œuvre le 20/11/2026, 12 fois ». */
  seen?: string;
  why?: string;
}

export interface DetectorsView {
  loading: boolean;
  problem?: { says: string; advice: string };
  /** « 134 détecteurs : 132 actifs, 1 éteint… ». */
  summary: string;
  /** Only what is not simply active. */
  unusual: boolean;
  groups: readonly { id: string; title: string; count: string; rows: readonly DetectorRowView[] }[];
  /** The whole state, as it is copied. */
  sheet: string;
}

export interface DetectorsActs {
  switch(id: string, on: boolean): void;
  showUnusual(only: boolean): void;
  copy(text: string, what: string): void;
}
