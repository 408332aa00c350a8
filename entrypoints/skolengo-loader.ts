import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { knownHost } from '@/utils/ents/hosts';
import { presenceWith, skolengoPresence } from '@/utils/ents/skolengo/presence';
import { wordsIn } from './overlay/own-words';
import { startTaughtLoader } from './overlay/start-loader';

/** What was taught here is asked for where there is a document of the family, or where nobody knows what to expect. */
export default defineUnlistedScript(async () => {
  if (!knownHost(location.hostname) || skolengoPresence.recognise(document, new URL(location.href)))
    await startTaughtLoader((known) => presenceWith(wordsIn(location, known)));
});
