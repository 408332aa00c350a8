/** What happened to an import, as its screens show it. Holds nobody's name: the text leaves the school. */
export interface ImportFailure {
  school: { name: string; uai?: string };
  /** The platform's own name, « itslearning ». */
  platform?: string;
  /** Step of the wizard or screen where it showed, in its own words. */
  step: string;
  /** When, as the screen writes it. */
  date?: string;
  /** « Fait », « Interrompu »… */
  status?: string;
  /** « Automatique » or « Manuel ». */
  type?: string;
  /** Lines of the summary: what, how many succeeded, how many failed. */
  counts?: readonly { what: string; done?: number; failed?: number }[];
  /** Shown as the number of people who were not recognised. */
  unreconciled?: { pupils?: number; teachers?: number };
  /** What is wrong for the school: « groupe non créé », « élément calendrier manquant ». */
  anomaly: string;
  /** The envelope of the file: version of the software, date. */
  file?: { name: string; software?: string; madeOn?: string };
}

/** A message to be copied. */
export interface SupportText {
  subject: string;
  body: string;
}

/**
 * The message that guide 001 (§3.12) asks for when an import shows errors: school, screenshot, anomaly, and whatever
 * else helps. Lines of which nothing is known are left out, except for those that the guide asks for.
 */
export function importFailureText(failure: ImportFailure): SupportText {
  const { school, platform, step, anomaly } = failure;
  const uai = school.uai ? ` (${school.uai})` : '';
  const named = school.name.trim() || TO_FILL;
  const head = [
    'Bonjour,',
    '',
    `Notre import d’emploi du temps${platform ? ` dans ${platform}` : ''} présente une anomalie.`,
    '',
    line('Établissement', `${named}${uai}`),
    line('Étape', step.trim() || TO_FILL),
    line('Anomalie constatée', anomaly.trim() || TO_FILL),
    'Capture d’écran du message d’erreur\u00A0: jointe à ce message',
  ];
  return {
    subject: `Import EDT – ${named}${uai} – ${anomaly.trim() || step.trim() || 'anomalie'}`,
    body: [...head, ...details(failure), '', 'Cordialement,', ''].join('\n'),
  };
}

const TO_FILL = '(à compléter)';

function line(label: string, value: string): string {
  return `${label}\u00A0: ${value}`;
}

function details({ date, status, type, counts = [], unreconciled, file }: ImportFailure): string[] {
  const of = (label: string, value: string | undefined) => (value ? [line(label, value)] : []);
  const made = file?.madeOn ? `, produit le ${file.madeOn.slice(0, 10).split('-').reverse().join('/')}` : '';
  const lines = [
    ...of('Date de l’import', date),
    ...of('Statut', status),
    ...of('Type', type),
    ...of('Fichier', file && `${file.name}${made}`),
    ...of('Logiciel', file?.software),
    ...of('Apprenants non réconciliés', unreconciled?.pupils?.toString()),
    ...of('Enseignants non réconciliés', unreconciled?.teachers?.toString()),
  ];
  const failed = counts.filter((count) => (count.failed ?? 0) > 0);
  const others = counts.filter((count) => !failed.includes(count));
  const summary = [...failed, ...others].map(({ what, done, failed: errors }) => {
    const numbers = [
      ...(done === undefined ? [] : [`${done.toLocaleString('fr-FR')} en succès`]),
      ...(errors === undefined ? [] : [`${errors.toLocaleString('fr-FR')} en erreur`]),
    ];
    return `- ${line(what, numbers.join(', ') || TO_FILL)}`;
  });
  return [
    ...(lines.length > 0 ? ['', ...lines] : []),
    ...(summary.length > 0 ? ['', 'Récapitulatif\u00A0:', ...summary] : []),
  ];
}
