/** What the kiosk itself says, in the languages the interface speaks. */
const english = {
  addressTitle: 'This leads out of the hub',
  addressText: 'This screen cannot show it. Scan the code with your phone, or note down the address.',
  mailTitle: 'Write an e-mail',
  telTitle: 'Call',
  downloadTitle: 'A file to take along',
  code: 'QR code of the address',
  noCode: 'The address is too long for a code. Please note it down.',
  close: 'Close',
  stillThere: 'Are you still there?',
  backIn: 'The screen goes back to the start soon. Touch anywhere to stay.',
  seconds: 'seconds',
  touch: 'Touch the screen to begin',
  showThis: 'Show me this',
  take: 'Take this page with you',
  tour: 'A tour of the hub',
  initiatives: 'initiatives',
  initiative: 'initiative',
  home: 'Start',
  back: 'Back',
  menu: 'Menu',
  menuTitle: 'Where to?',
  light: 'Light or dark',
  bar: 'Navigation',
};

export type Words = typeof english;

const german: Words = {
  addressTitle: 'Das führt aus dem Hub hinaus',
  addressText:
    'Dieser Bildschirm kann es nicht zeigen. Scannen Sie den Code mit dem Telefon, oder notieren Sie die Adresse.',
  mailTitle: 'Eine E-Mail schreiben',
  telTitle: 'Anrufen',
  downloadTitle: 'Eine Datei zum Mitnehmen',
  code: 'QR-Code der Adresse',
  noCode: 'Die Adresse ist für einen Code zu lang. Bitte notieren Sie sie.',
  close: 'Schließen',
  stillThere: 'Sind Sie noch da?',
  backIn: 'Der Bildschirm geht gleich zum Anfang zurück. Berühren Sie ihn, um zu bleiben.',
  seconds: 'Sekunden',
  touch: 'Zum Beginnen den Bildschirm berühren',
  showThis: 'Das ansehen',
  take: 'Diese Seite mitnehmen',
  tour: 'Ein Rundgang durch den Hub',
  initiatives: 'Initiativen',
  initiative: 'Initiative',
  home: 'Anfang',
  back: 'Zurück',
  menu: 'Menü',
  menuTitle: 'Wohin?',
  light: 'Hell oder dunkel',
  bar: 'Navigation',
};

const french: Words = {
  addressTitle: 'Ce lien mène hors du portail',
  addressText: 'Cet écran ne peut pas l’afficher. Scannez le code avec votre téléphone, ou notez l’adresse.',
  mailTitle: 'Écrire un courriel',
  telTitle: 'Appeler',
  downloadTitle: 'Un fichier à emporter',
  code: 'Code QR de l’adresse',
  noCode: 'L’adresse est trop longue pour un code. Merci de la noter.',
  close: 'Fermer',
  stillThere: 'Êtes-vous toujours là ?',
  backIn: 'L’écran va revenir au début. Touchez-le pour rester.',
  seconds: 'secondes',
  touch: 'Touchez l’écran pour commencer',
  showThis: 'Voir cette page',
  take: 'Emporter cette page',
  tour: 'Une visite du portail',
  initiatives: 'initiatives',
  initiative: 'initiative',
  home: 'Accueil',
  back: 'Retour',
  menu: 'Menu',
  menuTitle: 'Où aller ?',
  light: 'Clair ou sombre',
  bar: 'Navigation',
};

/** The words of a language; English where it has none. */
export function wordsOf(language: string): Words {
  const [primary] = language.toLowerCase().split('-');
  return primary === 'de' ? german : primary === 'fr' ? french : english;
}

/** The words of the language that is shown now. */
export function words(): Words {
  return wordsOf(document.documentElement.lang);
}
