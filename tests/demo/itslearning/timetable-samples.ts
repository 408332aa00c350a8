import { strToU8, zipSync } from 'fflate';
import {
  clearFile,
  encryptedFile,
  exportedCourses,
  exportedPupils,
  pastedCourses,
} from '../../helpers/generate-timetable';
import { pupilAccounts } from '../../helpers/generate-timetable-accounts';
import { timetableModel } from '../../helpers/timetable-model';
import { startingYear } from '../edifice/calendar';
import { type DemoAnswer, html } from '../family';
import type { DemoFile, School } from './model';

/** A sample file, and what it shows. */
export interface SampleTimetable extends DemoFile {
  about: string;
}

/**
 * Timetable files to try the control with, all invented: right ones, wrong ones, and schools of 600 and 2,500 pupils in
 * which every pattern of the rules is planted.
 */
export function timetableSamples(school: Pick<School, 'uai' | 'name'>, date: string): SampleTimetable[] {
  const startsIn = startingYear(date);
  const model = timetableModel(600, { startsIn });
  const large = timetableModel(2500, { pupils: 2500, startsIn });
  const spotless = timetableModel(600, { startsIn, faults: false });
  const { uai, name } = school;
  const made = { uai, schoolName: name, madeOn: `${date}T08:00:00+02:00` };
  const software = `PRONOTE Monoposte-PRONOTE ${startsIn} - 0.5.14`;
  const sample = (file: string, about: string, content: string | Uint8Array): SampleTimetable => ({
    name: file,
    about,
    bytes: typeof content === 'string' ? strToU8(content) : content,
  });
  return [
    sample(`Edt_To_itslearning_${uai}.xml`, 'chiffré, sans défaut', encryptedFile({ ...made, software })),
    sample(
      `Edt_To_itslearning_${uai}_reseau.xml`,
      'chiffré, depuis une autre édition de PRONOTE',
      encryptedFile({ ...made, software: software.replace('Monoposte', 'Réseau') }),
    ),
    sample(
      `Edt_To_NEO_${uai}.xml`,
      'chiffré pour un autre socle',
      encryptedFile({ ...made, software, partners: ['INDEXEDUCATION', 'NEO-Open'] }),
    ),
    sample(
      'Edt_To_itslearning_0134567A.xml',
      'chiffré, d’un autre établissement',
      encryptedFile({ ...made, software, uai: '0134567A' }),
    ),
    sample(`${uai}_600_sans_defaut.xml`, 'en clair, 600 élèves, sans défaut', clearFile(spotless, { uai })),
    sample(`${uai}_600.xml`, 'en clair, 600 élèves, tous les défauts', clearFile(model, { uai })),
    sample(`${uai}_2500.xml`, 'en clair, 2 500 élèves, tous les défauts', clearFile(large, { uai })),
    sample(
      `${uai}_annee_passee.xml`,
      'en clair, de l’année scolaire passée',
      clearFile(timetableModel(60, { pupils: 60, startsIn: startsIn - 1, faults: false }), { uai }),
    ),
    sample(
      `${uai}_Student_600.csv`,
      'comptes des élèves de l’ENT, à donner avec le fichier de 600 élèves',
      pupilAccounts(model).text,
    ),
    sample('EXP_COURS.xml', 'liste des cours exportée d’EDT', exportedCourses(model)),
    sample('EXP_ELEVE.xml', 'liste des élèves exportée d’EDT', exportedPupils(model)),
    sample('liste-a-coller.txt', 'liste des cours à coller', pastedCourses(model)),
    sample(
      'UDT.zip',
      'archive d’UDT incomplète',
      zipSync({ 'UDCal_00.xml': strToU8('<init/>'), 'UDCal_10.xml': strToU8('<eleves/>') }),
    ),
    sample('coupe.xml', 'coupé en cours de copie', clearFile(model, { uai }).slice(0, 40_000)),
  ];
}

const made = new Map<string, SampleTimetable[]>();

/** The samples of a day are invented once. */
function samplesOf(school: School, date: string): SampleTimetable[] {
  const key = `${school.uai} ${date}`;
  const samples = made.get(key) ?? timetableSamples(school, date);
  made.set(key, samples);
  return samples;
}

/** The list of the samples, or one of them as a download; `undefined` for another address. */
export function sampleAnswer(school: School, date: string, url: URL): DemoAnswer | undefined {
  const [, asked] = /^\/exemples-edt(?:\/([^/]+))?$/.exec(url.pathname) ?? [];
  if (!url.pathname.startsWith('/exemples-edt')) return undefined;
  const samples = samplesOf(school, date);
  const found = samples.find(({ name }) => name === asked);
  if (found)
    return {
      status: 200,
      type: 'application/octet-stream',
      body: found.bytes,
      headers: { 'content-disposition': `attachment; filename="${found.name}"` },
    };
  const links = samples.map(
    ({ name, about }) =>
      `<li><a href="/exemples-edt/${name}?site=${school.site}">${name}</a> : ${about}</li>`,
  );
  return html(
    `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Exemples</title><h1>Fichiers d’exemple</h1><ul>${links.join('')}</ul></html>`,
  );
}
