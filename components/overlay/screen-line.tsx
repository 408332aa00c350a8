import type { ScreenState } from './view';

/** What became of the screen itself: read, not read, or not understood, and then what to do. */
export function ScreenLine(props: { screen: ScreenState; live: boolean; openPages(): void }) {
  const { screen, live, openPages } = props;
  switch (screen.kind) {
    case 'loading':
      return <p class="muted">La page se charge…</p>;
    case 'elsewhere':
      return (
        <p class="muted">
          Vigie ne lit pas cet écran.{live && ' Le contrôle de l’établissement reste possible.'}
        </p>
      );
    case 'read':
      return (
        <p class="muted">
          Écran lu : {screen.title}
          {screen.caution && `. ${screen.caution}`}
        </p>
      );
    case 'unreadable':
      return (
        <div class="alert" role="alert">
          <p>
            <strong>Page non reconnue : contrôle inactif.</strong>
          </p>
          {screen.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
          <p>
            Rien n’est conclu de cet écran.
            {screen.mend !== 'own-word' && ' Signalez-le à votre référent : l’ENT a sans doute changé.'}
          </p>
          {screen.mend && (
            <p>
              <button type="button" onClick={openPages}>
                Ouvrir « Pages et vocabulaire »
              </button>
            </p>
          )}
        </div>
      );
  }
}
