import type { CalendarDay } from '#shared/kit/clock.ts';
import type { Check } from '#shared/domain/check.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import type { Bilingual, Indicator, IndicatorCode } from '#shared/domain/indicator.ts';
import type { Period } from '#shared/domain/period.ts';
import type { Target, UnitTarget } from '#shared/domain/target.ts';
import type { Unit } from '#shared/domain/unit.ts';
import type { Form } from './forms/form.ts';

/**
 * The plan as data. The province issues it in numbered versions; services read the store's newest
 * one and know nothing of the plan by themselves, so that another plan needs no code. Texts keep the
 * plan's own wording, its slips included (`anomalies` lists them).
 */
export type Catalogue = {
  readonly version: number;
  readonly plan: Plan;
  readonly sections: readonly Section[];
  readonly purposes: readonly PlanText[];
  readonly goals: readonly Goal[];
  readonly indicatorGroups: readonly IndicatorGroup[];
  readonly indicators: readonly Indicator[];
  readonly targets: readonly Target[];
  /** What the province set for single units (D162); versions from before there were any lack it. */
  readonly unitTargets?: readonly UnitTarget[] | undefined;
  readonly taskGroups: readonly TaskGroup[];
  readonly tasks: readonly Task[];
  readonly fundingSources: readonly FundingSource[];
  readonly assignments: readonly Assignment[];
  readonly periods: readonly Period[];
  readonly forms: readonly Form[];
  readonly checks: readonly Check[];
  readonly unitSource: UnitSource;
  readonly units: readonly Unit[];
  readonly agencies: Agencies;
  readonly beneficiaries: readonly Beneficiary[];
  readonly anomalies: readonly Anomaly[];
  readonly evaluationRules: readonly string[];
  /** What a key of an indicator's `definition.sources` stands for. */
  readonly definitionSources: Readonly<Record<string, string>>;
  readonly knownResults: KnownResults;
};

/** The document itself, with what its heading, preamble and foot say. */
export type Plan = {
  readonly number: string;
  readonly typeCode: string;
  readonly typeName: string;
  readonly date: CalendarDay;
  readonly place: string;
  readonly placeDateText: string;
  readonly issuer: string;
  readonly issuerText: string;
  readonly motto: string;
  readonly title: string;
  readonly subject: string;
  readonly numberText: string;
  readonly signatureText: string;
  readonly signer: { readonly authority: string; readonly position: string; readonly name: string };
  readonly preamble: string;
  readonly legalBases: readonly LegalBasis[];
  readonly recipients: readonly string[];
  readonly focalAgency: string;
  readonly transcription: string;
  readonly reporting: {
    readonly source: string;
    readonly recipients: readonly string[];
    readonly consolidatedTo: readonly string[];
    readonly note: string;
  };
};

export type LegalBasis = {
  readonly number: string;
  readonly date: CalendarDay | null;
  readonly issuer: string;
  readonly text: string;
};

export type Section = { readonly id: string; readonly heading: string };
export type PlanText = { readonly id: string; readonly text: string };
export type Goal = PlanText & { readonly paragraphs: readonly string[] };
export type IndicatorGroup = { readonly code: string; readonly name: Bilingual };
export type TaskGroup = { readonly id: string; readonly title: string };

/** A task or solution of section IV; its paragraphs are the lines of its text. */
export type Task = PlanText & {
  readonly group: string;
  readonly leadAgency: string | null;
  readonly cooperatingAgencies: readonly string[];
  readonly agencyNote: string | null;
  /** How far it concerns districts, and which indicators it moves: proposals, not the plan's. */
  readonly districtRelevance: 'direct' | 'support' | 'province';
  readonly relatedIndicators: readonly IndicatorCode[];
  readonly note: string | null;
};

export type FundingSource = PlanText & {
  readonly code: string;
  readonly name: string;
  readonly codeBasis: string;
};

/** An assignment of section VI; lines of its text that begin with "- " are its bullets. */
export type Assignment = PlanText & {
  readonly parent: string | null;
  readonly leadAgency: string | null;
  /** The agency under whose heading it stands, where the plan names that one as cooperating only. */
  readonly assignedAgency: string | null;
  readonly cooperatingAgencies: readonly string[];
  readonly leadInherited: boolean;
  readonly isLeaf: boolean;
  readonly districtRole: 'responsible' | 'cooperating' | 'supervising' | 'not-stated';
  readonly agencyNote: string | null;
};

export type Beneficiary = PlanText & { readonly supportYears: readonly number[] };
export type Anomaly = { readonly text: string; readonly note: string };

/** Where the list of units comes from and how it was checked. */
export type UnitSource = {
  readonly asOf: CalendarDay;
  readonly name: string;
  readonly author: string;
  readonly licence: string;
  readonly repository: string;
  readonly upstream: string;
  readonly dataDate: CalendarDay;
  readonly verifiedAgainst: string;
  readonly crossChecks: readonly {
    readonly name: string;
    readonly licence: string;
    readonly result: string;
  }[];
  readonly publicCounts: readonly {
    readonly statement: string;
    readonly source: string;
    readonly matches: boolean;
  }[];
  readonly warnings: readonly string[];
};

export type Agency = {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly kind: string;
  /** Ids of the plan's parts that name it. */
  readonly planRefs: readonly string[];
};

export type Agencies = {
  readonly note: string;
  readonly provincial: readonly Agency[];
  readonly groupsNamed: readonly string[];
  readonly centralNamed: readonly string[];
  readonly dataOwnersNotNamed: { readonly note: string; readonly items: readonly string[] };
  readonly districtOffices: {
    readonly note: string;
    readonly usual: readonly string[];
    readonly insteadInTowns: readonly string[];
    readonly ofHigherLevels: readonly string[];
  };
};

/** Published outcomes of 2022, to compare with. */
export type KnownResults = {
  readonly note: string;
  readonly summary: string;
  readonly statusByPlanNumber: Readonly<Record<string, string>>;
  /** The horizon whose numbered list these are of; the earliest one where nothing is said. */
  readonly horizon?: string | undefined;
  readonly values: readonly {
    readonly indicator: IndicatorCode;
    readonly value: Decimal;
    readonly status: string;
    readonly source: string;
  }[];
  readonly sources: readonly string[];
};
