/**
 * Run as a program of its own: `node record-forever.ts DATA [COUNT]`. Saves one note after the other
 * through the router, and prints the number of each as soon as it is acknowledged.
 */
import { writeSync } from 'node:fs';

import { record, sheetOf } from './sheets.ts';
import { august2022, openTestOffice } from './world.ts';

const [dataFolder = '', count = 'Infinity'] = process.argv.slice(2);
const office = openTestOffice(dataFolder);
await office.signIn('recorder');
const sheet = await sheetOf(office);
const rows = sheet.rows.filter(({ fillable }) => fillable.length > 0).map(({ row }) => row);
for (let number = 1; number <= Number(count); number += 1) {
  const row = rows[number % rows.length] ?? '';
  const typed = `${String(process.pid)}/${String(number)}`;
  await record(office, august2022, row, 'note', typed);
  writeSync(1, `saved ${typed}\n`);
}
