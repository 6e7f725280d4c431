import { button, dialog, make } from './elements';
import { qrCode } from './qr';
import { words } from './words';

export type LinkKind = 'external' | 'mail' | 'tel' | 'download';

/** The kind of an address that leads out of the hub; undefined for one that must not even be shown. */
export function kindOf(address: URL): LinkKind | undefined {
  switch (address.protocol) {
    case 'mailto:':
      return 'mail';
    case 'tel:':
      return 'tel';
    case 'http:':
    case 'https:':
      return address.origin === location.origin ? 'download' : 'external';
    default:
      return undefined;
  }
}

/** What a visitor notes down: without "mailto:" and what else only programs read. */
function shownText(address: URL, kind: LinkKind): string {
  if (kind === 'mail' || kind === 'tel') {
    const [plain = ''] = address.pathname.split('?');
    try {
      return decodeURIComponent(plain);
    } catch {
      return plain;
    }
  }
  return address.href;
}

let open: HTMLDialogElement | undefined;

/** Shows an address that this screen cannot open: as text, and as a code for a phone. One at a time. */
export function showAddress(href: string, named?: LinkKind): void {
  let address: URL;
  try {
    address = new URL(href, document.baseURI);
  } catch {
    return;
  }
  const kind = named ?? kindOf(address);
  if (!kind || open?.isConnected) {
    return;
  }
  const say = words();
  const titles = { external: say.addressTitle, mail: say.mailTitle, tel: say.telTitle, download: say.downloadTitle };
  const code = make('div', 'kiosk-code');
  const shown = make('p', 'kiosk-address', shownText(address, kind));
  const panel = dialog(
    'kiosk-address-panel',
    titles[kind],
    make('p', '', say.addressText),
    code,
    shown,
    button('kiosk-button kiosk-primary', say.close, () => {
      panel.close();
    }),
  );
  open = panel;
  panel.querySelector('button')?.focus();
  void qrCode(address.href, say.code).then((picture) => {
    code.replaceChildren(picture ?? make('p', '', say.noCode));
  });
}
