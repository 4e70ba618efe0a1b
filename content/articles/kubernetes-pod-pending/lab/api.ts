/** A client of the API server: the lab sends hundreds of requests, and one kubectl takes as long as fifty of them. */
import { request as send } from 'node:https';
import { text } from 'node:stream/consumers';

/** An object of the API: a pod, a node, a claim. */
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

/** A request that the API server refused. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const clusterWide = new Set(['Node', 'PersistentVolume', 'StorageClass', 'CSIDriver', 'CustomResourceDefinition', 'NodePool']);
const plurals: Record<string, string> = { StorageClass: 'storageclasses' };

/** Returns the path of all objects of a kind, e.g. `/api/v1/namespaces/default/pods`. */
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

  /** Sends a request. Fails with an ApiError when the server refuses it. The server's certificate is self-signed, so it is not verified. */
  request(method: string, path: string, body?: unknown, type = 'application/json'): Promise<unknown> {
    const sentBody = body === undefined ? '' : JSON.stringify(body);
    // Node does not send the length of a DELETE's body by itself.
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

  /** Merges fields into the object at a path. */
  async merge(path: string, fields: unknown): Promise<void> {
    await this.request('PATCH', path, fields, 'application/merge-patch+json');
  }

  /** Deletes the object at a path at once, without waiting for a kubelet. An object that does not exist is no error. */
  async remove(path: string): Promise<void> {
    await this.request('DELETE', path, { gracePeriodSeconds: 0, propagationPolicy: 'Background' }).catch((error: unknown) => {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    });
  }

  /** Returns the pods of all namespaces, or those with a label such as `app=db`. */
  async pods(label?: string): Promise<PodObject[]> {
    const list = await this.request('GET', `/api/v1/pods${label ? `?labelSelector=${encodeURIComponent(label)}` : ''}`);
    return (list as { items: PodObject[] }).items;
  }

  /** Returns a pod of the namespace default. */
  async pod(name: string): Promise<PodObject> {
    return (await this.request('GET', `/api/v1/namespaces/default/pods/${name}`)) as PodObject;
  }
}
