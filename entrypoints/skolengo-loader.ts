import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { presenceWith, skolengoPresence } from '@/utils/ents/skolengo/presence';
import { ownWords } from './overlay/own-words';
import { startLoader } from './overlay/start-loader';

/** The words of this school are asked for only where there is a document of the family. */
export default defineUnlistedScript(async () => {
  if (skolengoPresence.recognise(document, new URL(location.href)))
    startLoader(presenceWith(await ownWords(location)));
});
