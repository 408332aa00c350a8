import type { Checklist, Phase, StepSource } from './checklist';
import { ITSLEARNING_CSV } from './itslearning-csv';
import { ARCHIVING, MODULES_CLOSE, SETTLING } from './itslearning-summer';

/** No guide of the five tells how the academies feed an ENT: public descriptions of several of them agree on it. */
const AAF: StepSource = {
  words: 'Descriptions publiques de l’annuaire académique fédérateur (AAF), par des académies',
};

const BEFORE_CLOSING: Phase = {
  id: 'before-closing',
  title: 'Avant l’été : corriger à la source',
  steps: [
    {
      id: 'correct-at-source',
      text: 'Corriger dans SIECLE et STS-WEB ce qui est faux dans l’ENT',
      why: 'L’ENT reçoit ses comptes de là, par l’annuaire académique : une correction y paraît le lendemain, et y reste.',
      who: 'school-office',
      when: { milestone: 'year-end', from: -30, to: 0 },
      stillUseful: true,
      where: { label: 'SIECLE pour les élèves et les responsables, STS-WEB pour les personnels' },
      source: AAF,
    },
    {
      id: 'leave-fed-accounts',
      text: 'Ne pas corriger dans l’ENT un compte venu de l’annuaire',
      why: 'L’alimentation suivante remplacerait ce qui y a été changé.',
      who: 'administrator',
      when: { milestone: 'year-end', from: -30 },
      reminder: true,
      where: { label: 'Administration › « Droits des utilisateurs et droits d’accès »' },
      source: AAF,
    },
    {
      id: 'feed-stops',
      text: 'L’académie suspend l’alimentation des comptes',
      why: 'D’ici à la nouvelle année, plus aucun changement de SIECLE ou de STS-WEB n’arrive dans l’ENT.',
      who: 'platform',
      provider: 'académie',
      when: { milestone: 'year-end', from: 0 },
      source: AAF,
    },
    MODULES_CLOSE,
  ],
};

const ACCOUNTS: Phase = {
  id: 'accounts',
  title: 'Fin août : les comptes, par l’annuaire',
  steps: [
    {
      id: 'switch-databases',
      text: 'Basculer STS-WEB et SIECLE sur la nouvelle année, sans erreur, avant la première alimentation',
      why: 'Une bascule mal faite est la première cause des classes et des comptes manquants de la rentrée.',
      who: 'head',
      when: { milestone: 'staff-feed', from: -21, to: -1 },
      where: { label: 'STS-WEB, SIECLE' },
      source: { guide: '003', section: 'Initialisation des nouvelles bases STS et SIECLE' },
    },
    {
      id: 'staff-feed-runs',
      text: 'Première alimentation complète de l’année, puis les changements chaque nuit et une reprise le week-end',
      why: 'Ce qui est corrigé un jour à la source paraît le lendemain dans l’ENT.',
      who: 'platform',
      provider: 'académie',
      when: { milestone: 'staff-feed', from: 0 },
      source: AAF,
    },
    {
      id: 'check-fed-accounts',
      text: 'Vérifier que classes, élèves, parents et enseignants sont arrivés, et faire corriger les manques à la source',
      why: 'Un compte absent de l’annuaire n’aura ni cours ni emploi du temps.',
      who: 'administrator',
      when: { milestone: 'pupil-feed', from: 0, to: 15 },
      stillUseful: true,
      where: { label: 'Administration › « Suivi Synchros »', page: 'itslearning/synchros' },
      source: { guide: '001', section: 'Peuplement de l’ENT (§ 1.4)' },
    },
    {
      id: 'no-manual-account',
      text: 'Ne pas créer à la main un compte qui doit avoir un emploi du temps',
      why: 'Seuls les comptes venus de l’annuaire ou d’un import CSV sont reconnus par l’import des emplois du temps.',
      who: 'administrator',
      when: { milestone: 'staff-feed', from: 0 },
      reminder: true,
      where: { label: 'Administration › « Droits des utilisateurs et droits d’accès »' },
      source: { guide: '001', section: 'Peuplement de l’ENT (§ 1.4)' },
    },
  ],
};

/** The change of year of a school whose accounts the academy feeds: hierarchies and strategies as in source 000. */
export const ITSLEARNING_AAF: Checklist = {
  id: 'itslearning-aaf',
  ent: 'itslearning',
  title: 'itslearning alimenté par l’AAF',
  about: 'L’académie alimente l’ENT par son annuaire : l’établissement n’importe pas d’utilisateurs.',
  usually: {
    'year-end': 'début juillet',
    'module-closing': 'mi-juillet',
    archiving: 'en août',
    'staff-feed': 'fin août',
    'module-reopening': 'fin août',
    'pupil-feed': 'autour de la rentrée',
  },
  examples: ITSLEARNING_CSV.examples ?? {},
  closures: ITSLEARNING_CSV.closures ?? [],
  phases: [BEFORE_CLOSING, ARCHIVING, ACCOUNTS, SETTLING],
};
