import { useState } from 'react';

import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.ts';
import { firstWords } from './first-words.ts';

/** From how many letters on a column of a table is kept wide enough to read them. */
const wideFrom = 40;

/** What somebody wrote. Much of it is cut short, so that the rows below stay near; all is a key away. */
export function LongWords({ children }: { readonly children: string }) {
  const { t } = useText();
  const [showsAll, setShowsAll] = useState(false);
  const look = children.length < wideFrom ? 'received-words' : 'received-words received-words-wide';
  const first = firstWords(children);
  if (first === null) return <div className={look}>{children}</div>;
  return (
    <div className={look}>
      {showsAll ? children : `${first}… `}
      <Button
        kind="quiet"
        aria-expanded={showsAll}
        onClick={() => {
          setShowsAll(!showsAll);
        }}
      >
        {t(showsAll ? 'received.words.less' : 'received.words.more')}
      </Button>
    </div>
  );
}
