import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { Panel } from '../../ui/panel.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { useIsAdministrator } from './administrator.tsx';

type Unit = TrustState['units'][number];

/** Every unit that reports here and whether its key is known. */
export function EnrolledUnits(props: {
  readonly units: TrustState['units'];
  readonly onRevoke: (unit: Unit) => void;
}) {
  const { t, formatInstant } = useText();
  const isAdministrator = useIsAdministrator();
  const { units, onRevoke } = props;
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
              <th scope="col">
                <span className="visually-hidden">{t('trust.province.units.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.unit}>
                <th scope="row">{unit.name}</th>
                <td>
                  <UnitState unit={unit} />
                </td>
                <td>{unit.fingerprint !== null && <Fingerprint digits={unit.fingerprint} />}</td>
                <td>{unit.enrolledAt === null ? '' : formatInstant(unit.enrolledAt)}</td>
                <td>
                  {unit.fingerprint !== null && !unit.isRevoked && (
                    <Button
                      kind="quiet"
                      disabled={!isAdministrator}
                      aria-label={t('trust.province.revoke.of', { unit: unit.name })}
                      onClick={() => {
                        onRevoke(unit);
                      }}
                    >
                      {t('trust.province.revoke.open')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function UnitState({ unit }: { readonly unit: Unit }) {
  const { t } = useText();
  if (unit.fingerprint === null) {
    return (
      <Badge tone="neutral" icon="clock">
        {t('trust.province.units.notEnrolled')}
      </Badge>
    );
  }
  return unit.isRevoked ? (
    <Badge tone="error" icon="error">
      {t('trust.province.units.revoked')}
    </Badge>
  ) : (
    <Badge tone="success" icon="success">
      {t('trust.province.units.enrolled')}
    </Badge>
  );
}
