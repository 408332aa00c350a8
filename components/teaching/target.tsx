/** Frames the thing pointed at, in our own layer. `firm`: it is chosen. */
export function Target({ box, firm }: { box: DOMRect; firm: boolean }) {
  const { left, top, width, height } = box;
  return (
    <div
      class={`target ${firm ? 'firm' : ''}`}
      aria-hidden="true"
      style={`left:${left - 4}px;top:${top - 4}px;width:${width + 8}px;height:${height + 8}px`}
    />
  );
}
