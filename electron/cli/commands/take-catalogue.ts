import { differenceWords } from '#shared/catalogue/edit/difference-words.ts';
import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import type { Invocation } from '../arguments.ts';
import type { Desk } from '../desk.ts';
import { done } from '../output.ts';
import type { Outcome } from '../output.ts';

/**
 * `take-catalogue`: what the catalogue that the province sent would change; with `--yes` the forms go
 * by it from now on. Nothing waiting is no failure.
 */
export async function takeCatalogue(
  { call, language, say }: Desk,
  { given }: Invocation,
): Promise<Result<Outcome>> {
  const offer = await call('catalogue.offer', {});
  if (!offer.ok) return offer;
  if (offer.value === null) return ok(done(null, say('cli.done.noCatalogueWaits')));
  const { version, differences, sheets } = offer.value;
  if (given.yes !== undefined) {
    const taken = await call('catalogue.take', { version });
    if (!taken.ok) return taken;
    return ok(done(taken.value, say('catalogueDesk.offer.taken', { version })));
  }
  const speaker = { t: say, language };
  const text = [
    say('catalogueDesk.offer.title', { version }),
    ...differences.map((difference) => `- ${differenceWords(difference, speaker)}`),
    ...sheets.flatMap(({ periodName, formName, lost }) => [
      `${periodName}, ${formName}`,
      ...lost.map((cell) => `  ${say('catalogueDesk.offer.lostCell', cell)}`),
    ]),
    say('cli.done.catalogueNotTaken', { version }),
  ].join('\n');
  return ok(done(offer.value, text));
}
