/** Where a name stands on the page, in px of the window. */
export interface Cover {
  top: number;
  left: number;
  height: number;
  width: number;
}

/** What is masked whole, because nothing is read of it: the page, or the window that it opened. */
export interface Curtain {
  masked: 'loading' | 'page' | 'dialog';
  /** All over the page when there is none. */
  box?: Cover;
}

/** Blurs names for those who share their screen, in our own layer: the ENT's document is never touched. */
export function Covers(props: { covers: readonly Cover[]; curtain?: Curtain | undefined; reveal(): void }) {
  const { covers, curtain, reveal } = props;
  return (
    <>
      <div class="covers" aria-hidden="true">
        {covers.map((cover, index) => (
          <div key={index} class="cover" style={placed(cover)} />
        ))}
      </div>
      {curtain && (
        <section
          class={`curtain ${curtain.masked}`}
          aria-label="Masqué par le mode démonstration"
          style={curtain.box && placed(curtain.box)}
        >
          {curtain.masked !== 'loading' && (
            <div class="curtain-words">
              <p>{CURTAIN_WORDS[curtain.masked]}</p>
              <button type="button" onClick={reveal}>
                {curtain.masked === 'page' ? 'Montrer la page quand même' : 'Montrer la fenêtre quand même'}
              </button>
            </div>
          )}
        </section>
      )}
    </>
  );
}

const CURTAIN_WORDS = {
  page: 'Mode démonstration : cet écran n’est pas lu, il est masqué en entier.',
  dialog: 'Mode démonstration : cette fenêtre n’est pas lue, elle est masquée en entier.',
} as const;

function placed({ top, left, height, width }: Cover): string {
  return `transform:translate(${left}px,${top}px);height:${height}px;width:${width}px`;
}
