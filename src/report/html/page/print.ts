import { messageOf } from './detail.ts';
import { h } from './dom.ts';
import { listedForms } from './list.ts';
import { badge, placeText } from './marks.ts';
import { sheet } from './sheet.ts';
import { formAt, lineAt } from './store.ts';
import { t } from './words.ts';

/** More than anybody prints, and less than a browser chokes on. */
const mostForms = 300;

/** What is printed besides what is seen: from the overview each form of the list, from a form its findings; a page a form. */
export function preparePrint(openForm: number | null): void {
  clearPrint();
  const forms = openForm === null ? listedForms().slice(0, mostForms) : [openForm];
  const cut = openForm === null && listedForms().length > mostForms;
  document.body.append(
    h(
      'div',
      { id: 'print' },
      cut && h('p', {}, t('print-limit', { count: mostForms })),
      ...forms.map(printed),
    ),
  );
}

export function clearPrint(): void {
  document.getElementById('print')?.remove();
}

function printed(at: number): HTMLElement {
  const open = formAt(at);
  const name = lineAt(at).name ?? t('unnamed');
  const { title, year } = open.layout;
  return h(
    'section',
    { class: 'printed-form' },
    h(
      'h2',
      { class: 'sheet-title' },
      title ?? name,
      year === null ? null : h('span', { class: 'sheet-year' }, t('year-of', { year })),
    ),
    sheet(open, name, null),
    open.findings.length > 0 && h('h3', {}, t('findings-count', { count: open.findings.length })),
    open.findings.length > 0 &&
      h(
        'ol',
        { class: 'printed-findings' },
        ...open.findings.map((finding) =>
          h(
            'li',
            {},
            badge(finding.level),
            ' ',
            messageOf(finding),
            finding.place === null ? null : ` — ${placeText(finding.place)}`,
          ),
        ),
      ),
  );
}
