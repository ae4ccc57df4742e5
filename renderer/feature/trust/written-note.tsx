import { placeName } from '../../ui/place-name.ts';

/** A file that was written: the words name it and its folder, the whole path stands below. */
export type Written = { readonly words: string; readonly path: string };

/** What a call wrote, for its note; `words` gets the folder's own name. */
export function writtenTo(path: string, words: (folder: string) => string): Written {
  return { words: words(placeName(path)), path };
}

/** Says that a file was written, and where. */
export function WrittenNote({ written }: { readonly written: Written }) {
  return (
    <div role="status" className="trust-done">
      <p>{written.words}</p>
      <p className="caption">{written.path}</p>
    </div>
  );
}
