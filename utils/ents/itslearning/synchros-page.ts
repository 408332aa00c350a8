import { describedPage } from '@/utils/ents/described-page';
import type { FieldReading, ScreenDescriptor } from '@/utils/ents/descriptor';
import type { Page } from '@/utils/ents/page';
import { EXPORT_TITLE, MODULE_TITLES } from './screen';

/** No guide shows the columns of the report (domain itslearning §9): several wordings are tried, none is required twice. */
const COLUMNS: readonly FieldReading[] = [
  { field: 'date', labels: ['Date', "Date d'import", 'Date de synchronisation'], required: true },
  { field: 'file', labels: ['Fichier', 'Nom du fichier'] },
  { field: 'profile', labels: ['Profil', 'Profils', 'Type'] },
  {
    field: 'created',
    labels: ['Créés', 'Création', 'Créations', 'Ajoutés', 'Utilisateurs créés'],
    required: true,
  },
  { field: 'updated', labels: ['Mis à jour', 'Mises à jour', 'Modifiés', 'Utilisateurs mis à jour'] },
  { field: 'deleted', labels: ['Supprimés', 'Suppressions', 'Utilisateurs supprimés'], required: true },
];

/** « Suivi synchro »: extraction of the accounts, and what the last imports did, if any was ever made. */
const SYNCHROS: ScreenDescriptor = {
  version: 1,
  id: 'itslearning/synchros',
  title: 'Suivi synchro',
  names: [...MODULE_TITLES.synchros, EXPORT_TITLE],
  fact: 'synchronisations',
  reads: [
    { as: 'list', fields: COLUMNS, key: ['date', 'file', 'profile'] },
    { as: 'nothing', buttons: ['Extraire'] },
  ],
};

export const synchrosPage: Page = describedPage(SYNCHROS);
