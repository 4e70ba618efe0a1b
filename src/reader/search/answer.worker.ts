/** The worker that answers pastes. It takes `Asked` and posts `Replied`. */
import type { Asked, Replied } from './answerer.ts';
import { replyTo } from './answering.ts';
import { failureOf } from '../../search/failure.ts';

addEventListener('message', ({ data: { id, question } }: MessageEvent<Asked>) => {
  replyTo(question).then(
    (reply) => post({ id, reply }),
    (error: unknown) => post({ id, failure: failureOf(error), message: String(error) }),
  );
});

const post = (replied: Replied) => postMessage(replied);

post('started');
