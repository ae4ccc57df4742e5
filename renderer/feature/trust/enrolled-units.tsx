import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { Badge } from '../../ui/badge.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { Panel } from '../../ui/panel.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';

/** Every unit that reports here and whether its key is known. */
export function EnrolledUnits({ units }: { readonly units: TrustState['units'] }) {
  const { t, formatInstant } = useText();
  return (
    <Panel title={t('trust.province.units.title')}>
      <div className="table-frame">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('trust.province.units.unit')}</th>
              <th scope="col">{t('trust.province.units.state')}</th>
              <th scope="col">{t('trust.province.units.fingerprint')}</th>
              <th scope="col">{t('trust.province.units.enrolledAt')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.unit}>
                <th scope="row">{unit.name}</th>
                <td>
                  {unit.fingerprint === null ? (
                    <Badge tone="neutral" icon="clock">
                      {t('trust.province.units.notEnrolled')}
                    </Badge>
                  ) : (
                    <Badge tone="success" icon="success">
                      {t('trust.province.units.enrolled')}
                    </Badge>
                  )}
                </td>
                <td>{unit.fingerprint !== null && <Fingerprint digits={unit.fingerprint} />}</td>
                <td>{unit.enrolledAt === null ? '' : formatInstant(unit.enrolledAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
