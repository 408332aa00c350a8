import type { Facts } from '@/utils/core/facts';
import { uniqueByKey } from '@/utils/reading/text';
import { confidence, SURE } from './confidence';
import { lookAtForm, lookForNothing } from './described-form';
import { lookAtCount, lookAtList } from './described-list';
import type { Look, Task } from './described-look';
import { lookAtTree } from './described-tree';
import type { Reading, ScreenDescriptor } from './descriptor';
import { type Page, Unreadable } from './page';

/**
 * A screen read as its descriptor says, by its words only. `advice`, a French sentence without its full stop, is what to do
 * when it is not understood.
 */
export function describedPage(descriptor: ScreenDescriptor, advice?: string): Page {
  const { id, title, fact, reads } = descriptor;
  const look = (document: Document): Look => {
    const task: Task = { fact, page: id, document };
    const problems: string[] = [];
    let instead: string | undefined;
    for (const reading of reads) {
      const found = lookBy(reading, task);
      if (!('problem' in found)) return found;
      problems.push(found.problem);
      instead ??= found.instead;
    }
    return { problem: problems.join('\u202F; '), ...(instead !== undefined && { instead }) };
  };
  return {
    id,
    title,
    recognise: (document, url) => confidence(descriptor, document, url) >= SURE,
    gather(document) {
      const found = look(document);
      if ('problem' in found) {
        const { problem, instead } = found;
        if (!advice) throw new Unreadable(problem);
        throw instead
          ? new Unreadable(`${problem}. ${instead}`)
          : new Unreadable(`${problem}. ${advice}`, 'pages');
      }
      const { seen, complete, read } = found;
      if (!read) return {};
      const items = seen.map(({ key, values }) => ({ ...values, at: { in: 'page', page: id, key } }));
      // The catalogue of fields says which values each kind of fact has; the compiler cannot follow a descriptor.
      return { [fact]: { items, complete, read } } as unknown as Facts;
    },
    places(document) {
      const found = look(document);
      if ('problem' in found) return new Map();
      const keys = new Map(found.seen.map(({ element, key }) => [element, key]));
      return uniqueByKey(keys.keys(), (element) => keys.get(element) ?? '');
    },
  };
}

function lookBy(reading: Reading, task: Task): Look {
  switch (reading.as) {
    case 'list':
      return lookAtList(reading, task);
    case 'count':
      return lookAtCount(reading, task);
    case 'form':
      return lookAtForm(reading, task);
    case 'tree':
      return lookAtTree(reading, task);
    case 'nothing':
      return lookForNothing(reading, task);
  }
}
