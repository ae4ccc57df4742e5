/** Plausible figures for all 18 rows that a district fills, as officers type them, `;` between. */
export const augustFigures = `\uFEFFINDICATOR;NUMERATOR;DENOMINATOR;VALUE;STATUS;COMMENT
DOM_REV_VS_EST;215.400;310.000;;ước tính;
AGRI_VALUE_PER_HA;1.425.300,5;8.120,4;;Ước tính;
NTM_MODEL_COMMUNE;1;16;;estimated;
DOM_REV_GROWTH_AVG;;;9,5;uoc tinh;
URBANIZATION;28.900;71.200;;estimated;
TRAINED_LABOR_CERT;28.900;71.200;;estimated;
SI_COVERAGE;28.900;71.200;;estimated;
HI_COVERAGE;92;100;;sơ bộ;"Theo cơ quan BHXH; chưa trừ trùng"
SCHOOL_STD_PRESCHOOL;92;100;;estimated;
SCHOOL_STD_PRIMARY;92;100;;estimated;
SCHOOL_STD_LOWERSEC;92;100;;estimated;
CULTURE_VILLAGE;92;100;;estimated;
CULTURE_OFFICE;92;100;;estimated;
POVERTY_RATE;612;40.125;;sơ bộ;
POOR_HH_REDUCTION;612;1.020;;estimated;
CCN_WASTEWATER;-;-;;;
EIA_APPROVED;92;100;;estimated;
ONLINE_PS_L4;92;100;;estimated;
`;
