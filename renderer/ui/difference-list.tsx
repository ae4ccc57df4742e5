import { differenceGroups } from '#shared/catalogue/edit/differences.ts';
import type { Difference } from '#shared/catalogue/edit/differences.ts';
import { differenceWords } from '#shared/catalogue/edit/difference-words.ts';
import './difference-list.css';
import { useText } from './text.ts';

/** What a version of the catalogue changes, in words, under the part of the plan that it concerns. */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  const { t, language } = useText();
  return (
    <div className="differences">
      {differenceGroups.map((group) => {
        const own = differences.filter((difference) => difference.group === group);
        if (own.length === 0) return null;
        return (
          <section key={group}>
            <h3>
              {t(`catalogueDesk.groups.${group}`)} <span className="caption">({own.length})</span>
            </h3>
            <ul>
              {own.map((difference) => (
                <li key={`${difference.kind} ${difference.id} ${difference.field ?? ''}`}>
                  {differenceWords(difference, { t, language })}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
