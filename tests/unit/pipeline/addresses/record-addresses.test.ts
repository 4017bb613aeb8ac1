import { expect, test } from 'vitest';
import { recordAddresses } from '../../../../src/pipeline/addresses/record-addresses.ts';
import { openWorkshop } from '../translation/workshop.ts';

const LOCK = 'content/addresses.lock.json';
const LIVING = ['n/calais/', 'n/calais/health/', 'n/calais/sleep/', 'n/calais/today/', 's/hospital/', 's/night-place/', 't/sea/'];

test('what is new is added, what is gone stays written down, and a second time nothing changes', async () => {
  const workshop = openWorkshop('tiny');
  const record = async () => recordAddresses(workshop.folders.content, await workshop.sources());
  expect(await record()).toEqual(LIVING);
  expect(JSON.parse(workshop.read(LOCK))).toEqual({ addresses: LIVING });
  expect(await record()).toEqual([]);

  workshop.write('content/services/new-desk.yaml', workshop.read('content/services/hospital.yaml'));
  workshop.remove('content/topics/sea.yaml');
  expect(await record()).toEqual(['s/new-desk/']);
  expect(JSON.parse(workshop.read(LOCK)).addresses).toEqual([...LIVING, 's/new-desk/'].sort());
});
