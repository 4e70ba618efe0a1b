/** The API server, spoken to directly: a lab asks it hundreds of things, and one kubectl takes as long as fifty requests. */
import { request as send } from 'node:https';
import { text } from 'node:stream/consumers';

/** What the API server keeps: a pod, a node, a claim. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string>; deletionTimestamp?: string };
  spec?: unknown;
  [field: string]: unknown;
}

/** A pod, as far as the lab reads it. */
export interface PodObject extends KubeObject {
  spec: { nodeName?: string; containers: { name: string; image: string }[] };
  status: { phase?: string; nominatedNodeName?: string; conditions?: { type: string; status: string; message?: string }[] };
}

/** Refused by the API server. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const clusterWide = new Set(['Node', 'PersistentVolume', 'StorageClass', 'CSIDriver', 'CustomResourceDefinition', 'NodePool']);
const plurals: Record<string, string> = { StorageClass: 'storageclasses' };

/** The path of an object's kind, e.g. `/api/v1/namespaces/default/pods`. */
function collectionOf({ apiVersion, kind, metadata }: KubeObject): string {
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const scope = clusterWide.has(kind) ? '' : `/namespaces/${metadata.namespace ?? 'default'}`;
  return `${root}${scope}/${plurals[kind] ?? `${kind.toLowerCase()}s`}`;
}

/** A client of one API server on loopback. */
export class Api {
  readonly #port: number;
  readonly #token: string;

  constructor(port: number, token: string) {
    this.#port = port;
    this.#token = token;
  }

  /** Sends a request; throws an ApiError unless it is answered with success. Certificates are the server's own, made for the scenario. */
  request(method: string, path: string, body?: unknown, type = 'application/json'): Promise<unknown> {
    const sentBody = body === undefined ? '' : JSON.stringify(body);
    // Told, since Node leaves the length of a DELETE's body out.
    const length = Buffer.byteLength(sentBody);
    const headers = { Authorization: `Bearer ${this.#token}`, 'Content-Type': type, 'Content-Length': length };
    const options = { host: '127.0.0.1', port: this.#port, path, method, headers, rejectUnauthorized: false, timeout: 30_000 };
    return new Promise((resolve, reject) => {
      const sent = send(options, (answer) => {
        const status = answer.statusCode ?? 0;
        text(answer)
          .then((printed) =>
            status < 300
              ? resolve(printed.startsWith('{') ? JSON.parse(printed) : printed)
              : reject(new ApiError(status, `${method} ${path}: ${printed}`)),
          )
          .catch(reject);
      });
      sent.on('error', reject).on('timeout', () => sent.destroy(new Error(`${method} ${path} was not answered within 30 s`)));
      sent.end(sentBody);
    });
  }

  /** Creates objects, one after the other. */
  async create(...objects: readonly KubeObject[]): Promise<void> {
    for (const object of objects) await this.request('POST', collectionOf(object), object);
  }

  /** Merges fields into what is at a path. */
  async merge(path: string, fields: unknown): Promise<void> {
    await this.request('PATCH', path, fields, 'application/merge-patch+json');
  }

  /** Deletes what is at a path at once, without waiting for a kubelet; it may be gone already. */
  async remove(path: string): Promise<void> {
    await this.request('DELETE', path, { gracePeriodSeconds: 0, propagationPolicy: 'Background' }).catch((error: unknown) => {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    });
  }

  /** The pods of all namespaces, or those with a label such as `app=db`. */
  async pods(label?: string): Promise<PodObject[]> {
    const list = await this.request('GET', `/api/v1/pods${label ? `?labelSelector=${encodeURIComponent(label)}` : ''}`);
    return (list as { items: PodObject[] }).items;
  }

  /** One pod of the namespace default. */
  async pod(name: string): Promise<PodObject> {
    return (await this.request('GET', `/api/v1/namespaces/default/pods/${name}`)) as PodObject;
  }
}
