import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/pipeline/index.ts';

const header =
  '项目支出绩效自评表\n（2024年度）\n项目名称\t闸站更新\n项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n';

/** The executed amounts of a form's money, and the codes of its warnings. */
async function executed(total: string, other: string): Promise<readonly unknown[]> {
  const rows = [
    `\t年度资金总额\t50.00\t50.00\t${total}\t10\t\t`,
    '\t其中：当年财政拨款\t50.00\t50.00\t46.00\t\t\t',
    `\t其他资金\t0.00\t0.00\t${other}\t\t\t`,
  ];
  const { forms, diagnostics } = await parseDocument(
    new TextEncoder().encode(`${header}${rows.join('\n')}\n`),
    { name: 'form.txt', audit: false },
  );
  const [form] = forms;
  const money = form?.kind === 'self-evaluation' ? form.funds.rows : [];
  const doubts = diagnostics.filter(
    ({ code, message }) => code === 'reading-uncertain' && message.includes(other),
  );
  return [...money.map((row) => row.executed), doubts.length];
}

describe('an amount in brackets', () => {
  it('is negative where the total says so', async () => {
    expect(await executed('42.00', '(4.00)')).toEqual(['42.00', '46.00', '-4.00', 0]);
    expect(await executed('42.00', '（4.00）')).toEqual(['42.00', '46.00', '-4.00', 0]);
  });

  it('is what it says where the total counts it', async () => {
    expect(await executed('50.00', '(4.00)')).toEqual(['50.00', '46.00', '4.00', 0]);
  });

  it('is told where no total tells', async () => {
    expect(await executed('48.00', '(4.00)')).toEqual(['48.00', '46.00', '4.00', 1]);
    expect(await executed('48.00', '4.00')).toEqual(['48.00', '46.00', '4.00', 0]);
  });
});
