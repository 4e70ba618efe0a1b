declare module 'virtual:code-blocks.js';

declare module '*?worker&url' {
  const address: string;
  export default address;
}
