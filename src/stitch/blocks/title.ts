import type { Recogniser } from '../cover/types.ts';

export const title: Recogniser = {
  meta: { id: 'title', reads: "the form's own title: 项目支出绩效自评表" },
  claims: (rows, at, state) => {
    const { title: own } = rows;
    if (own === null || at < own.from || at >= own.to) return [];
    return [{ length: own.to - at, cost: 0, state, reading: 'title', apply: () => undefined }];
  },
};
