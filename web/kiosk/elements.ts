type Child = Node | string;

/** An element with a class and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...children);
  return element;
}

/** A button of 48 px and more. */
export function button(className: string, label: string, press: () => void): HTMLButtonElement {
  const element = make('button', className, label);
  element.type = 'button';
  element.addEventListener('click', press);
  return element;
}

/** An icon: one path in a view box at the origin. */
export function icon(path: string, width = 24, height = 24): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const shape = document.createElementNS(space, 'path');
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('aria-hidden', 'true');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

/** A modal dialog that closes by Esc, by its button and by a touch beside it, and then goes away. */
export function dialog(className: string, title: string, ...children: Child[]): HTMLDialogElement {
  const heading = make('h2', '', title);
  heading.id = `${className}-title`;
  const element = make('dialog', `hg-page kiosk-dialog ${className}`, heading, ...children);
  element.setAttribute('aria-labelledby', heading.id);
  element.addEventListener('close', () => {
    element.remove();
  });
  let pressed = false; // beside it: the click that ends the touch that opened it is none on it
  element.addEventListener('pointerdown', ({ target }) => {
    pressed = target === element;
  });
  element.addEventListener('click', ({ target }) => {
    if (pressed && target === element) {
      element.close();
    }
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') {
      turnFocus(element, event);
    }
  });
  document.body.append(element);
  element.showModal();
  return element;
}

/** After the last control comes the first again: behind a dialog the browser would go on to its own bars. */
function turnFocus(within: HTMLElement, event: KeyboardEvent): void {
  const controls = [...within.querySelectorAll<HTMLElement>('button, a[href], input')];
  const edge = event.shiftKey ? controls[0] : controls.at(-1);
  const other = event.shiftKey ? controls.at(-1) : controls[0];
  if (document.activeElement === edge || !controls.includes(document.activeElement as HTMLElement)) {
    event.preventDefault();
    other?.focus();
  }
}
