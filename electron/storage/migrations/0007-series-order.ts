/**
 * In which order a unit's installations were accepted: the latest one's reports count, whenever its
 * bundles and those of the ones before arrive. Clocks say nothing here, they may be wrong.
 */
export const seriesOrder = `
ALTER TABLE enrolled_series ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
UPDATE enrolled_series SET position = (
  SELECT COUNT(*) FROM enrolled_series AS earlier
  WHERE earlier.unit_code = enrolled_series.unit_code
    AND (earlier.accepted_at, earlier.series)
      <= (enrolled_series.accepted_at, enrolled_series.series)
);
`;
