import { defineContentScript } from 'wxt/utils/define-content-script';
import { masking } from './overlay/masking';
import type { MaskingScript } from './overlay/masking-script';

/** What masks names while a screen is shared, which only those who do so pay for: the background brings it on demand. */
export default defineContentScript({
  registration: 'runtime',
  // Only there because a registration must name something: nothing registers this script.
  matches: ['https://enthdf.fr/*'],
  main() {
    (globalThis as MaskingScript).vigieMasking = masking;
  },
});
