/** Where a name stands on the page, in px of the window. */
export interface Cover {
  top: number;
  left: number;
  height: number;
  width: number;
}

/** Blurs names for those who share their screen, in our own layer: the ENT's document is never touched. */
export function Covers({ covers }: { covers: readonly Cover[] }) {
  return (
    <div class="covers" aria-hidden="true">
      {covers.map(({ top, left, height, width }, index) => (
        <div
          key={index}
          class="cover"
          style={`transform:translate(${left}px,${top}px);height:${height}px;width:${width}px`}
        />
      ))}
    </div>
  );
}
