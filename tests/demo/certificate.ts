import { generate } from 'selfsigned';

/** A throw-away certificate for the embedded server, made without any external tool. Browsers must be told to accept it. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'demo.invalid' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  return { key: made.private, cert: made.cert };
}
