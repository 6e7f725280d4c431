/** Says the language of all in an element. Said again it would have the browser style all of that anew. */
export function nameLanguage(element: HTMLElement, language: string): void {
  if (element.lang !== language) {
    element.lang = language;
  }
}
