/** Log-in, single sign-on, mobile, file and Moodle hosts: the extension has no business there (domain Skolengo §2). */
export const EXCLUDED_LABELS: readonly string[] = [
  'cas',
  'sso',
  'mobilite',
  'cdn',
  'statics',
  'idp',
  'auth',
  'connexion',
  'login',
  'api',
];

/** True for hosts on which nothing must ever run, even when a pattern covers them. */
export function isExcludedHost(host: string): boolean {
  const labels = host.toLowerCase().split('.');
  return labels.some((label) => label.includes('moodle')) || EXCLUDED_LABELS.includes(labels[0] ?? '');
}
