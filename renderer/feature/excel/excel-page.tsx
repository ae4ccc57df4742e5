import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import type { ExcelPreview } from '#shared/ipc/calls/excel.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { Busy } from '../../ui/busy.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { DoneStep } from './done-step.tsx';
import type { StepFrame } from './excel-frame.tsx';
import { MatchStep } from './match-step.tsx';
import { PreviewStep } from './preview-step.tsx';
import { StartStep } from './start-step.tsx';

type Place = NonNullable<CallOutput<'place.pickFile'>>;
type Applied = CallOutput<'excel.apply'>;

type Stage =
  | { readonly kind: 'file' }
  | { readonly kind: 'match' | 'preview'; readonly file: Place; readonly preview: ExcelPreview }
  | { readonly kind: 'done'; readonly preview: ExcelPreview; readonly applied: Applied };

/** The current form as a spreadsheet file: out to others, and back after a look at every cell. */
export function ExcelPage() {
  const view = useSheet((sheet) => sheet.view);
  const refusal = useSheet((sheet) => sheet.refusal);
  if (refusal !== null) return <RefusalNotice refusal={refusal} />;
  if (view === null) return <Busy isPage />;
  return <Import key={`${view.period} ${view.form}`} view={view} />;
}

function Import({ view }: { readonly view: SheetView }) {
  const [stage, setStage] = useState<Stage>({ kind: 'file' });
  const frame: StepFrame = {
    view,
    onAgain: () => {
      setStage({ kind: 'file' });
    },
  };
  switch (stage.kind) {
    case 'file':
      return (
        <StartStep
          view={view}
          onPreview={(file, preview) => {
            setStage({ kind: preview.free === null ? 'preview' : 'match', file, preview });
          }}
        />
      );
    case 'match':
      return stage.preview.free === null ? null : (
        <MatchStep
          frame={frame}
          file={stage.file.handle}
          preview={stage.preview}
          free={stage.preview.free}
          onChange={(preview) => {
            setStage({ ...stage, preview });
          }}
          onNext={() => {
            setStage({ ...stage, kind: 'preview' });
          }}
        />
      );
    case 'preview':
      return (
        <PreviewStep
          frame={frame}
          file={stage.file.handle}
          preview={stage.preview}
          onBack={() => {
            setStage({ ...stage, kind: 'match' });
          }}
          onDone={(applied) => {
            setStage({ kind: 'done', preview: stage.preview, applied });
          }}
        />
      );
    case 'done':
      return <DoneStep frame={frame} preview={stage.preview} applied={stage.applied} />;
  }
}
