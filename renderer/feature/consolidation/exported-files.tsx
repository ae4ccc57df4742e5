import type { ExportedFile } from '#shared/ipc/calls/export.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.ts';

const shownDigits = 12;

/** What became of each format: the file with its size and digest, or why there is none. */
export function ExportedFiles({ files }: { readonly files: readonly ExportedFile[] }) {
  const { t } = useText();
  return (
    <ul className="exported-files" aria-label={t('export.listLabel')}>
      {files.map((file) => (
        <li
          key={file.format}
          className={`exported-file exported-file-${file.refusal === null ? 'written' : 'failed'}`}
        >
          {file.refusal === null ? <Written file={file} /> : <Failed file={file} />}
        </li>
      ))}
    </ul>
  );
}

function Written({ file }: { readonly file: ExportedFile }) {
  const { t, formatDecimal } = useText();
  const kilobytes = formatDecimal((file.bytes / 1024).toFixed(1), 1);
  return (
    <>
      <Icon name="success" />
      <div>
        <div className="exported-file-name">{file.fileName}</div>
        <div className="exported-file-facts">
          <span>{t('export.size', { kilobytes })}</span>
          <span>{t('export.digest', { digest: file.sha256?.slice(0, shownDigits) ?? '' })}</span>
          <span>{t('export.readBack')}</span>
        </div>
      </div>
    </>
  );
}

function Failed({ file }: { readonly file: ExportedFile }) {
  const { t, describe } = useText();
  if (file.refusal === null) return null;
  const { text, phoneCode } = describe(file.refusal);
  return (
    <>
      <Icon name="error" />
      <div role="alert">
        <div className="exported-file-name">
          {t('export.failed', { format: t(`export.formats.${file.format}.name`) })}
        </div>
        <div>
          {text} <span className="exported-file-code">({phoneCode})</span>
        </div>
      </div>
    </>
  );
}
