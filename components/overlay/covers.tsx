/** Where a name stands on the page, in px of the window. */
export interface Cover {
  top: number;
  left: number;
  height: number;
  width: number;
}

/** The page is masked whole, because nothing is read of it, or not yet. */
export interface Curtain {
  masked: 'loading' | 'page';
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
        <section class={`curtain ${curtain.masked}`} aria-label="Masqué par le mode démonstration">
          {curtain.masked === 'page' && (
            <div class="curtain-words">
              <p>Mode démonstration : cet écran n’est pas lu, il est masqué en entier.</p>
              <button type="button" onClick={reveal}>
                Montrer la page quand même
              </button>
            </div>
          )}
        </section>
      )}
    </>
  );
}

function placed({ top, left, height, width }: Cover): string {
  return `transform:translate(${left}px,${top}px);height:${height}px;width:${width}px`;
}
