/** What was switched off is told before what was found: a list that is short for that reason must not look like good news. */
export function OffLine({ off }: { off: readonly string[] }) {
  const many = off.length > 1 ? 's' : '';
  return (
    <p class="alert">
      {off.length} contrôle{many} éteint{many} sur ce poste, rien n’en est conclu : {off.join(', ')}.
    </p>
  );
}
