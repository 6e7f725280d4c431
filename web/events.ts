/** Sends one of the element's events up through the page. False when somebody prevented what it announces. */
export function tell(element: Element, name: string, detail?: object, cancelable = false): boolean {
  return element.dispatchEvent(
    new CustomEvent(`hubglass:${name}`, { bubbles: true, composed: true, cancelable, detail: detail ?? null }),
  );
}
