/** A small Redis client: many commands in one write, and connections that do not read their replies. */
import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import type { Bench } from 'faultbook/lab';

/** A reply: a text, a number as text, the message of an error, or null for nil. */
export type Reply = string | null;

/** A connection. */
export interface Client {
  /** Sends commands in one write. Returns their replies in order. Fails when the server closes the connection before the last reply. */
  send: (commands: readonly (readonly string[])[]) => Promise<Reply[]>;
}

interface Waiting {
  count: number;
  replies: Reply[];
  resolve: (replies: Reply[]) => void;
  reject: (error: Error) => void;
}

/** Connects to a server. The connection is closed when the scenario ends. */
export async function connect(bench: Bench, port: number): Promise<Client> {
  const socket = await open(bench, port);
  let unread = '';
  let waiting: Waiting | undefined;
  socket.on('data', (chunk: string) => {
    unread += chunk;
    let at = 0;
    while (waiting) {
      const read = readReply(unread, at);
      if (!read) break;
      at = read.next;
      waiting.replies.push(read.reply);
      if (waiting.replies.length < waiting.count) continue;
      const { resolve, replies } = waiting;
      waiting = undefined;
      resolve(replies);
    }
    unread = unread.slice(at);
  });
  socket.on('close', () => waiting?.reject(new Error('Redis closed the connection.')));
  return {
    send: (commands) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) reject(new Error('Redis has closed the connection.'));
        waiting = { count: commands.length, replies: [], resolve, reject };
        socket.write(commands.map(written).join(''));
      }),
  };
}

/** Opens a connection that sends commands and never reads a reply. */
export async function connectDeaf(bench: Bench, port: number, commands: readonly (readonly string[])[]): Promise<Socket> {
  const socket = await open(bench, port);
  socket.pause();
  socket.write(commands.map(written).join(''));
  return socket;
}

async function open(bench: Bench, port: number): Promise<Socket> {
  const socket = createConnection({ host: '127.0.0.1', port });
  bench.afterwards(() => Promise.resolve(socket.destroy()));
  await once(socket, 'connect');
  socket.setEncoding('latin1').on('error', () => socket.destroy());
  return socket;
}

const written = (words: readonly string[]) => `*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`;

/** Parses the reply at an offset. Returns it with the offset of the next; undefined while it is incomplete. Arrays are not supported. */
function readReply(text: string, at: number): { reply: Reply; next: number } | undefined {
  const end = text.indexOf('\r\n', at);
  if (end === -1) return undefined;
  const line = text.slice(at + 1, end);
  if (text[at] !== '$') return { reply: line, next: end + 2 };
  const length = Number(line);
  if (length === -1) return { reply: null, next: end + 2 };
  const next = end + 2 + length + 2;
  return next <= text.length ? { reply: text.slice(end + 2, end + 2 + length), next } : undefined;
}
