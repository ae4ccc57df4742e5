/** What can be wrong with a catalogue whose shape is right. */
export type CatalogueFaultCode =
  | 'text-not-nfc'
  | 'id-duplicate'
  | 'reference-unknown'
  | 'unit-parent-cycle'
  | 'unit-validity-overlap'
  | 'unit-validity-reversed'
  | 'unit-search-key-wrong'
  | 'period-contradicts-itself'
  | 'aggregation-contradicts-formula'
  | 'range-reversed'
  | 'horizon-reversed'
  | 'target-finer-than-indicator'
  | 'assignment-leaf-wrong'
  | 'assignment-lead-unknown'
  | 'form-column-unknown'
  | 'form-register-unknown'
  | 'indicator-form-missing'
  | 'row-code-unusable';

/** One fault: where it stands (`targets T2022.5`) and the value that is wrong. */
export type CatalogueFault = {
  readonly code: CatalogueFaultCode;
  readonly at: string;
  readonly value: string;
};
