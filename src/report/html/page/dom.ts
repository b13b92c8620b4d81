type Child = Node | string | number | null | undefined | false;
type Children = readonly (Child | readonly Child[])[];

type Props = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: never) => void)>
>;

/**
 * An element with its children. Texts become text nodes, so that nothing from a form is ever read as markup; a property
 * whose value is a function listens to the event of that name.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Children
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAll(element, props);
  addAll(element, children);
  return element;
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Children
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAll(element, props);
  addAll(element, children);
  return element;
}

function setAll(element: Element, props: Props): void {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name, value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, String(value));
  }
}

function addAll(element: Element, children: Children): void {
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false)
      element.append(typeof child === 'number' ? String(child) : child);
  }
}

export function byId(id: string): HTMLElement | null {
  return document.getElementById(id);
}
