import { expect, test, vi } from 'vitest';
import { Cancelled, Clerk } from '@/entrypoints/workshop/clerk';
import type { Reply, Request } from '@/entrypoints/workshop/protocol';

/** A worker that answers nothing by itself. */
class StillWorker {
  onmessage: ((event: { data: Reply }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  readonly asked: Request[] = [];
  readonly moved: Transferable[] = [];
  terminated = false;
  postMessage(request: Request, moved: Transferable[]): void {
    this.asked.push(request);
    this.moved.push(...moved);
  }
  terminate(): void {
    this.terminated = true;
  }
  reply(data: Reply): void {
    this.onmessage?.({ data });
  }
}

function hire() {
  const workers: StillWorker[] = [];
  const clerk = new Clerk(() => {
    const worker = new StillWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { clerk, workers };
}

const LIST = { filters: { text: '', profile: '', verdict: '' as const, className: '' }, limits: {} };

test('answers reach those who asked, in whatever order they come', async () => {
  const { clerk, workers } = hire();
  const first = clerk.ask('list', LIST);
  const second = clerk.ask('people', { file: 1, search: '', limit: 1 });
  workers[0]?.reply({ id: 2, gives: 'two' });
  workers[0]?.reply({ id: 1, gives: 'one' });
  expect(await first).toBe('one');
  expect(await second).toBe('two');
  expect(workers).toHaveLength(1);
});

test('bytes are moved, and progress is told', async () => {
  const { clerk, workers } = hire();
  const bytes = new ArrayBuffer(3);
  const told = vi.fn();
  const reading = clerk.ask(
    'read',
    {
      side: 'reference',
      files: [
        { name: 'a.csv', size: 3, bytes },
        { name: 'huge.csv', size: 9e9 },
      ],
      mappings: [],
    },
    told,
  );
  expect(workers[0]?.moved).toEqual([bytes]);
  workers[0]?.reply({ id: 1, progress: { what: 'a.csv', done: 0, total: 2 } });
  workers[0]?.reply({ id: 1, gives: { files: [], problems: [] } });
  await reading;
  expect(told).toHaveBeenCalledWith({ what: 'a.csv', done: 0, total: 2 });
});

test('cancelling ends the worker and says that it was the person’s will; the next request hires another', async () => {
  const { clerk, workers } = hire();
  const reading = clerk.ask('list', LIST);
  clerk.cancel();
  await expect(reading).rejects.toBeInstanceOf(Cancelled);
  expect(workers[0]?.terminated).toBe(true);
  const again = clerk.ask('list', LIST);
  workers[1]?.reply({ id: 2, gives: [] });
  expect(await again).toEqual([]);
});

test('a worker that dies tells everybody who waits', async () => {
  const { clerk, workers } = hire();
  const one = clerk.ask('list', LIST);
  const two = clerk.ask('list', LIST);
  workers[0]?.onerror?.({ message: 'out of memory', preventDefault: () => undefined });
  await expect(one).rejects.toThrow('out of memory');
  await expect(two).rejects.toThrow('out of memory');
});

test('what the worker could not do comes back in its own words', async () => {
  const { clerk, workers } = hire();
  const asked = clerk.ask('list', LIST);
  workers[0]?.reply({ id: 1, error: 'No file 3 on the desk' });
  await expect(asked).rejects.toThrow('No file 3');
});
