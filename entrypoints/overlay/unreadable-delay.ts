import type { ScreenState } from '@/components/overlay/view';

/** A screen must stay unreadable this long before it is said: components are there a moment before their data. In ms. */
const UNREADABLE_MS = 2000;

/** What to say of a screen, given how long it has been unreadable; `again` is asked to look once the time has come. */
export function unreadableDelay(again: (inMs: number) => void): (screen: ScreenState) => ScreenState {
  let since: number | undefined;
  return (screen) => {
    if (screen.kind !== 'unreadable') {
      since = undefined;
      return screen;
    }
    since ??= performance.now();
    const left = since + UNREADABLE_MS - performance.now();
    if (left <= 0) return screen;
    again(left);
    return { kind: 'loading' };
  };
}
