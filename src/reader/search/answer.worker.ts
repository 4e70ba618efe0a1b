/** The worker that answers pastes. It receives `Asked` and posts `Replied`. */
import { failureOf } from '../../search/failure.ts';
import { replyTo, type Asked, type Replied } from './answering.ts';

addEventListener('message', ({ data: { id, question } }: MessageEvent<Asked>) => {
  replyTo(question).then(
    (reply) => post({ id, reply }),
    (error: unknown) => post({ id, failure: failureOf(error), error }),
  );
});

const post = (replied: Replied) => postMessage(replied);

post('started');
