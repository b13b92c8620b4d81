/** JSON Pointers within a form, where each rule points (CONTRACT.md). */
export const pointers = {
  fund: (row: number, column?: string): string =>
    `/funds/rows/${row}${column === undefined ? '' : `/${column}`}`,
  fundRows: '/funds/rows',
  indicator: (index: number, column?: string): string =>
    `/indicators/${index}${column === undefined ? '' : `/${column}`}`,
  indicators: '/indicators',
  total: (column: 'weight' | 'score'): string => `/total/${column}`,
  group: (index: number): string => `/groupWeights/${index}/weight`,
  plan: (index: number): string => `/disbursementPlan/${index}/percent`,
  rating: '/rating',
  budget: '/funds/budget',
  goalActual: '/goal/actual',
} as const;
