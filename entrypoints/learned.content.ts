import { defineContentScript } from 'wxt/utils/define-content-script';
import { describedPage } from '@/utils/ents/described-page';
import { send } from '@/utils/messages';
import type { LearnedScript } from './overlay/learned-script';

const ADVICE =
  'Si l’ENT a changé, retirez cette page dans l’atelier, à «\u00A0Pages et vocabulaire\u00A0», puis apprenez-la à nouveau';

/** Reads the pages that somebody taught: the background brings it before the overlay, where there are any. */
export default defineContentScript({
  registration: 'runtime',
  // Only there because a registration must name something: nothing registers this script.
  matches: ['https://enthdf.fr/*'],
  main() {
    (globalThis as LearnedScript).vigieLearned = send('pages/known', { host: location.host }).then(
      ({ descriptors }) => descriptors.map((descriptor) => describedPage(descriptor, ADVICE)),
      () => [],
    );
  },
});
