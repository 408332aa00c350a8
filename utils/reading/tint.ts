/** The colour of a row, where it is a state. A second sign only: never the sole reason of a verdict. */
export type Tint = 'red' | 'green' | 'orange';

/** Colours by name that administration screens write out; any other name counts as no tint. */
const NAMED: Record<string, readonly [number, number, number]> = {
  red: [255, 0, 0],
  green: [0, 128, 0],
  lime: [0, 255, 0],
  orange: [255, 165, 0],
  lightgreen: [144, 238, 144],
  pink: [255, 192, 203],
  salmon: [250, 128, 114],
};

/** Below this distance between its strongest and weakest light, a colour is a grey; alert tints are pale (#f2dede). */
const GREY = 12;

/** The tint of an element: its own background, or else that of its first cell that has one. */
export function tintOf(element: Element): Tint | undefined {
  for (const part of [element, ...element.children]) {
    const tint = nameOf(background(part));
    if (tint) return tint;
  }
  return undefined;
}

function background(element: Element): string {
  const inline = /background(?:-color)?\s*:\s*([^;]+)/i.exec(element.getAttribute('style') ?? '')?.[1];
  const written = inline ?? element.getAttribute('bgcolor');
  if (written) return written;
  return element.ownerDocument.defaultView?.getComputedStyle(element).backgroundColor ?? '';
}

function nameOf(colour: string): Tint | undefined {
  const light = parse(colour.trim().toLowerCase());
  if (!light) return undefined;
  const [red, green, blue] = light;
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  if (most - least < GREY) return undefined;
  if (green === most && green > red) return blue > (green + least) / 2 ? undefined : 'green';
  if (red !== most || blue > (red + least) / 2) return undefined;
  return green > (red + least) / 2 ? 'orange' : 'red';
}

function parse(colour: string): readonly [number, number, number] | undefined {
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+))?/.exec(colour);
  if (rgb) return rgb[4] === '0' ? undefined : [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])];
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(colour);
  const hex = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : colour;
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/.exec(hex);
  if (!long) return NAMED[colour];
  return [1, 2, 3].map((at) => Number.parseInt(long[at] ?? '', 16)) as [number, number, number];
}
