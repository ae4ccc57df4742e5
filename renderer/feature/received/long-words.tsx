import { useState } from 'react';

import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.ts';

/** How many letters stand there at first: about five lines of a column of a table. */
const shownAtFirst = 180;

/** From how many letters on a column of a table is kept wide enough to read them. */
const wideFrom = 40;

/** What somebody wrote. Much of it is cut at a word, so that the rows below it stay near; all is a key away. */
export function LongWords({ children }: { readonly children: string }) {
  const { t } = useText();
  const [showsAll, setShowsAll] = useState(false);
  // Cutting off less than a line would only make a button out of it.
  const look = children.length < wideFrom ? 'received-words' : 'received-words received-words-wide';
  if (children.length <= shownAtFirst * 1.25) return <div className={look}>{children}</div>;
  return (
    <div className={look}>
      {showsAll ? children : `${cutAtWord(children)}… `}
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

function cutAtWord(words: string): string {
  const cut = words.slice(0, shownAtFirst);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'), 1)).trimEnd();
}
