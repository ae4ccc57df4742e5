import { closeOffice, openOffice } from '../../electron/service/office.ts';
import { serveOffice } from '../../electron/service/handlers.ts';
import { noPorts } from '../../electron/service/ports.ts';
import { createClient } from '#shared/ipc/client.ts';
import { parseInstant, sampleClock } from '#shared/kit/clock.ts';
import type { Desk } from './desk.ts';
import { sampleNow } from './people.ts';

/** A sample office over its data folder, driven straight over its services in plain Node. */
export type SampleOffice = Desk & { readonly close: () => void };

/** Opens a sample office at the sample clock; throws when the folder's store cannot be opened. */
export function openSampleOffice(dataFolder: string, version: string): SampleOffice {
  const start = parseInstant(sampleNow);
  if (start === null) throw new Error('The sample clock is no instant.');
  const clock = sampleClock(start);
  const office = openOffice({ dataFolder, clock, ports: noPorts, version });
  if (office.damage !== null) throw new Error(`${dataFolder}: ${office.damage.code}`);
  const faults: unknown[] = [];
  const call = createClient(serveOffice(office, (_call, fault) => faults.push(fault)));
  const pick = (path: string): Promise<string> =>
    Promise.resolve(office.places.remember(path).handle);
  return {
    must: async (name, input) => {
      const reply = await call(name, input);
      if (reply.ok) return reply.value;
      throw new Error(`${name}: ${reply.refusal.code}`, { cause: faults.pop() });
    },
    pickFolder: pick,
    pickFile: pick,
    close: () => {
      closeOffice(office);
    },
  };
}
