/** A picture of the hub, by its path below the root. */
export interface Picture {
  file: string;
  width: number;
  height: number;
}

interface Icon {
  width: number;
  height: number;
  path: string;
}

/** What the tour shows of a cluster or an initiative. */
export interface Stop {
  route: string;
  title: string;
  /** Of title and text, where it is not the tour's. */
  lang: string;
  text: string;
  /** 1 to 6: the cluster's colour. */
  accent: number;
  icon: Icon | null;
  /** Of a cluster: how many initiatives it has. */
  count?: number;
  /** Of an initiative. */
  cluster?: string;
  /** Of an initiative: letters that stand for it where it has no logo. */
  monogram?: string;
  logo?: Picture;
}

/** The hub in one language, as `tour.json` has it. */
export interface Edition {
  code: string;
  /** Of the language, in itself. */
  name: string;
  /** What its routes begin with. */
  prefix: string;
  title: string;
  stops: Stop[];
  /** Titles by the original's routes; `lang` where it is not the edition's. */
  pages: Record<string, { title: string; lang: string }>;
}

/** What a kiosk knows of the hub besides its pages (src/cli/site/kiosk.cpp). */
export interface TourFile {
  version: string;
  /** Where the hub is on the web; empty when nobody said. */
  address: string;
  logo: Picture | null;
  languages: Edition[];
}

export const noTour: TourFile = { version: '', address: '', logo: null, languages: [] };

/** Fetches what the build wrote; rejects when it cannot be had. */
export async function loadTour(): Promise<TourFile> {
  const response = await fetch(new URL('tour.json', document.baseURI), { cache: 'no-cache' });
  const read = (await response.json()) as Partial<TourFile>;
  return { ...noTour, ...read, languages: Array.isArray(read.languages) ? read.languages : [] };
}
