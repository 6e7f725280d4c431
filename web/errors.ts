/** What went wrong, as `hubglass:error` says it: a stable code and a sentence with the remedy. */
export class HubGlassError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'HubGlassError';
  }
}

/** Fetches a file the hub cannot do without; the error names the address and what to do. Answers in `expected` are no errors. */
export async function fetchPart(
  address: string,
  code: string,
  what: string,
  expected: readonly number[] = [],
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'same-origin' });
  } catch {
    throw new HubGlassError(code, `The ${what} at ${address} could not be reached. Check the network and the address.`);
  }
  if (!response.ok && !expected.includes(response.status)) {
    throw new HubGlassError(
      code,
      `The ${what} at ${address} answered ${response.status}. Upload the whole output of the build, with its assets folder.`,
    );
  }
  return response;
}
