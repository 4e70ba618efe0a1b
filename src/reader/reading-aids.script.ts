/** Reading aids. They move nothing on the page, so they are loaded only when the reader begins to use it. */
import './contents-follow.element.ts';
import { offerPageCopy } from './page-copy.ts';
import { offerWrapping } from './wrap-lines.ts';

offerWrapping([...document.querySelectorAll('.expressive-code > pre')]);
offerPageCopy();
