/** What makes reading easier and can wait until a reader begins to move on the page. Nothing on the page changes its place by it. */
import { offerWrapping } from './wrap-lines.ts';
import './contents-follow.element.ts';
import { offerPageCopy } from './page-copy.ts';
import './next-page.ts';

offerWrapping([...document.querySelectorAll('.expressive-code > pre')]);
offerPageCopy();
